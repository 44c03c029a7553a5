#include "desk.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <iterator>

using glass_test::Desk;
using support::Description;

namespace {

constexpr const char* kYelling = "yelling-at-staff";

/// What the search field says while nothing is typed.
std::string prompt(Desk& desk) {
    return desk.look().at("search").label;
}

} // namespace

TEST_CASE("typing a word and Enter open the card that it finds", "[typing]") {
    Desk desk;
    desk.hands.type("scream");
    desk.wait_for_query("scream");
    desk.hands.key("Return");
    desk.wait_for_card(kYelling);
}

TEST_CASE("typing a word and Enter faster than any frame open the card that it finds", "[typing]") {
    Desk desk;
    desk.settle();
    desk.process.pause();
    desk.hands.type("scream");
    desk.hands.key("Return");
    desk.process.go_on();
    desk.wait_for_card(kYelling);
}

TEST_CASE("the drawn keyboard types by taps, and a tap on a hit opens its card", "[typing]") {
    Desk desk;
    desk.tap("search");
    desk.wait_for_screen("search");
    std::string typed;
    for (const char letter : std::string("scream")) {
        desk.tap("key/" + std::string(1, letter));
        desk.wait_for_query(typed += letter);
    }
    desk.tap("hit/" + std::string(kYelling));
    desk.wait_for_card(kYelling);
}

TEST_CASE("what is tapped on the drawn keyboard is opened by Enter as well", "[typing]") {
    Desk desk;
    desk.tap("search");
    desk.wait_for_screen("search");
    for (const char* key : {"key/s", "key/c", "key/r", "key/e", "key/a", "key/m"}) {
        desk.tap(key);
    }
    desk.wait_for_query("scream");
    desk.hands.key("Return");
    desk.wait_for_card(kYelling);
}

TEST_CASE("erasing takes the last letter away, and clearing all of them", "[typing]") {
    Desk desk;
    const std::string nothing = prompt(desk);
    desk.hands.type("scr");
    desk.wait_for_query("scr");
    desk.hands.key("BackSpace");
    desk.wait_for_query("sc");
    desk.tap("key/erase");
    desk.wait_for_query("s");
    desk.hands.key("BackSpace");
    desk.wait_for_query(nothing);
    desk.hands.key("BackSpace");
    desk.hands.type("fi");
    desk.wait_for_query("fi");
    desk.tap("key/space");
    desk.wait_for_query("fi ");
    desk.hands.key("space");
    desk.wait_for_query("fi  ");
    desk.hands.key("Delete");
    desk.wait_for_query(nothing);
    desk.hands.type("fi");
    desk.wait_for_query("fi");
    desk.tap("key/clear");
    desk.wait_for_query(nothing);
}

TEST_CASE("Escape leaves a search, and the next one starts empty", "[typing]") {
    Desk desk;
    desk.hands.type("scr");
    desk.wait_for_query("scr");
    desk.hands.key("Escape");
    desk.wait_for_screen("board");
    desk.hands.type("f");
    desk.wait_for_query("f");
}

TEST_CASE("digits are typed in a search, where they open no tile", "[typing]") {
    Desk desk;
    desk.hands.type("ext 9");
    desk.wait_for_query("ext 9");
}

TEST_CASE("the down arrow chooses the next hit, and Enter opens that one", "[typing]") {
    Desk desk;
    desk.hands.type("fi");
    const Description first = desk.wait_for_query("fi");
    const auto hit = std::ranges::find_if(
        first.targets, [](const support::Target& it) { return it.id.starts_with("hit/"); });
    REQUIRE(first.targets.end() - hit >= 2);
    CHECK(hit->chosen);
    desk.hands.key("Down");
    const std::string second = std::next(hit)->id;
    REQUIRE(second.starts_with("hit/"));
    desk.process.wait_for("the second hit to be chosen",
                          [&](const Description& now) { return now.at(second).chosen; });
    desk.hands.key("Return");
    desk.wait_for_card(second.substr(second.find('/') + 1));
}
