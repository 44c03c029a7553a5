#pragma once

#include "desk/effect.h"
#include "desk/event.h"
#include "desk/state.h"

#include <vector>

/// What becomes of a desk's speech: the part of `update` that is about it.
namespace desk {

/// Asks that what staff have set is kept.
void keep_settings(const State& state, std::vector<Effect>& effects);

void apply(State& state, std::vector<Effect>& effects, const ToggleSpeech& event);
void apply(State& state, std::vector<Effect>& effects, const SpeakLouder& event);
void apply(State& state, std::vector<Effect>& effects, const SpeakQuieter& event);
void apply(State& state, std::vector<Effect>& effects, const AskToSayAll& event);
void apply(State& state, std::vector<Effect>& effects, const HushSpeech& event);
void apply(State& state, std::vector<Effect>& effects, const SpeechNews& event);

} // namespace desk
