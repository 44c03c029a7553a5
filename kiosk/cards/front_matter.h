#pragma once

#include "cards/report.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace cards {

/// What a file is to hold.
enum class Holds : std::uint8_t { card, phrase, practice };

/// A card's file in its two halves. The views are into the text that was split.
struct SplitCard {
    std::string_view front; ///< Between the two lines of hyphens.
    int front_line = 0;     ///< The file's line that it begins on.
    std::string_view body;  ///< After the second.
    int body_line = 0;
};

/// Splits a card at its lines of three hyphens. Blank lines may come first. Reports an error, and
/// gives nothing, if the lines are not there.
std::optional<SplitCard> split_front_matter(std::string_view text, Holds what, Report& report);

} // namespace cards
