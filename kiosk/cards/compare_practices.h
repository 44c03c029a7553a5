#pragma once

#include "cards/compare.h"

namespace cards {

/// Adds what is different in the practices, in the order of `after`; what is gone comes last.
void compare_practices(const Pack& before, const Pack& after, std::vector<Change>& changes);

} // namespace cards
