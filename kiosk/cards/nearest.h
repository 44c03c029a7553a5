#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cards {

/// Which of the known words a misspelt one was most likely meant to be; nothing if none is near
/// (one slip in three letters at most; two letters changing places is one slip). The first of
/// equally near words wins.
std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> known);

/// " Did you mean "fine-dispute"?", or nothing if no known word is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> known);

} // namespace cards
