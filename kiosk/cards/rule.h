#pragma once

#include "cards/card.h"
#include "cards/report.h"

namespace cards {

/// What a rule may look at, and where it reports.
struct Subject {
    const Pack& pack;
    const Card& card;
    bool english;
    Report& report;
};

/// The rules for the words themselves. Each reports on what the card's own file says, and leaves
/// what it inherits to its framework.
void check_say_lengths(const Subject& subject);
void check_grade(const Subject& subject);
void check_words(const Subject& subject);

} // namespace cards
