#pragma once

#include "cards/card.h"
#include "cards/problem.h"

#include <vector>

namespace cards {

/// Checks what a pack says against the rules for words read aloud to upset people, as far as they
/// can be measured. Problems come by file and line.
///
/// | rule | figure | source |
/// |---|---|---|
/// | a step's name | at most 7 words | aids cut to the essentials are read faster |
/// | a line to say | warning over 14 words, error over 27 | GOV.UK (14 words are understood by over
/// | |  |  | 90%); Covello, risk communication (27 words in 9 seconds) | | steps | 3 to 7 |
/// checklist practice (Gawande) | | reading grade of what is said | at most 6 | Flesch-Kincaid; see
/// reading_grade.h | | reviewed, review-by, reviewer | on every card, dates in order | dated
/// checklists | | yellow | `worse` names a red card | | | red | first step is safety; says whom to
/// call | | | words | see word_list.h | equity review; training of library staff |
///
/// The grade, the words and the red cards are measured in packs in English only. What a situation
/// inherits is reported at its framework alone.
std::vector<Problem> check_rules(const Pack& pack);

} // namespace cards
