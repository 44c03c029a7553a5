#pragma once

#include "desk/effect.h"
#include "desk/event.h"
#include "desk/state.h"

#include <vector>

namespace desk {

/// What becomes of a desk when staff rehearse. An event that makes no sense now changes nothing.
void apply(State& state, const OpenPractices& event);
void apply(State& state, const StartPractice& event);
void apply(State& state, const ChooseReply& event);
void apply(State& state, const GoOn& event);
void apply(State& state, const TakeBack& event);
void apply(State& state, const NameCard& event);
void apply(State& state, const StartDrill& event);
void apply(State& state, const StopDrill& event);

/// Ends the drill if the card that was looked for is open now, and keeps how long it took.
void finish_drill(State& state, std::vector<Effect>& effects);

/// Ends the drill, and stays where the desk is.
void forget_drill(State& state);

} // namespace desk
