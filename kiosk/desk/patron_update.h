#pragma once

#include "desk/event.h"
#include "desk/state.h"

namespace desk {

/// What becomes of a desk when staff show words to the person across it. An event that makes no
/// sense now changes nothing.
void apply(State& state, const OpenPhrases& event);
void apply(State& state, const ShowPhrase& event);
void apply(State& state, const ChooseLanguage& event);
void apply(State& state, const UseLanguage& event);
void apply(State& state, const LeavePhrases& event);

} // namespace desk
