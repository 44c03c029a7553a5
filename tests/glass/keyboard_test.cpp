#include "desk.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>

using glass_test::Desk;
using support::Description;
using support::Target;

namespace {

constexpr std::array kFrameworks{"help", "calm", "safe", "rest"};

int count_steps(const Description& card) {
    return static_cast<int>(std::ranges::count_if(
        card.targets, [](const Target& it) { return it.id.starts_with("step/"); }));
}

std::string open_tab(const Description& board) {
    const auto tab = std::ranges::find_if(
        board.targets, [](const Target& it) { return it.role == "tab" && it.chosen; });
    return tab != board.targets.end() ? tab->id : std::string();
}

} // namespace

TEST_CASE("F1 to F4 open the four frameworks from any screen", "[keyboard]") {
    Desk desk;
    for (const char* screen : {"board", "card", "step", "search", "menu", "contacts", "quiet"}) {
        CAPTURE(screen);
        for (std::size_t i = 0; i < kFrameworks.size(); ++i) {
            desk.go_to(screen);
            desk.hands.key("F" + std::to_string(i + 1));
            desk.wait_for_card(kFrameworks.at(i));
        }
    }
}

TEST_CASE("the number row opens the twelve tiles of the board in their order", "[keyboard]") {
    Desk desk;
    const Description board = desk.look();
    const std::string keys = "1234567890-=";
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Target& tile = board.targets.at(i);
        REQUIRE(tile.id.starts_with("tile/"));
        CHECK(tile.key == keys.substr(i, 1));
        desk.hands.key_at(support::place::kRow1 + static_cast<int>(i));
        desk.wait_for_card(tile.id.substr(tile.id.find('/') + 1));
        desk.hands.key("Escape");
        desk.wait_for_screen("board");
    }
}

TEST_CASE("Space walks from a card through its steps and back to all of them", "[keyboard]") {
    Desk desk;
    const Description card = desk.go_to("card");
    const int steps = count_steps(card);
    REQUIRE(steps >= 4);
    for (int step = 1; step <= steps; ++step) {
        desk.hands.key("space");
        desk.wait_for_step(card.card, step);
    }
    desk.hands.key("space");
    desk.wait_for_card(card.card);
}

TEST_CASE("the arrows walk through the steps both ways", "[keyboard]") {
    Desk desk;
    const Description card = desk.go_to("card");
    const int steps = count_steps(card);
    desk.hands.key("Right");
    desk.wait_for_step(card.card, 1);
    desk.hands.key("Down");
    desk.wait_for_step(card.card, 2);
    desk.hands.key("Up");
    desk.wait_for_step(card.card, 1);
    desk.hands.key("Left");
    desk.wait_for_card(card.card);
    desk.hands.key("Left");
    desk.wait_for_step(card.card, steps);
    desk.hands.key("Right");
    desk.wait_for_card(card.card);
}

TEST_CASE("the number row opens the steps of a card", "[keyboard]") {
    Desk desk;
    const Description card = desk.go_to("card");
    desk.hands.key("3");
    desk.wait_for_step(card.card, 3);
    desk.hands.key("1");
    desk.wait_for_step(card.card, 1);
}

TEST_CASE("page down and page up go round the tabs", "[keyboard]") {
    Desk desk;
    const std::array tabs{"tab/most-used", "tab/green", "tab/yellow", "tab/red", "tab/blue"};
    const auto wait_for_tab = [&](const std::string& tab) {
        desk.process.wait_for(tab, [&](const Description& now) { return open_tab(now) == tab; });
    };
    wait_for_tab(tabs.front());
    for (std::size_t i = 1; i <= tabs.size(); ++i) {
        desk.hands.key("Next");
        wait_for_tab(tabs.at(i % tabs.size()));
    }
    for (std::size_t i = tabs.size(); i-- > 0;) {
        desk.hands.key("Prior");
        wait_for_tab(tabs.at(i));
    }
}

TEST_CASE("Escape leads home from any screen", "[keyboard]") {
    Desk desk;
    for (const char* screen : {"board", "card", "step", "search", "menu", "contacts"}) {
        CAPTURE(screen);
        desk.go_to(screen);
        desk.hands.key("Next"); // and from its second page, or the second tab
        desk.hands.key("Escape");
        const Description home = desk.look();
        CHECK(home.screen == "board");
        CHECK(open_tab(home) == "tab/most-used");
    }
}

TEST_CASE("keys with Ctrl or Alt are not meant for a card", "[keyboard]") {
    Desk desk;
    const long frames = desk.settle().frames;
    for (const char* chord : {"Control_L", "Alt_L", "Super_L"}) {
        CAPTURE(chord);
        desk.hands.key_while(chord, "2");
        desk.hands.key_while(chord, "F1");
        desk.hands.key_while(chord, "s");
        CHECK(desk.look().screen == "board");
    }
    CHECK(desk.settle().frames == frames);
}
