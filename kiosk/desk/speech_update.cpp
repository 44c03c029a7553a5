#include "desk/speech_update.h"

#include <algorithm>

namespace desk {

void keep_settings(const State& state, std::vector<Effect>& effects) {
    effects.emplace_back(KeepSettings{.comfort = state.comfort, .speech = state.speech});
}

void apply(State& state, std::vector<Effect>& effects, const ToggleSpeech& /*event*/) {
    state.speech.on = !state.speech.on;
    state.speech.fault.clear(); // what is said next finds out
    keep_settings(state, effects);
}

void apply(State& state, std::vector<Effect>& effects, const SpeakLouder& /*event*/) {
    state.speech.volume = std::min(state.speech.volume + 1, kMostVolume);
    keep_settings(state, effects);
}

void apply(State& state, std::vector<Effect>& effects, const SpeakQuieter& /*event*/) {
    state.speech.volume = std::max(state.speech.volume - 1, 1);
    keep_settings(state, effects);
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
