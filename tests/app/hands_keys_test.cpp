#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace app_test;
using platform::Key;
using platform::KeyPress;
using platform::TypedText;
using Events = std::vector<desk::Event>;

namespace {

constexpr std::array kRow{Key::row_1, Key::row_2, Key::row_3,     Key::row_4,
                          Key::row_5, Key::row_6, Key::row_7,     Key::row_8,
                          Key::row_9, Key::row_0, Key::row_minus, Key::row_equal};

HandsOn searching() {
    HandsOn it;
    it.screen.name = "search";
    it.screen.keys.row_types = true;
    it.screen.keys.enter = desk::OpenCard{"first hit"};
    it.screen.keys.forward = desk::ChooseHit{1};
    it.screen.keys.back = desk::ChooseHit{0};
    return it;
}

HandsOn on_a_card() {
    HandsOn it;
    it.screen.name = "card";
    it.screen.keys.forward = desk::OpenStep{0};
    it.screen.keys.back = desk::OpenStep{3};
    return it;
}

HandsOn quiet() {
    HandsOn it;
    it.screen.name = "quiet";
    it.screen.keys.wakes = true;
    return it;
}

} // namespace

TEST_CASE("F1 to F4 open the frameworks of the codes, on every screen") {
    for (HandsOn it : {HandsOn{}, searching(), on_a_card(), quiet()}) {
        CAPTURE(it.screen.name);
        CHECK(it.key(Key::f1) == Events{desk::OpenFramework{cards::Code::green}});
        CHECK(it.key(Key::f2) == Events{desk::OpenFramework{cards::Code::yellow}});
        CHECK(it.key(Key::f3) == Events{desk::OpenFramework{cards::Code::red}});
        CHECK(it.key(Key::f4) == Events{desk::OpenFramework{cards::Code::blue}});
    }
}

TEST_CASE("Esc goes home and F12 is quiet, on every screen but the quiet one") {
    for (HandsOn it : {HandsOn{}, searching(), on_a_card()}) {
        CAPTURE(it.screen.name);
        CHECK(it.key(Key::escape) == Events{desk::GoHome{}});
        CHECK(it.key(Key::f12) == Events{desk::BeQuiet{}});
    }
}

TEST_CASE(
    "Every key wakes the quiet screen and does nothing else, but for the frameworks and speech") {
    for (int i = 0; i <= static_cast<int>(Key::end); ++i) {
        const auto key = static_cast<Key>(i);
        const bool works_everywhere =
            (key >= Key::f1 && key <= Key::f4) || (key >= Key::f9 && key <= Key::f11);
        if (!works_everywhere) {
            HandsOn it = quiet();
            CAPTURE(i);
            CHECK(it.key(key) == Events{desk::Wake{}});
            it.screen.keys.wakes = false;
            CHECK(it.take(TypedText{"a"}).empty());
        }
    }
}

TEST_CASE("F9 to F11 are about speech on every screen, and do it once while they are held") {
    for (HandsOn it : {HandsOn{}, searching(), on_a_card(), quiet()}) {
        CAPTURE(it.screen.name);
        CHECK(it.key(Key::f9) == Events{desk::ToggleSpeech{}});
        CHECK(it.key(Key::f10) == Events{desk::AskToSayAll{}});
        CHECK(it.key(Key::f11) == Events{desk::HushSpeech{}});
        CHECK(it.take(KeyPress{.key = Key::f9, .repeat = true}).empty());
    }
}

TEST_CASE("Text without a key types nothing on the quiet screen") {
    HandsOn it = quiet();
    CHECK(it.take(TypedText{"a"}).empty());
}

TEST_CASE("The key that made the desk quiet does not wake it by being held") {
    HandsOn it = quiet();
    CHECK(it.take(KeyPress{.key = Key::f12, .repeat = true}).empty());
    CHECK(it.take(KeyPress{.key = Key::other, .repeat = true}).empty());
    CHECK(it.key(Key::f12) == Events{desk::Wake{}});
}

TEST_CASE("The number row does what the screen says for each of its twelve places") {
    HandsOn it;
    for (std::size_t i = 0; i < kRow.size(); ++i) {
        it.screen.keys.row.at(i) = desk::OpenStep{static_cast<int>(i)};
    }
    for (std::size_t i = 0; i < kRow.size(); ++i) {
        CAPTURE(i);
        CHECK(it.key(kRow.at(i)) == Events{desk::OpenStep{static_cast<int>(i)}});
    }
    it.screen.keys.row.at(4).reset();
    CHECK(it.key(Key::row_5).empty());
}

