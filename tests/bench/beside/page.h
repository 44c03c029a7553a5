#pragma once

#include "cards/card.h"
#include "look/fonts.h"
#include "support/description.h"

#include <string>

namespace beside {

/// The same cards as one plain web page, without a library: what stands on the desk's board, where
/// the desk has it, in its typeface, sizes and colours; a tile that darkens under the finger and
/// opens its card; a search that answers every key; Escape leads back.
std::string page_of(const cards::Pack& pack, const support::Description& board,
                    const look::Fonts& fonts);

} // namespace beside
