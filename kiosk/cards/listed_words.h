#pragma once

#include "cards/word_list.h"

#include <span>

namespace cards {

/// Every word and phrase that a card should not have, in the order in which they are looked for.
std::span<const ListedWord> listed_words();

} // namespace cards
