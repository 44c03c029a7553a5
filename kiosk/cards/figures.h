#pragma once

#include "cards/card.h"

#include <cstddef>
#include <optional>

namespace cards {

/// The middle and the end of a row of measurements.
struct Spread {
    double median = 0; ///< The mean of the two in the middle if they are even in number.
    double maximum = 0;
};

/// How much a pack has, and how long and hard it is to say. What a card inherits counts once, at
/// its framework.
struct Figures {
    std::size_t cards = 0;
    std::size_t situations = 0;
    std::size_t frameworks = 0;
    std::size_t phrases = 0;
    std::size_t practices = 0;
    std::size_t say_lines = 0;
    Spread words_a_say_line;
    std::optional<Spread> grade_of_say_lines; ///< See reading_grade.h. None unless in English.
    std::optional<Spread> grade_of_cards;     ///< Likewise, of all that a card says, as a whole.
    std::size_t fewest_steps = 0;             ///< Of a framework.
    std::size_t most_steps = 0;
};

Figures figures_of(const Pack& pack);

} // namespace cards
