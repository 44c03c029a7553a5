#pragma once

#include "desk/count.h"
#include "desk/moment.h"

#include <optional>
#include <string>

namespace desk {

/// A situation that a card was opened for, as long as somebody may tell how it ended.
struct Encounter {
    std::string card; ///< Id of the situation that was opened last; a framework if there was none.
    cards::Code code = cards::Code::green;
    When when;
    Moment last{0}; ///< When a card of it was last opened.
    std::optional<Ending> ending;
    bool help = false;
    friend bool operator==(const Encounter&, const Encounter&) = default;
};

/// What is being counted just now: it is in memory alone until it has come to its end.
struct Counting {
    std::optional<Visit> visit; ///< The card that is open, or was before a search or the like.
    std::optional<Encounter> encounter;
    std::optional<Moment> left_home; ///< When home was left for a card, until there is one.
    bool by_key = false;             ///< The last thing that a person touched was a key.
    friend bool operator==(const Counting&, const Counting&) = default;
};

/// How long after a card was opened staff may tell how it ended.
inline constexpr Moment kEncounterStands = std::chrono::hours(2);

} // namespace desk
