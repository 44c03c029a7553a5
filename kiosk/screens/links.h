#pragma once

#include "screens/stage.h"

#include <string>
#include <vector>

namespace screens {

/// A way from a card to another: to what is worse, to safety, to afterwards.
struct CardLink {
    std::string id;    ///< The target's id: "worse", "unsafe", "after".
    std::string words; ///< "It's getting tense".
    const cards::Card* to = nullptr;
};

/// Where a card leads, most pressing last but for afterwards: the card's own "worse" or the next
/// code's framework, always the framework of red, and afterwards.
std::vector<CardLink> links_of(const cards::Pack& pack, const cards::Card& card);

void put_link(Stage& stage, const CardLink& link, const look::Rect& rect);

/// Cuts the button to the words for the patron off the left of a row; nothing if the pack has none.
void put_phrases_button(Stage& stage, look::Rect& row);

} // namespace screens
