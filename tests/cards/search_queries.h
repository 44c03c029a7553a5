#pragma once

#include "cards/search.h"

#include <filesystem>
#include <string>
#include <vector>

/// Whether the search finds what people mean: what staff type, and the card that each of them
/// wants.
namespace search_queries {

struct Query {
    std::string typed;
    std::vector<std::string> wanted; ///< Ids of cards that are equally right.
};

/// The queries, in the halves that search_queries.txt explains.
struct Halves {
    std::vector<Query> tuning;
    std::vector<Query> measuring;
};

/// Reads search_queries.txt. A file that does not have its form is thrown as a
/// `std::runtime_error` that names the line.
Halves read(const std::filesystem::path& file);

/// How a search answered a set of queries.
struct Outcome {
    double first = 0;    ///< Per cent whose wanted card came first.
    double in_four = 0;  ///< Per cent whose wanted card came among the first four.
    std::string misses;  ///< A line for each that did not come first, with what came.
    std::size_t all = 0; ///< How many queries there were.
};

Outcome measure(const cards::SearchIndex& index, const std::vector<Query>& queries);

} // namespace search_queries
