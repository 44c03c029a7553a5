#include "support.h"

#include <catch2/catch_test_macros.hpp>

using namespace desk_test;

namespace {

desk::State speaking() {
    return after(desk_at(desk::BoardView{}), desk::ToggleSpeech{});
}

} // namespace

TEST_CASE("A desk is silent until speech is turned on") {
    CHECK_FALSE(desk_at(desk::BoardView{}).speech.on);
    CHECK(speaking().speech.on);
    CHECK_FALSE(after(speaking(), desk::ToggleSpeech{}).speech.on);
    CHECK(desk::start(library(), {}, {}, {.on = true, .volume = 3}).speech ==
          desk::Speech{.on = true, .volume = 3});
}

TEST_CASE("The volume goes up and down one by one, and stops at both ends") {
    desk::State state = speaking();
    const int first = state.speech.volume;
    CHECK(after(state, desk::SpeakLouder{}).speech.volume == first + 1);
    CHECK(after(state, desk::SpeakQuieter{}).speech.volume == first - 1);
    for (int i = 0; i < 20; ++i) {
        state = after(state, desk::SpeakLouder{});
    }
    CHECK(state.speech.volume == desk::kMostVolume);
    for (int i = 0; i < 20; ++i) {
        state = after(state, desk::SpeakQuieter{});
    }
    CHECK(state.speech.volume == 1);
}

TEST_CASE("All of the screen is said on request while speech is on") {
    const auto effects = [](const desk::State& state) {
        return desk::update(state, desk::AskToSayAll{}).effects;
    };
    CHECK(effects(speaking()) == std::vector<desk::Effect>{desk::SayAll{}});
    CHECK(effects(desk_at(desk::BoardView{})).empty());
}

TEST_CASE("What is being said stops on request") {
    CHECK(desk::update(speaking(), desk::HushSpeech{}).effects ==
          std::vector<desk::Effect>{desk::StopSpeaking{}});
}

TEST_CASE("Why nothing can be heard is known until it can, or speech is turned off or on again") {
    const desk::State faulty = after(speaking(), desk::SpeechNews{"No server."});
    CHECK(faulty.speech.fault == "No server.");
    CHECK(after(faulty, desk::SpeechNews{}).speech.fault.empty());
    CHECK(after(faulty, desk::ToggleSpeech{}).speech.fault.empty());
    // What was said last is answered after speech was turned off.
    CHECK(after(after(faulty, desk::ToggleSpeech{}), desk::SpeechNews{"No server."})
              .speech.fault.empty());
}
