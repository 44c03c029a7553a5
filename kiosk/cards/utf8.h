#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// UTF-8, one code point at a time.
namespace cards {

inline constexpr char32_t kReplacement = U'\uFFFD';

/// One step through a text. A byte that begins no valid sequence (overlong forms and surrogates
/// included) comes as U+FFFD with size 1 and `valid` false, so that a walk always moves on.
struct CodePoint {
    char32_t value = kReplacement;
    std::size_t size = 1; ///< Bytes.
    bool valid = false;
};

/// The code point at byte `at` of `text`; `at` must be inside the text.
CodePoint code_point_at(std::string_view text, std::size_t at);

/// Adds a code point to a text; one that UTF-8 cannot hold is added as U+FFFD.
void append_utf8(std::string& out, char32_t value);

/// How many code points a text has; each invalid byte counts as one.
std::size_t count_code_points(std::string_view text);

/// The text, or its first `limit` code points and "..." if it is longer.
std::string shorten(std::string_view text, std::size_t limit);

/// The text with every run of spaces, tabs and line breaks made one space, and none at the ends.
std::string one_line(std::string_view text);

} // namespace cards
