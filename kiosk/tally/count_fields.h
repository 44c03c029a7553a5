#pragma once

#include "tally/counts.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// What may stand in the fields of a count, wherever it is kept.
namespace tally {

/// "2026-11".
std::string to_text(std::chrono::year_month month);

/// A month as `to_text` writes it; nothing for any other text.
std::optional<std::chrono::year_month> parse_month(std::string_view text);

/// The one of the first `size` values of an enumeration that has this word.
template <typename Enum>
std::optional<Enum> parse_word(std::string_view word, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) {
        if (to_string(static_cast<Enum>(i)) == word) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

/// True if a count of that may have this detail.
bool fits(What what, std::string_view detail);

} // namespace tally
