#include "desk.h"
#include "support/large_pack.h"
#include "support/x_server.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using glass_test::Desk;
using glass_test::display;
using support::Description;
using support::Ended;
using support::Environment;
using support::TempFolder;

namespace {

/// What a person reads who gets no desk.
bool is_one_line(const std::string& text) {
    return text.starts_with("deskcards: ") && text.ends_with('\n') &&
           std::ranges::count(text, '\n') == 1;
}

/// Starts a desk that cannot start, in a state folder of its own unless the arguments say which.
Ended start_in_vain(std::vector<std::string> arguments, const Environment& changes) {
    const TempFolder state;
    Environment environment = changes;
    environment.merge(support::desk_environment(display()));
    if (std::ranges::find(arguments, "--state") == arguments.end()) {
        arguments.insert(arguments.end(), {"--state", state.path()});
    }
    return support::run_deskcards(arguments, environment);
}

void check_refusal(const Ended& ended) {
    INFO(ended.err);
    CHECK(ended.exit_code == 1);
    CHECK(ended.out.empty());
    CHECK(is_one_line(ended.err));
}

/// A desk that starts although something is wrong says so on its board and on standard error.
void check_notice(Desk& desk, const std::string& place) {
    const Description board = desk.settle();
    CHECK(board.screen == "board");
    CHECK(board.find("tile/fine-dispute") != nullptr); // the starter pack
    REQUIRE(board.find("notice") != nullptr);
    CHECK(board.at("notice").label.contains(place));
    const Ended ended = desk.process.close();
    INFO(ended.err);
    CHECK(ended.exit_code == 0);
    CHECK(ended.out.empty());
    CHECK(ended.err.starts_with("deskcards: "));
}

} // namespace

TEST_CASE("a pack that cannot be read gives way to the starter pack, and the board says why",
          "[start]") {
    const TempFolder pack;
    pack.write("pack.yaml", "format: 1\nid: [broken\nname: Broken\n");
    Desk desk({"--pack", pack.path()});
    check_notice(desk, "pack.yaml, line ");
}

TEST_CASE("a pack folder that is not there gives way to the starter pack", "[start]") {
    const TempFolder nowhere;
    Desk desk({"--pack", nowhere.path() / "none"});
    check_notice(desk, "none");
}

TEST_CASE("a setting that is not known or of the wrong kind is named with file and line",
          "[start]") {
    const TempFolder folder;
    SECTION("not known") {
        Desk desk({"--config", folder.write("desk.yaml", "clock: on\ncolour: red\n")});
        check_notice(desk, "desk.yaml, line 2: ");
    }
    SECTION("of the wrong kind") {
        Desk desk({"--config", folder.write("desk.yaml", "idle-minutes: soon\n")});
        check_notice(desk, "desk.yaml, line 1: ");
    }
    SECTION("not YAML at all") {
        Desk desk({"--config", folder.write("desk.yaml", "clock: on\n\t]: {\n")});
        check_notice(desk, "desk.yaml, line ");
    }
}

TEST_CASE("a configuration file that was named and is not there is refused", "[start]") {
    const TempFolder folder;
    const Ended ended = start_in_vain({"--config", folder.path() / "none.yaml"}, {});
    check_refusal(ended);
    CHECK(ended.err.contains("none.yaml"));
}

TEST_CASE("a desk without a display says so", "[start]") {
    check_refusal(start_in_vain({}, {{"DISPLAY", std::nullopt}}));
    check_refusal(start_in_vain({}, {{"DISPLAY", ":4711"}}));
}

TEST_CASE("a state folder that cannot be written is refused", "[start]") {
    const TempFolder folder;
    const auto file = folder.write("file", "not a folder");
    const Ended ended = start_in_vain({"--state", file / "state"}, {});
    check_refusal(ended);
    CHECK(ended.err.contains("--state"));
}

TEST_CASE("a machine without the typeface says so", "[start]") {
    const TempFolder folder;
    const auto fonts =
        folder.write("fonts.conf", "<?xml version=\"1.0\"?>\n"
                                   "<!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\">\n"
                                   "<fontconfig></fontconfig>\n");
    check_refusal(start_in_vain({}, {{"FONTCONFIG_FILE", fonts}}));
}

TEST_CASE("a display that knows no OpenGL says so", "[start]") {
    const support::XServer bare(1024, 768, {"-extension", "GLX"});
    check_refusal(start_in_vain({}, {{"DISPLAY", bare.name()}}));
}

TEST_CASE("a graphics driver that is too old says so", "[start]") {
    check_refusal(start_in_vain({}, {{"MESA_GL_VERSION_OVERRIDE", "2.1"}}));
}

TEST_CASE("a command line that makes no sense is told so on standard error", "[start]") {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"--window", "large"}, {"--nonsense"}, {"show"}}) {
        const Ended ended = start_in_vain(words, {});
        CHECK(ended.exit_code == 2);
        CHECK(ended.out.empty());
        CHECK(!ended.err.empty());
    }
}

TEST_CASE("what staff set in two taps from the menu is there after a restart", "[start]") {
    const TempFolder state;
    {
        Desk desk({"--state", state.path()});
        desk.settle();
        desk.tap("menu");
        desk.wait_for_screen("menu");
        desk.tap("menu/comfort");
        desk.wait_for_screen("comfort");
        desk.tap("comfort/text");
        const Description large = desk.settle();
        CHECK(large.at("comfort/text").label == "Text size: Large");
        desk.tap("comfort/colours");
        CHECK(desk.settle().at("comfort/colours").label == "Colors: Dark");
        CHECK(desk.process.close().exit_code == 0);
    }
    Desk desk({"--state", state.path()});
    desk.settle();
    desk.tap("menu");
    desk.wait_for_screen("menu");
    desk.tap("menu/comfort");
    const Description again = desk.wait_for_screen("comfort");
    CHECK(again.at("comfort/text").label == "Text size: Large");
    CHECK(again.at("comfort/colours").label == "Colors: Dark");
}

TEST_CASE("the language chosen in the menu is there at once and after a restart", "[start]") {
    const TempFolder state;
    {
        Desk desk({"--state", state.path()});
        desk.go_to("menu");
        desk.tap("menu/language");
        const Description spanish = desk.settle();
        CHECK(spanish.at("menu/language").label == "Idioma: Español");
        CHECK(spanish.at("menu/keys").label == "Teclas");
        CHECK(desk.process.close().exit_code == 0);
    }
    Desk desk({"--state", state.path()});
    CHECK(desk.settle().at("menu").label == "Menú");
}

TEST_CASE("a large pack's board is there first, and then all of its cards are found", "[start]") {
    const TempFolder folder;
    support::write_large_pack(folder.path() / "pack", 500);
    Desk desk({"--pack", folder.path() / "pack"});
    CHECK(desk.settle().find("tile/fine-dispute") != nullptr);
    desk.tap("search");
    for (const char* const digit : {"4", "9", "9"}) {
        desk.hands.key(digit);
    }
    desk.process.wait_for("the card",
                          [](const Description& it) { return it.find("hit/card-499") != nullptr; });
    desk.hands.key("Return");
    CHECK(desk.wait_for_card("card-499").screen == "card");
}
