#include "desk.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <set>

using glass_test::Desk;
using support::Area;
using support::count_differences;
using support::Description;
using support::Picture;
using support::Point;
using support::Target;

namespace {

constexpr const char* kTile = "tile/fine-dispute";
constexpr const char* kCard = "fine-dispute";

/// A place some millimetres below a target.
Point below(const Description& glass, const Target& target, double mm) {
    return {.x = target.centre().x, .y = target.y + target.h + mm * glass.px_per_mm};
}

/// A place just inside a target's lower edge.
Point at_lower_edge(const Target& target) {
    return {.x = target.centre().x, .y = target.y + target.h - 2};
}

std::vector<std::string> ids_starting_with(const Description& glass, std::string_view start) {
    std::vector<std::string> ids;
    for (const Target& target : glass.targets) {
        if (target.id.starts_with(start)) {
            ids.push_back(target.id);
        }
    }
    return ids;
}

std::set<std::string> situations_of_the_starter_pack() {
    std::set<std::string> cards;
    for (const auto& file :
         std::filesystem::directory_iterator(DESKCARDS_SOURCE_DIR "/content/situations")) {
        cards.insert(file.path().stem());
    }
    return cards;
}

} // namespace

TEST_CASE("a tap on a tile opens its card", "[touch]") {
    Desk desk;
    desk.tap(kTile);
    desk.wait_for_card(kCard);
}

TEST_CASE("any card is opened by two taps, on its tab and on its tile", "[touch]") {
    Desk desk;
    const auto tabs = ids_starting_with(desk.look(), "tab/");
    REQUIRE(tabs.size() == 5);
    std::set<std::string> opened;
    const Description board = desk.look();
    for (const std::string& tab : tabs) {
        desk.hands.tap(board.at(tab).centre());
        const Description tiles = desk.look();
        CHECK(tiles.at(tab).chosen);
        for (const std::string& tile : ids_starting_with(tiles, "tile/")) {
            desk.hands.key("Escape");
            desk.hands.tap(board.at(tab).centre());
            desk.hands.tap(tiles.at(tile).centre());
            const std::string card = tile.substr(tile.find('/') + 1);
            desk.wait_for_card(card);
            opened.insert(card);
        }
        desk.hands.key("Escape");
    }
    CHECK(opened == situations_of_the_starter_pack());
}

TEST_CASE("a press shows on the first frame after it, before the finger is lifted", "[touch]") {
    Desk desk;
    const Target tile = desk.look().at(kTile);
    desk.hands.move(tile.centre());
    const Description before = desk.settle();
    const Picture at_rest = desk.eyes.look_at(tile.area());
    desk.hands.press();
    const Description pressed = desk.settle();
    CHECK(pressed.screen == "board");
    CHECK(pressed.frames == before.frames + 1);
    CHECK(support::wait_until(
        [&] { return count_differences(at_rest, desk.eyes.look_at(tile.area())) > 500; }));
    desk.hands.release();
    desk.wait_for_card(kCard);
}

TEST_CASE("a press and a release between two frames are a tap", "[touch]") {
    Desk desk;
    const Point tile = desk.settle().at(kTile).centre();
    desk.process.pause();
    desk.hands.tap(tile);
    desk.process.go_on();
    desk.wait_for_card(kCard);
}

TEST_CASE("two quick taps between two frames are two taps", "[touch]") {
    Desk desk;
    const Description search = desk.go_to("search");
    desk.process.pause();
    desk.hands.tap(search.at("key/c").centre());
    desk.hands.tap(search.at("key/r").centre());
    desk.process.go_on();
    desk.wait_for_query("scr");
    desk.process.pause();
    desk.hands.tap(search.at("key/e").centre());
    desk.hands.tap(search.at("key/e").centre());
    desk.process.go_on();
    desk.wait_for_query("scree");
}

TEST_CASE("a finger that slips 3 mm off its target is still a tap", "[touch]") {
    Desk desk;
    const Description glass = desk.settle();
    const Target& tile = glass.at(kTile);
    desk.hands.move(at_lower_edge(tile));
    desk.hands.press();
    desk.hands.move(below(glass, tile, 3));
    desk.hands.release();
    desk.wait_for_card(kCard);
}

TEST_CASE("a finger that slips 8 mm off its target sets nothing off and leaves nothing pressed",
          "[touch]") {
    Desk desk;
    const Description glass = desk.settle();
    const Target& tile = glass.at(kTile);
    const Area whole{.x = 0, .y = 0, .w = 1920, .h = 1080};
    const Picture at_rest = desk.eyes.look_at(whole);
    desk.hands.move(at_lower_edge(tile));
    desk.hands.press();
    desk.hands.move(below(glass, tile, 8));
    desk.hands.release();
    CHECK(desk.settle().screen == "board");
    CHECK(support::wait_until([&] { return desk.eyes.look_at(whole) == at_rest; }));
}

TEST_CASE("a press on one tile and a release on another set off neither", "[touch]") {
    Desk desk;
    const Description glass = desk.settle();
    const Area whole{.x = 0, .y = 0, .w = 1920, .h = 1080};
    const Picture at_rest = desk.eyes.look_at(whole);
    desk.hands.move(glass.at(kTile).centre());
    desk.hands.press();
    desk.hands.move(glass.at("tile/overdose").centre());
    desk.hands.release();
    CHECK(desk.settle().screen == "board");
    CHECK(support::wait_until([&] { return desk.eyes.look_at(whole) == at_rest; }));
}

TEST_CASE("a finger that comes back to its target before it is lifted is a tap", "[touch]") {
    Desk desk;
    const Description glass = desk.settle();
    desk.hands.move(glass.at(kTile).centre());
    desk.hands.press();
    desk.hands.move(glass.at("tile/overdose").centre());
    desk.settle();
    desk.hands.move(glass.at(kTile).centre());
    desk.hands.release();
    desk.wait_for_card(kCard);
}

TEST_CASE("what was tapped is not left pressed when the board is back", "[touch]") {
    Desk desk;
    desk.settle();
    const Area whole{.x = 0, .y = 0, .w = 1920, .h = 1080};
    const Picture at_rest = desk.eyes.look_at(whole);
    desk.tap(kTile);
    desk.wait_for_card(kCard);
    desk.hands.key("Escape");
    desk.wait_for_screen("board");
    desk.settle();
    CHECK(support::wait_until([&] { return desk.eyes.look_at(whole) == at_rest; }));
}
