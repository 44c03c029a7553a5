#include "desk.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using glass_test::Desk;
using support::Description;

TEST_CASE("F12 covers the desk, and any key brings back what was there and nothing else",
          "[quiet]") {
    const auto* const screen = GENERATE("card", "step");
    Desk desk;
    const Description before = desk.go_to(screen);
    for (const char* key : {"b", "3", "space", "Return", "Escape", "Tab", "F12", "Down"}) {
        CAPTURE(screen, key);
        desk.hands.key("F12");
        const Description quiet = desk.wait_for_screen("quiet");
        CHECK(quiet.card.empty());
        REQUIRE(quiet.targets.size() == 1);
        CHECK(quiet.targets.front().id == "wake");
        desk.hands.key(key);
        const Description after = desk.look();
        CHECK(after.summary() == before.summary());
        CHECK(after.focused().empty());
    }
}

TEST_CASE("a letter on the quiet screen does not start a search on the board", "[quiet]") {
    Desk desk;
    desk.go_to("quiet");
    desk.hands.key("b");
    CHECK(desk.look().screen == "board");
}

TEST_CASE("a tap on the quiet screen brings back what was there and presses nothing on it",
          "[quiet]") {
    Desk desk;
    const Description card = desk.go_to("card");
    desk.hands.key("F12");
    desk.wait_for_screen("quiet");
    desk.hands.tap(card.at("step/2").centre());
    desk.wait_for_card(card.card);
    CHECK(desk.look().screen == "card");
}

TEST_CASE("the button for the quiet screen covers the desk", "[quiet]") {
    Desk desk;
    desk.tap("quiet");
    desk.wait_for_screen("quiet");
}
