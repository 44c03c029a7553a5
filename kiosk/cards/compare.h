#pragma once

#include "cards/card.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace cards {

/// Something that is different in another pack, in words for the manager who decides on it.
struct Change {
    enum class Kind : std::uint8_t { added, changed, removed };

    Kind kind = Kind::changed;
    std::string what;   ///< A card's title, or "Phone numbers", "Address", "Rule "say-words"", …
    std::string detail; ///< "step L: 1 phrase", "Security ext. 199 → ext. 188"; may be empty.
    std::string card;   ///< The id of the card that it is about; empty if it is about none.
    friend bool operator==(const Change&, const Change&) = default;
};

/// What `after` has that `before` has not, and the other way round: what everybody needs first
/// (contacts, address), what the pack sets of the rules, then the cards in the order of `after`,
/// with those that are gone at the end, and the phrases and practices likewise. A card, a phrase or
/// a practice is the same one if it has the same id. `other_pictures` are the files that both packs
/// have, but not with the same bytes.
std::vector<Change> compare(const Pack& before, const Pack& after,
                            const std::set<std::string>& other_pictures = {});

} // namespace cards
