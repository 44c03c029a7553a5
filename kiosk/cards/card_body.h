#pragma once

#include "cards/draft.h"
#include "cards/markdown.h"

#include <span>

namespace cards {

/// Sorts the blocks of a card into `draft`: paragraphs before the first step are its summary, a
/// heading of level 2 begins a step, a quote in it is something to say, a list item something to
/// do, and after "### Avoid" something not to do. A picture belongs to the step that it is in, or
/// before the first to the card. Reports what stands where it would not be shown, and what is still
/// to be written (to_do.h).
void read_body(std::span<const Block> blocks, CardDraft& draft);

} // namespace cards
