#pragma once

#include "screens/stage.h"

namespace screens {

/// The button of a card for afterwards that asks how it ended, or says what was told.
void put_ending_button(Stage& stage, const look::Rect& rect);

} // namespace screens
