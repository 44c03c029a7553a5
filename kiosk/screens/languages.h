#pragma once

#include "screens/choices.h"
#include "screens/stage.h"

#include <vector>

namespace screens {

/// The languages that may be chosen now: those of the phrase that is shown, or of all.
std::vector<cards::Language> languages_to_choose(const Stage& stage, const desk::PatronView& view);

/// The languages as choices, by their own names; the one in use is chosen.
std::vector<Choice> language_choices(const Stage& stage,
                                     const std::vector<cards::Language>& languages);

/// High enough for a name on two lines, px.
float language_row_height(const look::Look& look);

/// A row of languages in the order of the pack, as many as there is room for, the one in use among
/// them, and a button to the rest if there are more. The number row means them.
void put_language_row(Stage& stage, look::Rect row, const std::vector<cards::Language>& languages);

/// How wide `put_language_button` is in a row of that width so that every name is whole, px.
float language_button_width(const Stage& stage, float row_width);

/// The language in use, as a button that leads to all of them.
void put_language_button(Stage& stage, const look::Rect& rect);

} // namespace screens
