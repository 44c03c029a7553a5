#include "desk.h"
#include "support/x_server.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

using glass_test::Desk;
using support::Description;
using support::Layout;
namespace place = support::place;

namespace {

/// The layout's labels come with the next touch of the keyboard.
Description refreshed(Desk& desk) {
    desk.hands.key_at(place::kEscape);
    return desk.look();
}

} // namespace

TEST_CASE("on a French keyboard the number row opens the tiles by place and shows its own labels",
          "[layout]") {
    Desk desk;
    const Layout french(glass_test::display(), "fr");
    const Description board = refreshed(desk);
    const std::array labels{"&", "é", "\"", "'", "(", "-", "è", "_", "ç", "à", ")", "="};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const support::Target& tile = board.targets.at(i);
        CHECK(tile.key == labels.at(i));
        desk.hands.key_at(place::kRow1 + static_cast<int>(i));
        desk.wait_for_card(tile.id.substr(tile.id.find('/') + 1));
        CHECK(desk.look().screen == "card"); // and é does not search
        desk.hands.key_at(place::kEscape);
        desk.wait_for_screen("board");
    }
}

TEST_CASE("a desk that starts on a French keyboard has its labels at once", "[layout]") {
    const Layout french(glass_test::display(), "fr");
    Desk desk;
    CHECK(desk.look().targets.at(1).key == "é");
}

TEST_CASE("letters search as the French keyboard has them", "[layout]") {
    Desk desk;
    const Layout french(glass_test::display(), "fr");
    desk.hands.key_at(place::kQ);
    desk.wait_for_query("a");
    desk.hands.key_at(place::kRow1 + 1);
    desk.wait_for_query("aé");
}

TEST_CASE("dead keys compose letters, on the board and in a search", "[layout]") {
    Desk desk;
    const Layout international(glass_test::display(), "us", "intl");
    desk.hands.key_at(place::kApostrophe);
    CHECK(desk.look().screen == "board");
    desk.hands.key_at(place::kE);
    desk.wait_for_query("é");
    desk.hands.key_at(place::kApostrophe);
    desk.hands.key_at(place::kE);
    desk.wait_for_query("éé");
    desk.hands.key_at(place::kE);
    desk.wait_for_query("éée");
}
