#pragma once

#include "look/colour.h"

#include <cstddef>

namespace look {

/// A colour to put things on, and the ink to write on it with.
struct Ground {
    Colour paper;
    Colour ink;
    friend bool operator==(const Ground&, const Ground&) = default;
};

/// Every colour on the glass. Ink on its paper has the theme's contrast at least.
struct Theme {
    double least_contrast = 7;
    Ground page;     ///< Behind everything.
    Ground card;     ///< Tiles, buttons, fields.
    Ground strong;   ///< What is chosen; the main button.
    Ground bar;      ///< The contacts.
    Colour soft;     ///< Secondary words on page or card.
    Colour bar_soft; ///< Secondary words on the bar.
    Colour spoken;   ///< Words to say aloud.
    Colour line;     ///< Edges of tiles and fields.
    Colour focus;    ///< The ring around the focused target.
    Colour pressed;  ///< Laid over what is under a finger.
    Ground codes[4]; ///< Indexed by the code: everyday, tense, unsafe, afterwards.

    const Ground& code(std::size_t index) const { return codes[index < 4 ? index : 3]; }
};

inline constexpr Theme kLight{
    .least_contrast = 7,
    .page = {.paper = rgb(0xF5F4EF), .ink = rgb(0x1A1D21)},
    .card = {.paper = rgb(0xFFFFFF), .ink = rgb(0x1A1D21)},
    .strong = {.paper = rgb(0x1A1D21), .ink = rgb(0xFFFFFF)},
    .bar = {.paper = rgb(0x1A1D21), .ink = rgb(0xFFFFFF)},
    .soft = rgb(0x4B5056),
    .bar_soft = rgb(0xB9BFC6),
    .spoken = rgb(0x1E3350),
    .line = rgb(0xC9C8C2),
    .focus = rgb(0x0B57D0),
    .pressed = {.r = 0, .g = 0, .b = 0, .a = 48},
    .codes = {{.paper = rgb(0x1B6435), .ink = rgb(0xFFFFFF)},
              {.paper = rgb(0xF2B600), .ink = rgb(0x1A1D21)},
              {.paper = rgb(0xA31B1E), .ink = rgb(0xFFFFFF)},
              {.paper = rgb(0x2B4A8C), .ink = rgb(0xFFFFFF)}},
};

/// For dim rooms, and for eyes that light dazzles.
inline constexpr Theme kDark{
    .least_contrast = 7,
    .page = {.paper = rgb(0x121417), .ink = rgb(0xF2F1EC)},
    .card = {.paper = rgb(0x1F2328), .ink = rgb(0xF2F1EC)},
    .strong = {.paper = rgb(0xF2F1EC), .ink = rgb(0x121417)},
    .bar = {.paper = rgb(0x000000), .ink = rgb(0xF2F1EC)},
    .soft = rgb(0xBDC3CA),
    .bar_soft = rgb(0xBDC3CA),
    .spoken = rgb(0xBFD7FF),
    .line = rgb(0x565D66),
    .focus = rgb(0x8AB8FF),
    .pressed = {.r = 255, .g = 255, .b = 255, .a = 48},
    .codes = {{.paper = rgb(0x1B6435), .ink = rgb(0xFFFFFF)},
              {.paper = rgb(0xF2B600), .ink = rgb(0x1A1D21)},
              {.paper = rgb(0xA31B1E), .ink = rgb(0xFFFFFF)},
              {.paper = rgb(0x2F4F96), .ink = rgb(0xFFFFFF)}},
};

/// Black, white and a few bright papers, 15:1 at least: for those who see little.
inline constexpr Theme kHighContrast{
    .least_contrast = 15,
    .page = {.paper = rgb(0x000000), .ink = rgb(0xFFFFFF)},
    .card = {.paper = rgb(0x000000), .ink = rgb(0xFFFFFF)},
    .strong = {.paper = rgb(0xFFFFFF), .ink = rgb(0x000000)},
    .bar = {.paper = rgb(0x000000), .ink = rgb(0xFFFFFF)},
    .soft = rgb(0xFFFFFF),
    .bar_soft = rgb(0xFFFFFF),
    .spoken = rgb(0xFFF27A),
    .line = rgb(0xFFFFFF),
    .focus = rgb(0x00E5FF),
    .pressed = {.r = 255, .g = 255, .b = 255, .a = 72},
    .codes = {{.paper = rgb(0x9DF5B0), .ink = rgb(0x000000)},
              {.paper = rgb(0xFFE14D), .ink = rgb(0x000000)},
              {.paper = rgb(0xFFD3D0), .ink = rgb(0x000000)},
              {.paper = rgb(0xCFDFFF), .ink = rgb(0x000000)}},
};

} // namespace look
