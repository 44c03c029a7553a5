#pragma once

#include "cards/search.h"
#include "search_queries.h"

#include <vector>

namespace bench {

/// What a search takes at each letter of all queries, in ms, in rising order. Each is the shortest
/// of some rounds: what the search takes, not what else the machine does meanwhile.
std::vector<double> keystrokes(const cards::SearchIndex& index,
                               const std::vector<search_queries::Query>& queries);

} // namespace bench
