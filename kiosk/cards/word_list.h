#pragma once

#include "i18n/message.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace cards {

/// What is wrong with a word, and so where it matters.
enum class Fault : std::uint8_t {
    label,    ///< Names a kind of person instead of what someone does. Anywhere on a card.
    soothing, ///< Tells someone how to feel. In what is said.
    threat,   ///< In what is said.
    promise,  ///< One that a desk cannot keep. In what is said.
};

/// An English word or phrase to replace.
struct ListedWord {
    std::string_view phrase; ///< Folded words with a space between them.
    Fault fault = Fault::label;
    i18n::Message better; ///< What to write instead, to follow "Better: ".
};

/// The first listed phrase in a text; in what is said aloud (`spoken`) any, else labels only.
std::optional<ListedWord> find_listed_word(std::string_view text, bool spoken);

} // namespace cards