TEST_CASE("What the number row has printed on it is not typed as well") {
    HandsOn it;
    for (const Key key : kRow) {
        it.key(key);
        CHECK(it.take(TypedText{"é"}).empty());
    }
}

TEST_CASE("Letters of any script start a search, and digits and signs do not") {
    for (const char* letter : {"a", "Z", "é", "ж", "中"}) {
        HandsOn it;
        CAPTURE(letter);
        CHECK(it.key(Key::other).empty());
        CHECK(it.take(TypedText{letter}) == Events{desk::Type{letter}});
    }
    for (const char* sign : {"1", "?", " ", "@", "[", ""}) {
        HandsOn it;
        CAPTURE(sign);
        it.key(Key::other);
        CHECK(it.take(TypedText{sign}).empty());
    }
}

TEST_CASE("In a search everything is typed, the number row and spaces, too") {
    HandsOn it = searching();
    for (const auto& [key, text] : {std::pair{Key::other, "?"},
                                    {Key::row_1, "1"},
                                    {Key::row_equal, "="},
                                    {Key::space, " "}}) {
        CAPTURE(text);
        CHECK(it.key(key).empty());
        CHECK(it.take(TypedText{text}) == Events{desk::Type{text}});
    }
}

TEST_CASE("Keys that have done something leave nothing to be typed") {
    for (const Key key : {Key::f1, Key::f12, Key::escape, Key::enter, Key::tab, Key::backspace,
                          Key::del, Key::left, Key::down, Key::page_up, Key::page_down}) {
        HandsOn it = searching();
        it.key(key);
        CAPTURE(static_cast<int>(key));
        CHECK(it.take(TypedText{"a"}).empty());
    }
}

TEST_CASE("Space goes on to the next step and types no space") {
    HandsOn it = on_a_card();
    CHECK(it.key(Key::space) == Events{desk::OpenStep{0}});
    it.screen.name = "search";
    CHECK(it.take(TypedText{" "}).empty());
}

TEST_CASE("Space in a search presses what has the focus and types no space") {
    HandsOn it = searching();
    it.key(Key::tab);
    CHECK(it.key(Key::space) == opens({"left"}));
    CHECK(it.take(TypedText{" "}).empty());
}

TEST_CASE("Space on a board presses what has the focus, and nothing without") {
    HandsOn it;
    CHECK(it.key(Key::space).empty());
    it.key(Key::tab);
    CHECK(it.key(Key::space) == opens({"left"}));
}

TEST_CASE("Ctrl, Alt and Super with any key mean nothing and type nothing") {
    for (HandsOn it : {HandsOn{}, searching(), on_a_card(), quiet()}) {
        for (int i = 0; i <= static_cast<int>(Key::end); ++i) {
            CAPTURE(it.screen.name, i);
            CHECK(it.take(KeyPress{.key = static_cast<Key>(i), .command = true}).empty());
            CHECK(it.take(TypedText{"a"}).empty());
        }
        CHECK(it.hands.focused().empty());
    }
}

TEST_CASE("Enter does what the screen says, unless a target has the focus") {
    HandsOn it = searching();
    CHECK(it.key(Key::enter) == opens({"first hit"}));
    it.key(Key::tab);
    CHECK(it.key(Key::enter) == opens({"left"}));
    CHECK(HandsOn{}.key(Key::enter).empty());
}

TEST_CASE("Backspace and Delete change a search and nothing else") {
    HandsOn it = searching();
    CHECK(it.key(Key::backspace) == Events{desk::Erase{}});
    CHECK(it.key(Key::del) == Events{desk::ClearQuery{}});
    HandsOn card = on_a_card();
    CHECK(card.key(Key::backspace).empty());
    CHECK(card.key(Key::del).empty());
}

TEST_CASE("Page keys and arrows do what the screen says") {
    HandsOn it = on_a_card();
    it.screen.keys.page_forward = desk::ShowPage{1};
    it.screen.keys.page_back = desk::ShowPage{7};
    CHECK(it.key(Key::page_down) == Events{desk::ShowPage{1}});
    CHECK(it.key(Key::page_up) == Events{desk::ShowPage{7}});
    CHECK(it.key(Key::right) == Events{desk::OpenStep{0}});
    CHECK(it.key(Key::down) == Events{desk::OpenStep{0}});
    CHECK(it.key(Key::left) == Events{desk::OpenStep{3}});
    CHECK(it.key(Key::up) == Events{desk::OpenStep{3}});
    CHECK(HandsOn{}.key(Key::page_down).empty());
}

