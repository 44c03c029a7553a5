#pragma once

#include "desk/beside.h"
#include "desk/state.h"

/// What becomes of a desk among other programs.
namespace desk {

void apply(State& state, const SetAway& event);
void apply(State& state, const HotkeyNews& event);

} // namespace desk
