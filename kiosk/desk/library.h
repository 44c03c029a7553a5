#pragma once

#include "cards/card.h"
#include "cards/problem.h"
#include "cards/search.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace desk {

/// Where the pictures of a library's cards are found, by whoever shows them.
struct PictureShelf {
    enum class Kind : std::uint8_t {
        none,
        made,   ///< As pixels, in a folder of the desk's own storage.
        folder, ///< As they are, in a folder of this machine.
    };
    Kind kind = Kind::none;
    std::string place; ///< That folder.
    friend bool operator==(const PictureShelf&, const PictureShelf&) = default;
};

/// The cards that a desk shows, with their search. Never changes once made.
struct Library {
    cards::Pack pack;
    cards::SearchIndex index;
    std::vector<cards::Problem> problems; ///< What its manager should look at.
    PictureShelf shelf;
    bool whole = true; ///< Or only what the board needs, until the rest is read.

    explicit Library(cards::Pack cards_to_show, std::vector<cards::Problem> noticed = {},
                     PictureShelf pictures = {})
        : pack(std::move(cards_to_show)), index(pack), problems(std::move(noticed)),
          shelf(std::move(pictures)) {}
};

using LibraryPtr = std::shared_ptr<const Library>;

} // namespace desk