TEST_CASE("Tab goes through the targets in their order and round, leaving out those out of use") {
    HandsOn it;
    for (const char* id : {"left", "right", "below", "left"}) {
        CHECK(it.key(Key::tab).empty());
        CHECK(it.hands.focused() == id);
    }
}

TEST_CASE("Shift and Tab go the other way, from the end") {
    HandsOn it;
    for (const char* id : {"below", "right", "left", "below"}) {
        it.take(KeyPress{.key = Key::tab, .shift = true});
        CHECK(it.hands.focused() == id);
    }
}

TEST_CASE("Where there is no target the focus stays nowhere") {
    HandsOn it;
    it.screen.scene.targets.clear();
    it.key(Key::tab);
    it.key(Key::down);
    CHECK(it.hands.focused().empty());
}

TEST_CASE("Arrows move the focus to the nearest target that way and stop at the edge") {
    HandsOn it;
    const auto steer = [&](Key key) {
        it.key(key);
        return it.hands.focused();
    };
    CHECK(steer(Key::right) == "left");
    CHECK(steer(Key::right) == "right");
    CHECK(steer(Key::right) == "right");
    CHECK(steer(Key::left) == "left");
    CHECK(steer(Key::down) == "below");
    CHECK(steer(Key::down) == "below");
    CHECK(steer(Key::up) == "left");
    CHECK(steer(Key::up) == "left");
}

TEST_CASE("Arrows pass over targets that are out of use") {
    HandsOn it;
    it.key(Key::tab);
    it.key(Key::down);
    REQUIRE(it.hands.focused() == "below");
    it.key(Key::right);
    CHECK(it.hands.focused() == "right");
}

TEST_CASE("Arrows go straight ahead rather than to what is nearer but aside") {
    HandsOn it;
    it.screen.scene.targets = {{.id = "from", .rect = {0, 0, 100, 100}},
                               {.id = "aside", .rect = {120, 150, 100, 100}},
                               {.id = "ahead", .rect = {300, 0, 100, 100}}};
    it.key(Key::tab);
    it.key(Key::right);
    CHECK(it.hands.focused() == "ahead");
}

TEST_CASE("Arrows move the focus on a card, too, once something has it") {
    HandsOn it = on_a_card();
    it.key(Key::tab);
    CHECK(it.key(Key::right).empty());
    CHECK(it.hands.focused() == "right");
}

TEST_CASE("A target that is gone or out of use is not set off by Enter") {
    HandsOn it;
    it.key(Key::tab);
    it.screen.scene.targets.front().enabled = false;
    CHECK(it.key(Key::enter).empty());
    it.screen.scene.targets.erase(it.screen.scene.targets.begin());
    CHECK(it.key(Key::enter).empty());
}

TEST_CASE("A view that changes takes the focus with it") {
    HandsOn it;
    it.key(Key::tab);
    it.hands.forget();
    CHECK(it.hands.focused().empty());
    it.key(Key::tab);
    CHECK(it.hands.focused() == "left");
}

TEST_CASE(
    "a PIN takes digits from both rows, once for each press, and nothing else that is typed") {
    HandsOn it;
    it.screen.name = "pin";
    it.screen.keys.types_pin = true;
    it.screen.keys.row.at(3) = desk::PinDigit{'4'};
    it.screen.keys.erase = desk::ErasePin{};
    const auto types = [&](const KeyPress& press, const std::string& text) {
        Events events = it.take(press);
        const Events typed = it.take(TypedText{text});
        events.insert(events.end(), typed.begin(), typed.end());
        return events;
    };
    const Events four{desk::PinDigit{'4'}};
    CHECK(types({.key = Key::row_4}, "4") == four);
    CHECK(types({.key = Key::row_4, .repeat = true}, "4").empty());
    CHECK(types({.key = Key::other}, "4") == four); // of the number pad
    CHECK(types({.key = Key::other, .repeat = true}, "4").empty());
    CHECK(types({.key = Key::other}, "a").empty());
    CHECK(types({.key = Key::other}, "٤").empty());
    CHECK(it.key(Key::backspace) == Events{desk::ErasePin{}});
}
