#pragma once

#include "cards/card.h"
#include "cards/problem.h"
#include "cards/search.h"

#include <memory>
#include <utility>
#include <vector>

namespace desk {

/// The cards that a desk shows, with their search. Never changes once made.
struct Library {
    cards::Pack pack;
    cards::SearchIndex index;
    std::vector<cards::Problem> problems; ///< What its manager should look at.

    explicit Library(cards::Pack cards_to_show, std::vector<cards::Problem> noticed = {})
        : pack(std::move(cards_to_show)), index(pack), problems(std::move(noticed)) {}
};

using LibraryPtr = std::shared_ptr<const Library>;

} // namespace desk
