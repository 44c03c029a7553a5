#pragma once

#include "cards/draft.h"
#include "cards/practice_draft.h"

#include <vector>

namespace cards {

/// Gives every situation that names no framework the one of its code, and checks that each card
/// named by a code, by the board, by another card or by a practice is there and of the right kind.
/// Reports on the file that names it. A pack.yaml that could not be read is asked for nothing.
void check_links(PackDraft& pack, std::vector<CardDraft>& cards,
                 std::vector<PracticeDraft>& practices);

} // namespace cards
