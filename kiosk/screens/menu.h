#pragma once

#include "screens/stage.h"

namespace screens {

/// What else there is besides the cards, a button each, on as many pages as it takes.
void put_menu(Stage& stage, const look::Rect& area, int wanted);

/// How the glass is set: a button for each thing that can be chosen, which says what is chosen and
/// goes on to the next.
void put_comfort(Stage& stage, const look::Rect& area, int wanted);

} // namespace screens
