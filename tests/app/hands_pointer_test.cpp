#include "support.h"

#include <catch2/catch_test_macros.hpp>

using namespace app_test;
using platform::PointerDown;
using platform::PointerMove;
using platform::PointerUp;
using platform::Wheel;
using Events = std::vector<desk::Event>;

TEST_CASE("A tap opens what it is on, when the finger is lifted") {
    HandsOn it;
    CHECK(it.take(PointerDown{.x = 200, .y = 200}).empty());
    CHECK(it.hands.pressed() == "left");
    CHECK(it.take(PointerUp{.x = 200, .y = 200}) == opens({"left"}));
    CHECK(it.hands.pressed().empty());
}

TEST_CASE("A tap beside everything does nothing") {
    HandsOn it;
    CHECK(it.tap(50, 50).empty());
    CHECK(it.tap(310, 200).empty());
    CHECK(it.hands.pressed().empty());
}

TEST_CASE("A target that is out of use cannot be tapped") {
    HandsOn it;
    CHECK(it.tap(400, 500).empty());
    CHECK(it.take(PointerDown{.x = 400, .y = 500}).empty());
    CHECK(it.hands.pressed().empty());
}

TEST_CASE("A finger that slips off by up to 4 mm still means it, on every side") {
    for (const auto& [x, y] : {std::pair{61, 200}, {339, 200}, {200, 61}, {200, 339}}) {
        HandsOn it;
        it.take(PointerDown{.x = 200, .y = 200});
        CAPTURE(x, y);
        CHECK(it.take(PointerUp{.x = 1.0 * x, .y = 1.0 * y}) == opens({"left"}));
    }
}

TEST_CASE("A finger that slips off by more than 4 mm means nothing, not even its new place") {
    for (const auto& [x, y] : {std::pair{59, 200}, {341, 200}, {200, 59}, {200, 341}, {400, 200}}) {
        HandsOn it;
        it.take(PointerDown{.x = 200, .y = 200});
        CAPTURE(x, y);
        CHECK(it.take(PointerUp{.x = 1.0 * x, .y = 1.0 * y}).empty());
    }
}

TEST_CASE("A finger that slips onto the neighbour still means the one that it came down on") {
    HandsOn it;
    it.take(PointerDown{.x = 290, .y = 200});
    it.take(PointerMove{.x = 330, .y = 200});
    CHECK(it.hands.pressed() == "left");
    CHECK(it.take(PointerUp{.x = 330, .y = 200}) == opens({"left"}));
}

TEST_CASE("A finger that leaves and comes back presses again") {
    HandsOn it;
    it.take(PointerDown{.x = 200, .y = 200});
    it.take(PointerMove{.x = 600, .y = 200});
    CHECK(it.hands.pressed().empty());
    it.take(PointerMove{.x = 210, .y = 200});
    CHECK(it.hands.pressed() == "left");
    CHECK(it.take(PointerUp{.x = 210, .y = 200}) == opens({"left"}));
}

TEST_CASE("A finger that comes down on nothing sets nothing off where it is lifted") {
    HandsOn it;
    it.take(PointerDown{.x = 50, .y = 50});
    it.take(PointerMove{.x = 200, .y = 200});
    CHECK(it.hands.pressed().empty());
    CHECK(it.take(PointerUp{.x = 200, .y = 200}).empty());
}

TEST_CASE("A press and a release without any movement between frames are a tap each") {
    HandsOn it;
    CHECK(it.tap(200, 200) == opens({"left"}));
    CHECK(it.tap(400, 200) == opens({"right"}));
    CHECK(it.tap(200, 500) == opens({"below"}));
}

TEST_CASE("A release without a press does nothing") {
    HandsOn it;
    CHECK(it.take(PointerUp{.x = 200, .y = 200}).empty());
    it.tap(200, 200);
    CHECK(it.take(PointerUp{.x = 200, .y = 200}).empty());
}

TEST_CASE("A press is over when the window loses the finger or the keyboard") {
    HandsOn it;
    it.take(PointerDown{.x = 200, .y = 200});
    it.take(platform::Withdrawn{});
    CHECK(it.hands.pressed().empty());
    CHECK(it.take(PointerUp{.x = 200, .y = 200}).empty());
}

TEST_CASE("A window that is drawn again ends no press") {
    HandsOn it;
    it.take(PointerDown{.x = 200, .y = 200});
    it.take(platform::Exposed{});
    CHECK(it.take(PointerUp{.x = 200, .y = 200}) == opens({"left"}));
}

TEST_CASE("A target that goes away under the finger is not set off") {
    HandsOn it;
    it.take(PointerDown{.x = 200, .y = 200});
    it.screen.scene.targets.erase(it.screen.scene.targets.begin());
    it.screen.taps.erase(it.screen.taps.begin());
    CHECK(it.take(PointerUp{.x = 200, .y = 200}).empty());
}

TEST_CASE("A target that moves away from under the finger is not set off, nor what comes there") {
    HandsOn it;
    it.take(PointerDown{.x = 200, .y = 200});
    std::swap(it.screen.scene.targets.at(0).rect, it.screen.scene.targets.at(2).rect);
    CHECK(it.take(PointerUp{.x = 200, .y = 200}).empty());
}

TEST_CASE("A target that goes out of use under the finger is not set off") {
    HandsOn it;
    it.take(PointerDown{.x = 200, .y = 200});
    it.screen.scene.targets.front().enabled = false;
    CHECK(it.take(PointerUp{.x = 200, .y = 200}).empty());
}

TEST_CASE("A view that changes under the finger makes its lifting mean nothing") {
    HandsOn it;
    it.take(PointerDown{.x = 200, .y = 200});
    it.hands.forget();
    CHECK(it.hands.pressed().empty());
    CHECK(it.take(PointerUp{.x = 200, .y = 200}).empty());
}

TEST_CASE("A finger takes the keyboard's focus away") {
    HandsOn it;
    it.key(platform::Key::tab);
    REQUIRE(it.hands.focused() == "left");
    it.take(PointerDown{.x = 400, .y = 200});
    CHECK(it.hands.focused().empty());
}

TEST_CASE("The pointer is seen when a mouse moves it and not when a finger makes it jump") {
    HandsOn it;
    it.take(PointerMove{.x = 10, .y = 10});
    it.take(PointerMove{.x = 60, .y = 60});
    CHECK(it.hands.pointer_visible());
    it.take(PointerMove{.x = 600, .y = 60});
    CHECK_FALSE(it.hands.pointer_visible());
    it.take(PointerMove{.x = 610, .y = 60});
    CHECK(it.hands.pointer_visible());
}

TEST_CASE("The wheel turns pages where there are several, and nothing where there is one") {
    HandsOn it;
    it.screen.keys.page_forward = desk::ShowPage{2};
    it.screen.keys.page_back = desk::ShowPage{0};
    CHECK(it.take(Wheel{-1}).empty());
    CHECK(it.take(Wheel{1}).empty());
    it.screen.pages = 3;
    CHECK(it.take(Wheel{-1}) == Events{desk::ShowPage{2}});
    CHECK(it.take(Wheel{1}) == Events{desk::ShowPage{0}});
}

TEST_CASE("The wheel does nothing where pages lead nowhere") {
    HandsOn it;
    it.screen.pages = 3;
    CHECK(it.take(Wheel{-1}).empty());
    CHECK(it.take(Wheel{1}).empty());
}
