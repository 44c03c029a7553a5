#include "support.h"

#include "screens/narration.h"
#include "support/in_language.h"

#include <catch2/catch_test_macros.hpp>

using namespace app_test;
using app::Session;
using platform::Key;

namespace {

/// A desk that speaks, with nothing left to say.
Session speaking_desk() {
    Session session = start_desk();
    press(session, Key::f9);
    session.take_effects();
    return session;
}

/// What the desk wants to say or stop since the last call: a line each; "(stop)" stops.
std::vector<std::string> said(Session& session) {
    std::vector<std::string> lines;
    for (const desk::Effect& effect : session.take_effects()) {
        if (const auto* speak = std::get_if<desk::Speak>(&effect)) {
            lines.push_back((speak->patient ? "(then) " : "") + speak->text);
        } else if (std::holds_alternative<desk::StopSpeaking>(effect)) {
            lines.emplace_back("(stop)");
        }
    }
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("A desk with speech off says nothing, whatever is pressed") {
    Session session = start_desk();
    for (const Key key : {Key::tab, Key::f1, Key::space, Key::f10, Key::f12, Key::escape}) {
        press(session, key);
    }
    type(session, "fine");
    CHECK(said(session) == Lines{});
}

TEST_CASE("F9 turns speech on, with what is on the screen, and off") {
    Session session = start_desk();
    press(session, Key::f9);
    CHECK(said(session) == Lines{"Speech on. What’s happening? Most used. 12 cards, 5 tabs."});
    press(session, Key::f9);
    CHECK(said(session) == Lines{"(stop)", "Speech off"});
}

TEST_CASE("Every key stops what is being said before anything else") {
    Session session = speaking_desk();
    press(session, Key::f11);
    CHECK(said(session) == Lines{"(stop)", "(stop)"});
    press(session, Key::other); // a key that does nothing
    CHECK(said(session) == Lines{"(stop)"});
    press(session, Key::tab);
    CHECK(said(session) == Lines{"(stop)", "Wants a book removed. card, key 1."});
}

TEST_CASE("F10 says all that is on the screen") {
    Session session = speaking_desk();
    press(session, Key::f10);
    CHECK(said(session) == Lines{"(stop)", screens::say_everything(session.screen())});
}

TEST_CASE("The keys of speech leave the quiet screen as it is") {
    Session session = start_desk();
    press(session, Key::f12);
    press(session, Key::f9);
    CHECK(said(session) == Lines{"Speech on. Riverside. Welcome. How can we help? 1 button."});
    press(session, Key::f10);
    press(session, Key::f11);
    CHECK(session.state().quiet);
}

TEST_CASE("A word is said in the language of the cards and at the desk's volume") {
    Session session = speaking_desk();
    session.post(desk::SpeakLouder{});
    press(session, Key::tab);
    const auto effects = session.take_effects();
    const auto* speak = std::get_if<desk::Speak>(&effects.back());
    REQUIRE(speak != nullptr);
    CHECK(speak->language == "en-US");
    CHECK(speak->volume == 9);
}

TEST_CASE("What is not the cards' is said in the language of the interface") {
    const InLanguage restored("en");
    Session session = start_desk(translations());
    press(session, Key::f9);
    session.post(desk::SetComfort{{.language = "es"}});
    const auto last_language = [&] {
        const auto effects = session.take_effects();
        const auto* speak = std::get_if<desk::Speak>(&effects.back());
        return speak != nullptr ? speak->language : std::string();
    };
    session.take_effects();
    session.post(desk::OpenPage{desk::Topic::menu});
    CHECK(last_language() == "es");
    session.post(desk::GoHome{});
    CHECK(last_language() == "en-US");
}

TEST_CASE("News that nobody asked for waits until what is being said is at its end") {
    Session session = speaking_desk();
    session.post(desk::DropNews{desk::Drop{desk::DropDone{"Version 15 is in use."}}});
    const Lines lines = said(session);
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().starts_with("(then) "));
}

TEST_CASE("A desk whose configuration says so speaks from its start") {
    auto session = Session::start(starter(), {}, panel_of(24, 1920, 1080), {}, {.on = true});
    REQUIRE(session.has_value());
    CHECK(said(*session) == Lines{"What’s happening? Most used. 12 cards, 5 tabs."});
}

TEST_CASE("A desk that speaks from its start does so in the language of its cards") {
    const InLanguage restored("en");
    cards::Pack spanish = starter()->pack;
    spanish.locale = "es-US";
    auto session = Session::start(std::make_shared<desk::Library>(std::move(spanish)), {},
                                  panel_of(24, 1920, 1080), {}, {.on = true}, translations());
    REQUIRE(session.has_value());
    const Lines lines = said(*session);
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().starts_with("¿Qué"));
}

TEST_CASE("Speech and its volume are changed from the menu by keyboard alone") {
    Session session = start_desk();
    const auto move_to = [&](std::string_view id) {
        for (int i = 0; i < 60 && focused(session) != id; ++i) {
            press(session, Key::tab);
        }
        REQUIRE(focused(session) == id);
    };
    for (const char* id : {"menu", "menu/sound", "sound/speech"}) {
        move_to(id);
        press(session, Key::enter);
    }
    CHECK(session.state().speech.on);
    said(session);
    move_to("sound/quieter");
    said(session);
    press(session, Key::enter);
    CHECK(session.state().speech.volume == 7);
    CHECK(said(session) == Lines{"(stop)", "Speech is on, volume 7 of 10."});
    move_to("sound/louder");
    press(session, Key::enter);
    CHECK(session.state().speech.volume == 8);
    move_to("sound/speech");
    press(session, Key::enter);
    CHECK_FALSE(session.state().speech.on);
}

TEST_CASE("A desk that cannot be heard shows why, on the board, on a card and on its page") {
    Session session = speaking_desk();
    session.post(desk::SpeechNews{"No speech server answers."});
    const look::Target* strip = session.screen().scene.find("sound/open");
    REQUIRE(strip != nullptr);
    CHECK(strip->label == "No speech server answers.");
    press(session, Key::f1);
    CHECK(session.screen().scene.find("sound/open") != nullptr);
    tap(session, "sound/open");
    CHECK(session.screen().name == "sound");
    CHECK(screens::say_everything(session.screen()).contains("No speech server answers."));
}

TEST_CASE("A desk that is put away falls silent, and says where one is when it is back") {
    Session session = speaking_desk();
    session.set_away(true);
    CHECK(said(session) == Lines{"(stop)"});
    session.post(desk::ShowOnRequest{"help"});
    CHECK(said(session) == Lines{});
    session.set_away(true);
    session.set_away(false);
    const Lines back = said(session);
    REQUIRE(back.size() == 1);
    CHECK(back.front() == screens::say_opening(session.screen()));
}
