#pragma once

#include "cards/card.h"
#include "cards/compare.h"

#include <vector>

namespace cards {

/// Adds what is different in the words for the patron to `changes`: phrases in the order of
/// `after`, with those that are gone at the end.
void compare_phrases(const Pack& before, const Pack& after, std::vector<Change>& changes);

} // namespace cards
