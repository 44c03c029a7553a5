#pragma once

#include "cards/compare.h"

#include <vector>

namespace cards {

/// Adds what `after` sets of the rules that `before` does not, sets otherwise, or sets no more,
/// each with the reason that the pack gives for it.
void compare_rules(const Pack& before, const Pack& after, std::vector<Change>& changes);

} // namespace cards
