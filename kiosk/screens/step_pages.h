#pragma once

#include "cards/card.h"
#include "i18n/message.h"
#include "look/canvas.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace screens {

/// The three parts of a step.
enum class Part : std::uint8_t { say, act, avoid };

look::Symbol symbol_of(Part part);
i18n::Message caption_of(Part part);

/// The mark before a caption: how large it is, and how far the words are from it, px.
struct CaptionMark {
    float side = 0;
    float gap = 0;
};
CaptionMark caption_mark(const look::Look& look);

/// Lines of one part in a box of their own.
struct Block {
    Part kind = Part::say;
    look::Style style;
    look::Rect rect;
    std::vector<std::string> lines;
};

/// What is on one page of a step.
struct StepPage {
    std::vector<Block> blocks;
    look::Rect picture; ///< The picture's room; empty if it is not on this page.
};

/// Lays a step out in an area: on one page if it fits at any size, with the words to say above what
/// to do and avoid; otherwise in the smallest size over as many pages as it takes. At least one
/// page. A picture goes beside the words, or below them on an upright panel, if they take no more
/// pages and get at most one size smaller for it; otherwise it has the last page to itself.
std::vector<StepPage> lay_out_step(const look::Look& look, const cards::Step& step,
                                   const look::Rect& area, bool with_picture);

/// Cuts the room for a picture that stands beside words off an area: on its right, or at its bottom
/// where it is higher than wide. `share` is the most that it takes of that side.
look::Rect take_picture_room(look::Rect& area, float share, float gap);

/// Shares for a picture, the best first.
inline constexpr std::array kPictureShares{0.45F, 0.38F, 0.32F};

/// Above and below the inside of a block, px.
float block_padding(const look::Look& look);
/// A block's caption with the gap below it, px.
float caption_height(const look::Look& look);
/// Between two lines of a block, on top of the lines' own height, px.
float line_spacing(const look::Look& look, look::Style style);

} // namespace screens
