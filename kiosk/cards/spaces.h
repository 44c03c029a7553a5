#pragma once

#include "cards/vocabulary.h"

#include <string>
#include <vector>

namespace cards {

/// A query's words with its spaces put right: "pan handling" as one word if the pack knows it only
/// so, and "kidalone" as two. `typing` tells that the last word may go on.
std::vector<std::string> mend_spaces(const std::vector<std::string>& words, bool typing,
                                     const Vocabulary& vocabulary);

} // namespace cards
