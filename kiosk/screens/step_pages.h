#pragma once

#include "cards/card.h"
#include "look/canvas.h"

#include <cstdint>
#include <string>
#include <vector>

namespace screens {

/// The three parts of a step.
enum class Part : std::uint8_t { say, act, avoid };

look::Symbol symbol_of(Part part);
const char* caption_of(Part part);

/// Lines of one part in a box of their own.
struct Block {
    Part kind = Part::say;
    look::Style style;
    look::Rect rect;
    std::vector<std::string> lines;
};

/// Lays a step out in an area: on one page if it fits at any size, with the words to say above what
/// to do and avoid; otherwise in the smallest size over as many pages as it takes. At least one
/// page.
std::vector<std::vector<Block>> lay_out_step(const look::Look& look, const cards::Step& step,
                                             const look::Rect& area);

/// Above and below the inside of a block, px.
float block_padding(const look::Look& look);
/// A block's caption with the gap below it, px.
float caption_height(const look::Look& look);
/// Between two lines of a block, on top of the lines' own height, px.
float line_spacing(const look::Look& look, look::Style style);

} // namespace screens
