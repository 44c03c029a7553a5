#pragma once

#include "cards/card.h"
#include "cards/problem.h"

#include <vector>

namespace cards {

/// Checks what a pack says against the rules for words read aloud to upset people, as far as they
/// can be measured. Problems come by file and line. README.md has a table of the rules, with the
/// figure and the source of each; rule_table.h has the figures, and what a pack may set instead.
///
/// The grade, the words and what is dangerous are measured in packs in English only. What a
/// situation inherits is reported at its framework alone.
std::vector<Problem> check_rules(const Pack& pack);

} // namespace cards
