#pragma once

#include "cards/card.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cards {

/// A card that a search found.
struct Hit {
    std::string card;   ///< Its id.
    std::string reason; ///< The keyword that matched if the title alone does not show why.
    double score = 0;   ///< Higher is better; comparable within one search only.
};

/// Finds cards by what staff type under stress: half words, synonyms and typing errors. Made once
/// per pack; holds copies of all that it needs.
class SearchIndex {
public:
    explicit SearchIndex(const Pack& pack);
    ~SearchIndex();
    SearchIndex(SearchIndex&&) noexcept;
    SearchIndex& operator=(SearchIndex&&) noexcept;
    SearchIndex(const SearchIndex&) = delete;
    SearchIndex& operator=(const SearchIndex&) = delete;

    /// The best cards for a query as typed (UTF-8, any length), best first, `limit` at most.
    std::vector<Hit> find(std::string_view query, std::size_t limit) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace cards
