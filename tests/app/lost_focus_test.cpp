#include "app/config.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

using namespace app_test;
using platform::Key;

TEST_CASE("The focus does not follow from one card to another") {
    app::Session session = start_desk();
    session.post(desk::OpenCard{"fine-dispute"});
    while (focused(session) != "worse") {
        press(session, Key::tab);
    }
    press(session, Key::enter);
    REQUIRE(session.screen().card == "yelling-at-staff");
    CHECK(focused(session).empty());
    press(session, Key::enter);
    CHECK(session.screen().card == "yelling-at-staff");
}

TEST_CASE("A number key that is held opens its card and goes no further") {
    app::Session session = start_desk();
    press(session, Key::row_1);
    session.take(platform::KeyPress{.key = Key::row_1, .repeat = true});
    CHECK(session.screen().name == "card");
}

TEST_CASE("A wheel that is turned sideways turns no page") {
    HandsOn it;
    it.screen.pages = 3;
    it.screen.keys.page_back = desk::ShowPage{0};
    CHECK(it.take(platform::Wheel{0}).empty());
}

TEST_CASE("A configuration of nothing but remarks is one without settings") {
    CHECK(app::parse_config("", "c").problems.empty());
    CHECK(app::parse_config("# pack: /srv/cards\n", "c").problems.empty());
}

TEST_CASE("Erasing and clearing where nothing is searched change nothing") {
    app::Session session = start_desk();
    session.post(desk::OpenCard{"help"});
    session.post(desk::Erase{});
    CHECK(session.screen().name == "card");
    session.post(desk::ClearQuery{});
    CHECK(session.screen().name == "card");
}
