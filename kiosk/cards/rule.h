#pragma once

#include "cards/card.h"
#include "cards/report.h"
#include "cards/rule_table.h"

namespace cards {

/// What a rule may look at, and where it reports. Each reports on what the card's own file says,
/// and leaves what it inherits to its framework.
struct Subject {
    const Pack& pack;
    const Card& card;
    bool english;
    Report& report;
};

/// What a rule asks of the pack.
inline RuleLimits limits_of(const Subject& subject, RuleId rule) {
    return limits_of(subject.pack, rule);
}

// The rules for the words themselves.
void check_say_words(const Subject& subject);
void check_say_ceiling(const Subject& subject);
void check_say_lines(const Subject& subject);
void check_grade(const Subject& subject);

/// All rules that have a list of words (see word_list.h).
void check_listed_words(const Subject& subject);

/// Names after "Mr.", "Mrs." and "Ms.".
void check_names(const Subject& subject);

/// The same of what a practice tells in English. Not of what is said in it: that may be wrong.
void check_practice_words(const Pack& pack, const Practice& practice, Report& report);

// The rules for what is dangerous.
void check_worse(const Subject& subject);
void check_red_safety(const Subject& subject);
void check_red_call(const Subject& subject);
void check_call_first(const Subject& subject);

} // namespace cards
