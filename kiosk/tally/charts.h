#pragma once

#include "cards/code.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Drawings of a report's page, as SVG inside it. Each says in words what it shows, and none relies
/// on color alone.
namespace tally::charts {

/// The shape of a code, as on the glass: ring, triangle, octagon, and an arrow around.
std::string code_shape(cards::Code code);

/// A bar of a code's color as long as `count` is of `most`, with a text at its end. Without a count
/// there is the text alone.
std::string bar(cards::Code code, std::optional<std::int64_t> count, std::int64_t most,
                std::string_view text);

/// So many parts may a bar have, from dark to light.
inline constexpr std::size_t kMostParts = 4;

/// A bar of parts beside each other, each with its number where it has room. `words` say it all.
std::string stacked_bar(std::span<const std::int64_t> parts, std::int64_t most,
                        std::string_view words);

/// The shade of a part, for the head of its column.
std::string swatch(std::size_t part);

} // namespace tally::charts
