#pragma once

#include "look/faces.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace look {

/// The direction of a paragraph: of its first letter that has one (UAX #9, P2 and P3).
Direction direction_of(std::string_view text);

/// A glyph where it stands: on the baseline, from the left end of its line, em, upwards.
struct PlacedGlyph {
    FaceId face = 0;
    std::uint32_t glyph = 0;
    float x = 0;
    float y = 0;
};

/// A line as it is drawn, from left to right.
struct ShapedLine {
    std::vector<PlacedGlyph> glyphs;
    float width = 0;      ///< em
    bool complete = true; ///< No installed font lacks one of its characters; boxes stand for those.
};

/// Shapes one line of UTF-8: its letters joined, its marks in place, its parts in the order in
/// which they are read (raqm, which uses HarfBuzz and FriBidi). What is no UTF-8 is a box.
ShapedLine shape(Faces& faces, Weight weight, std::string_view line, Direction direction);

} // namespace look
