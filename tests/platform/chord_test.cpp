#include "platform/chord.h"

#include <catch2/catch_test_macros.hpp>

using platform::Chord;
using platform::parse_chord;

namespace {

/// As it is shown once it has been read; what is wrong with it if it cannot be.
std::string read(const char* text) {
    const auto chord = parse_chord(text);
    return chord ? platform::to_string(*chord) : chord.error().sentence;
}

} // namespace

TEST_CASE("A chord is read in any case and order, with or without blanks, by any of its names") {
    CHECK(read("Ctrl+Alt+D") == "Ctrl+Alt+D");
    CHECK(read("alt + control+d") == "Ctrl+Alt+D");
    CHECK(read(" SHIFT+super + 4 ") == "Shift+Super+4");
    CHECK(read("Super+space") == "Super+Space");
    CHECK(read("win+return") == "Super+Enter");
    CHECK(read("Ctrl+PageUp") == "Ctrl+PgUp");
    CHECK(read("F8") == "F8");
    CHECK(read("shift+f24") == "Shift+F24");
    CHECK(read("break") == "Pause");
    CHECK(read("Alt+Esc") == "Alt+Esc");
}

TEST_CASE("A chord knows what X calls its key") {
    CHECK(parse_chord("Ctrl+Alt+D")->symbol == 'd');
    CHECK(parse_chord("Super+7")->symbol == '7');
    CHECK(parse_chord("F8")->symbol == 0xFFC5);
    CHECK(parse_chord("Super+Space")->symbol == ' ');
}

TEST_CASE("What is no key is said so, with examples of what is one") {
    for (const char* text : {"", " ", "+", "Ctrl", "Ctrl+", "Ctrl++D", "+D", "Ctrl+Ctrl+D", "F0",
                             "F25", "FF", "F8x", "Hyper+D", "D+Ctrl", "Ctrl+Alt+DD", "Ctrl+Alt+é",
                             "Ctrl-Alt-D", "Ctrl+Alt+Delete2", "F99999999999"}) {
        CAPTURE(text);
        CHECK(read(text) ==
              "\"" + std::string(text) +
                  "\" is not a key; write one such as Ctrl+Alt+H, Super+Space or F8.");
    }
}

TEST_CASE("What people press while they type is refused") {
    for (const char* text : {"D", "7", "Space", "Shift+D", "Ctrl+C", "Alt+F", "Ctrl+Space", "Enter",
                             "Shift+Tab", "Esc", "Backspace", "Home", "Shift+Left"}) {
        CAPTURE(text);
        CHECK(read(text).contains("is pressed while people type"));
    }
    for (const char* text : {"Ctrl+Shift+D", "Alt+Shift+D", "Super+D", "Ctrl+Enter", "Alt+Home",
                             "Pause", "Print", "ScrollLock", "Menu", "F12"}) {
        CAPTURE(text);
        CHECK(parse_chord(text).has_value());
    }
}
