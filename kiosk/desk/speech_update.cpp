#include "desk/speech_update.h"

#include <algorithm>

namespace desk {

void apply(State& state, std::vector<Effect>& /*effects*/, const ToggleSpeech& /*event*/) {
    state.speech.on = !state.speech.on;
    state.speech.fault.clear(); // what is said next finds out
}

void apply(State& state, std::vector<Effect>& /*effects*/, const SpeakLouder& /*event*/) {
    state.speech.volume = std::min(state.speech.volume + 1, kMostVolume);
}

void apply(State& state, std::vector<Effect>& /*effects*/, const SpeakQuieter& /*event*/) {
    state.speech.volume = std::max(state.speech.volume - 1, 1);
}

void apply(State& state, std::vector<Effect>& effects, const AskToSayAll& /*event*/) {
    if (state.speech.on) {
        effects.emplace_back(SayAll{});
    }
}

void apply(State& /*state*/, std::vector<Effect>& effects, const HushSpeech& /*event*/) {
    effects.emplace_back(StopSpeaking{});
}

void apply(State& state, std::vector<Effect>& /*effects*/, const SpeechNews& event) {
    state.speech.fault = state.speech.on ? event.fault : std::string();
}

} // namespace desk
