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

/// Every colour on the glass. Ink on its paper has a contrast of at least 7:1.
struct Theme {
    Ground page;     ///< Behind everything.
    Ground card;     ///< Tiles, buttons, fields.
    Ground strong;   ///< What is chosen; the main button.
    Ground bar;      ///< The contacts.
    Colour soft;     ///< Secondary words on page or card.
    Colour bar_soft; ///< Secondary words on the bar.
    Colour spoken;   ///< Words to say aloud.
    Colour line;     ///< Edges of tiles and fields.
    Colour focus;    ///< The ring around the focused target.
    Ground codes[4]; ///< Indexed by the code: everyday, tense, unsafe, afterwards.

    const Ground& code(std::size_t index) const { return codes[index < 4 ? index : 3]; }
};

inline constexpr Theme kLight{
    .page = {.paper = rgb(0xF5F4EF), .ink = rgb(0x1A1D21)},
    .card = {.paper = rgb(0xFFFFFF), .ink = rgb(0x1A1D21)},
    .strong = {.paper = rgb(0x1A1D21), .ink = rgb(0xFFFFFF)},
    .bar = {.paper = rgb(0x1A1D21), .ink = rgb(0xFFFFFF)},
    .soft = rgb(0x4B5056),
    .bar_soft = rgb(0xB9BFC6),
    .spoken = rgb(0x1E3350),
    .line = rgb(0xC9C8C2),
    .focus = rgb(0x0B57D0),
    .codes = {{.paper = rgb(0x1B6435), .ink = rgb(0xFFFFFF)},
              {.paper = rgb(0xF2B600), .ink = rgb(0x1A1D21)},
              {.paper = rgb(0xA31B1E), .ink = rgb(0xFFFFFF)},
              {.paper = rgb(0x2B4A8C), .ink = rgb(0xFFFFFF)}},
};

} // namespace look
