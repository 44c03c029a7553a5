#pragma once

#include "cards/draft.h"
#include "cards/progress.h"
#include "cards/reader.h"

#include <span>
#include <vector>

namespace cards {

/// A pack's planning page from its file.
struct Plan {
    std::vector<Line>
        situations; ///< As the page writes them: a title or an id, perhaps with notes.
    Report report;
};

/// Reads plan.md: any Markdown, of which the list below the heading "## Situations" matters, down
/// to a heading "### Later" or the next of level 2. What is marked as still to be written (to_do.h)
/// is reported, and so are headings of level 2 with nothing below them.
Plan read_plan(const SourceFile& file);

/// Compares a plan with the cards that there are. A situation without a card is reported in the
/// plan, as something still to do. An entry may go on after a dash, a colon or in brackets: "Fight
/// – Ana, by March".
Progress follow_plan(Plan& plan, std::span<const CardDraft> cards);

} // namespace cards
