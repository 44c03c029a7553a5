#pragma once

#include "cards/practice_draft.h"
#include "cards/reader.h"

#include <string>

namespace cards {

/// Reads one practice from its file: `title` and `card`, and perhaps `who`; below them a heading of
/// level 2 for each turn and ending, and under a turn a heading of level 3 for each reply. Always
/// gives a draft; where its report has not failed, every reply leads somewhere, every turn is
/// reached, and every way ends. Whether there is such a card is asked later.
PracticeDraft read_practice(const SourceFile& file, std::string id);

} // namespace cards
