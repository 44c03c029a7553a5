#pragma once

#include "look/fonts.h"

#include <string_view>
#include <vector>

namespace look {

/// A text broken into lines.
struct Wrapped {
    std::vector<std::string_view> lines;
    bool broke_word = false; ///< A word was wider than the line and was cut in its middle.
};

/// Breaks a text where its script allows (UAX #14) so that no line is longer than `width` px; a
/// part that is too long by itself is cut.
Wrapped wrap(const Fonts& fonts, Style style, std::string_view text, float width);

} // namespace look
