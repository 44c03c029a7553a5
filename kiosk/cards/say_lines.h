#pragma once

#include "cards/card.h"

#include <string_view>
#include <vector>

namespace cards {

/// Something to say that a card's own file writes, with its line.
struct SayLine {
    std::string_view text; ///< The card's.
    int line;
};

/// Everything to say that the card does not inherit, in its order.
std::vector<SayLine> own_say_lines(const Card& card);

} // namespace cards
