#pragma once

#include "cards/card.h"
#include "cards/rule_table.h"
#include "i18n/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cards {

/// Where a card says something.
enum class Place : std::uint8_t {
    keyword,
    shown, ///< Its title, its summary, a step's name.
    action,
    spoken,
};

/// What is wrong with a word.
enum class Fault : std::uint8_t {
    label,       ///< Names a kind of person instead of what someone does.
    description, ///< Describes a person.
    guess,       ///< Says what somebody may be, or may have.
    medicine,    ///< More than a public first-aid course teaches.
    soothing,    ///< Tells someone how to feel.
    threat,
    promise, ///< One that a desk cannot keep.
};

/// The rule that looks for a fault.
RuleId rule_of(Fault fault);

/// An English word or phrase to replace.
struct ListedWord {
    std::string_view phrase; ///< Folded words with a space between them.
    Fault fault = Fault::label;
    i18n::Message better; ///< What to write instead, to follow "Better: ".
};

/// The first listed phrase in a text whose fault matters there and whose rule is on. Labels and
/// descriptions matter everywhere; guesses in all but keywords; medicine in what is done and said;
/// the rest in what is said.
std::optional<ListedWord> find_listed_word(std::string_view text, Place place, const Pack& pack);

/// The folded words of a text with a space before each and after the last.
std::string spaced_words(std::string_view text);

/// True if folded words stand in such a text one after another.
bool has_phrase(std::string_view spaced, std::string_view phrase);

} // namespace cards
