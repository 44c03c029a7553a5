#include "desk.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <sstream>

using glass_test::Desk;
using support::Area;
using support::count_differences;
using support::Picture;

namespace {

constexpr Area kGlass{.x = 0, .y = 0, .w = 1024, .h = 600}; // as main.cpp starts it

Picture seen(Desk& desk) {
    desk.settle();
    return desk.eyes.look_at(kGlass);
}

} // namespace

TEST_CASE("the board looks as at the start, whatever was drawn over parts of it", "[drawing]") {
    Desk desk;
    const Picture first = seen(desk);
    for (const char* const screen : {"card", "step", "menu", "search", "quiet", "contacts"}) {
        desk.go_to(screen);
        CHECK(count_differences(seen(desk), first) > 0);
        desk.go_home();
        CHECK(count_differences(seen(desk), first) == 0);
    }
    desk.tap("tab/red");
    desk.settle();
    desk.tap("tab/most-used");
    CHECK(count_differences(seen(desk), first) == 0);
}

TEST_CASE("a finger that slips off leaves no trace of itself", "[drawing]") {
    Desk desk;
    desk.hands.move({.x = 2, .y = 2});
    const Picture before = seen(desk);
    desk.hands.move(desk.look().at("tile/fine-dispute").centre());
    desk.hands.press();
    CHECK(count_differences(seen(desk), before) > 0);
    desk.hands.move({.x = 2, .y = 2});
    desk.hands.release();
    CHECK(count_differences(seen(desk), before) == 0);
}

TEST_CASE("a card looks the same by whichever way it was reached", "[drawing]") {
    const auto picture_after = [](const auto& way) {
        Desk desk;
        way(desk);
        desk.wait_for_card("fine-dispute");
        return seen(desk);
    };
    const Picture by_tile = picture_after([](Desk& desk) { desk.tap("tile/fine-dispute"); });
    const Picture by_keys = picture_after([](Desk& desk) {
        desk.hands.key("F2");
        desk.wait_for_screen("card");
        desk.go_home();
        desk.hands.type("late fee");
        desk.wait_for_query("late fee");
        desk.hands.key("Escape");
        desk.go_home();
        desk.hands.key_at(support::place::kRow1 + 1);
    });
    CHECK(count_differences(by_tile, by_keys) == 0);
}

TEST_CASE("a window that changes its size while it is drawn in ends up as one of that size",
          "[drawing]") {
    static constexpr Area kSmall{.x = 0, .y = 0, .w = 800, .h = 500};
    const auto picture_of = [](Desk& desk) {
        desk.settle();
        return desk.eyes.look_at(kSmall);
    };
    const Picture expected = [&] {
        Desk desk({"--window", "800x500"});
        return picture_of(desk);
    }();
    Desk desk({"--window", "1000x580"});
    desk.settle();
    const auto xdotool = [](const std::vector<std::string>& words) {
        std::vector<std::string> command{"xdotool"};
        command.insert(command.end(), words.begin(), words.end());
        return support::run_to_end(command, support::desk_environment(glass_test::display()));
    };
    const std::string found = xdotool({"search", "--name", "^Deskcards$"}).out;
    const std::string window = found.substr(0, found.find('\n'));
    REQUIRE_FALSE(window.empty());
    for (int i = 0; i < 60; ++i) {
        const int less = i * 37 % 200;
        xdotool({"windowsize", window, std::to_string(1000 - less), std::to_string(580 - less)});
        desk.hands.key(i % 2 == 0 ? "F2" : "Escape");
    }
    xdotool({"windowsize", window, "800", "500"});
    desk.go_home();
    CHECK(count_differences(picture_of(desk), expected) == 0);
}

TEST_CASE("a trace holds what the start was made of", "[drawing]") {
    const support::TempFolder folder;
    const auto file = folder.path() / "trace.json";
    Desk desk({"--trace", file});
    desk.settle();
    desk.process.close();
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    std::string list = text.str();
    list.resize(list.rfind(',')); // the format's list may lack its end
    std::set<std::string> names;
    for (const auto& span : nlohmann::json::parse(list + "]")) {
        CHECK(span.at("ph") == "X");
        CHECK(span.at("dur").get<double>() >= 0);
        names.insert(span.at("name"));
    }
    for (const char* const name : {"read the cards", "find the screen", "open the window",
                                   "make the first screen", "draw: render", "draw: show"}) {
        CHECK(names.contains(name));
    }
}
