#include "desk.h"

#include "support/window_manager.h"
#include "support/x_server.h"

#include <catch2/catch_test_macros.hpp>

#include <X11/X.h>

#include <algorithm>

using glass_test::display;
using support::Description;
using support::DeskProcess;
using support::Ended;
using support::wait_until;

namespace {

constexpr const char* kHotkey = "clock: off\nhotkey: Ctrl+Alt+D\n";
const std::vector<std::string> kHeld{"Control_L", "Alt_L"};

/// What a person reads on standard error.
bool is_one_line(const std::string& text) {
    return text.starts_with("deskcards: ") && text.ends_with('\n') &&
           std::ranges::count(text, '\n') == 1;
}

/// A circulation PC: a window manager, the library system full screen in front, and a desk that
/// was started behind it at the login.
struct Circulation {
    support::XServer server{1280, 800};
    std::string name = server.name();
    support::WindowManager manager{name};
    support::FullScreenProgram library{name};
    support::XHands hands{name};
    support::TempFolder folder;
    DeskProcess desk;

    explicit Circulation(const std::string& config = kHotkey)
        : desk(name, {"--behind", "--config", folder.write("desk.yaml", config)}) {}

    bool desk_in_front() { return support::process_in_front(name) == desk.child().pid(); }
    bool library_in_front() {
        return support::process_in_front(name) == library.pid() && library.has_keyboard();
    }
    void wait_for_desk() {
        REQUIRE(wait_until([&] { return desk_in_front(); }));
    }
    void wait_for_library() {
        REQUIRE(wait_until([&] { return library_in_front(); }));
    }
    /// It may be in front on the way to somewhere else, too.
    bool library_stays_in_front() {
        constexpr int kEnough = 500;
        int times = 0;
        return wait_until([&] { return (times = library_in_front() ? times + 1 : 0) == kEnough; });
    }
    void press_hotkey() { hands.key_while(kHeld, "d"); }
    Ended ask(std::vector<std::string> words) const {
        words.insert(words.begin(), {"--state", desk.state()});
        return support::run_deskcards(words, support::desk_environment(name));
    }
    /// Types where the keyboard is; true if that is the library system.
    bool library_gets(const std::string& key) {
        hands.key(key);
        return wait_until([&] {
            const auto keys = library.keys();
            return !keys.empty() && keys.back() == key;
        });
    }
    void wait_for_query(const std::string& query) {
        desk.wait_for("a search for " + query, [&](const Description& now) {
            return now.screen == "search" && now.at("search").label == query;
        });
    }
};

} // namespace

TEST_CASE("the hotkey brings the desk up over a full-screen program, and gives it back its focus",
          "[beside]") {
    Circulation pc;
    CHECK(pc.library_in_front());
    CHECK(pc.library_gets("a"));

    pc.press_hotkey();
    pc.wait_for_desk();
    const std::size_t before = pc.library.keys().size();
    pc.hands.type("fine");
    pc.wait_for_query("fine");
    CHECK(pc.library.keys().size() == before);
    const support::Picture glass =
        support::XEyes(pc.name).look_at({.x = 0, .y = 0, .w = 1280, .h = 800});
    CHECK(glass.pixels.front() != 0x336699); // the other program's colour, from edge to edge
    CHECK(glass.pixels.back() != 0x336699);

    pc.press_hotkey();
    pc.wait_for_library();
    CHECK(pc.library_gets("b"));
    CHECK(std::ranges::count(pc.library.keys(), "d") == 0);

    pc.press_hotkey();
    pc.wait_for_desk();
    CHECK(pc.desk.look().screen == "search"); // where one was
}

TEST_CASE("a desk that was put away answers, and show brings it up on a card", "[beside]") {
    Circulation pc;
    CHECK(pc.desk.look().screen == "board");
    for (const char* card : {"fine-dispute", "yelling-at-staff"}) {
        CHECK(pc.ask({"show", card}).exit_code == 0);
        pc.wait_for_desk();
        CHECK(pc.desk.look().card == card);
        CHECK(pc.ask({"hide"}).exit_code == 0);
        pc.wait_for_library();
    }
    CHECK(pc.ask({"toggle"}).exit_code == 0);
    pc.wait_for_desk();
    CHECK(pc.ask({"toggle"}).exit_code == 0);
    pc.wait_for_library();
    CHECK(pc.library_gets("b"));
}

TEST_CASE("the locks have no say in the hotkey", "[beside]") {
    Circulation pc;
    for (const char* lock : {"Num_Lock", "Caps_Lock", "Scroll_Lock"}) {
        CAPTURE(lock);
        pc.hands.key(lock); // each with those before it
        pc.press_hotkey();
        pc.wait_for_desk();
        pc.press_hotkey();
        pc.wait_for_library();
    }
}

TEST_CASE("the hotkey stays on its letter when the keyboard's layout changes", "[beside]") {
    Circulation pc("clock: off\nhotkey: Ctrl+Alt+A\n");
    const support::Layout french(pc.name, "fr"); // A is where Q was
    support::XHands(pc.name).key_while(kHeld, "a");
    pc.wait_for_desk();
    support::XHands(pc.name).key_while(kHeld, "q");
    CHECK(pc.desk.look().screen == "board");
    CHECK(pc.desk_in_front());
}

TEST_CASE("a hotkey that is held down counts once", "[beside]") {
    Circulation pc;
    pc.hands.hold(kHeld, "d");
    pc.wait_for_desk();
    CHECK(pc.desk.look().screen == "board");
    CHECK(pc.desk_in_front());
}

TEST_CASE("twenty presses as fast as they come lead back to where they began", "[beside]") {
    Circulation pc;
    for (int i = 0; i < 20; ++i) {
        pc.press_hotkey();
    }
    REQUIRE(pc.library_stays_in_front());
    CHECK(pc.library_gets("b"));
    CHECK(pc.library_in_front());
    pc.press_hotkey();
    pc.wait_for_desk();
}

TEST_CASE("the hotkey puts the desk away from the words for a patron and from the PIN pad",
          "[beside]") {
    Circulation pc;
    for (const char* screen : {"phrase", "pin"}) {
        CAPTURE(screen);
        pc.press_hotkey();
        pc.wait_for_desk();
        pc.hands.key("F1");
        pc.hands.key("Escape");
        CHECK(pc.desk.look().screen == "board");
        pc.hands.tap(pc.desk.look().at("menu").centre());
        pc.desk.wait_for("the menu", [](const Description& now) { return now.screen == "menu"; });
        const bool pin = std::string(screen) == "pin";
        pc.hands.tap(pc.desk.look().at(pin ? "menu/manager" : "menu/phrases").centre());
        if (!pin) {
            pc.desk.wait_for("the phrases",
                             [](const Description& now) { return now.screen == "phrases"; });
            pc.hands.key("1");
        }
        pc.desk.wait_for(screen, [&](const Description& now) { return now.screen == screen; });
        pc.press_hotkey();
        pc.wait_for_library();
        CHECK(pc.desk.look().screen == screen);
    }
}

TEST_CASE("a key that another program has is reported, and the desk works without it", "[beside]") {
    const support::XServer server(1280, 800);
    const support::WindowManager manager(server.name());
    const support::KeyGrab other(server.name(), "d", ControlMask | Mod1Mask | Mod2Mask);
    const support::TempFolder folder;
    DeskProcess desk(server.name(), {"--config", folder.write("desk.yaml", kHotkey)});
    const Description board = desk.wait_for(
        "a notice", [](const Description& now) { return now.find("notice") != nullptr; });
    CHECK(board.at("notice").label.contains("Another program has the key Ctrl+Alt+D"));
    CHECK(wait_until([&] { return is_one_line(desk.child().err()); }));
    CHECK(desk.child().err().contains("Another program has the key Ctrl+Alt+D"));
    const auto in_front = [&] {
        return support::process_in_front(server.name()) == desk.child().pid();
    };
    CHECK(wait_until(in_front)); // the window manager has seen to it: hands may come
    support::XHands hands(server.name());
    hands.key_while(kHeld, "d");
    hands.tap(board.at("notice").centre());
    desk.wait_for("the problems", [](const Description& now) { return now.screen == "problems"; });
    CHECK(in_front());
}

TEST_CASE("a key that no keyboard has is reported", "[beside]") {
    Circulation pc("clock: off\nhotkey: F24\n");
    pc.press_hotkey();
    CHECK(wait_until([&] { return !pc.desk.child().err().empty(); }));
    CHECK(pc.desk.child().err() == "deskcards: This keyboard has no F24. Choose another \"hotkey\" "
                                   "in the configuration.\n");
    CHECK(pc.library_in_front());
}

TEST_CASE("a desk that was started in front is put away and brought back, whoever came since",
          "[beside]") {
    const support::XServer server(1280, 800);
    const support::WindowManager manager(server.name());
    const support::TempFolder folder;
    DeskProcess desk(server.name(), {"--config", folder.write("desk.yaml", kHotkey)});
    support::XHands hands(server.name());
    const auto in_front = [&](pid_t who) {
        return wait_until([&] { return support::process_in_front(server.name()) == who; });
    };
    REQUIRE(in_front(desk.child().pid()));
    CHECK(support::run_deskcards({"--state", desk.state(), "hide"},
                                 support::desk_environment(server.name()))
              .exit_code == 0);
    support::FullScreenProgram library(server.name());
    for (int i = 0; i < 2; ++i) {
        hands.key_while(kHeld, "d");
        REQUIRE(in_front(desk.child().pid()));
        hands.key_while(kHeld, "d");
        REQUIRE(in_front(library.pid()));
    }
    hands.key("b");
    CHECK(wait_until([&] { return !library.keys().empty() && library.keys().back() == "b"; }));
}

TEST_CASE("a second start behind others leaves the first where it is", "[beside]") {
    Circulation pc;
    const Ended second = pc.ask({"--behind"});
    CHECK(second.exit_code == 0);
    CHECK(is_one_line(second.err));
    CHECK(pc.library_in_front());
    CHECK(pc.ask({}).exit_code == 0);
    pc.wait_for_desk();
}

TEST_CASE("on a Wayland desktop the hotkey's place is told", "[beside]") {
    const support::TempFolder folder;
    DeskProcess desk(display(), {"--config", folder.write("desk.yaml", kHotkey)},
                     {{"WAYLAND_DISPLAY", "wayland-0"}});
    desk.wait_for("a notice", [](const Description& now) { return now.find("notice") != nullptr; });
    CHECK(desk.child().err().contains("deskcards toggle"));
}

TEST_CASE("without a window manager a desk makes way for another window, if there is one",
          "[beside]") {
    const support::XServer server(1280, 800);
    DeskProcess desk(server.name());
    const auto ask = [&](const char* what) {
        return support::run_deskcards({"--state", desk.state(), what},
                                      support::desk_environment(server.name()));
    };
    const Ended alone = ask("hide");
    CHECK(alone.exit_code == 1);
    CHECK(is_one_line(alone.err));

    DeskProcess other(server.name());
    CHECK(ask("toggle").exit_code == 0);
    CHECK(ask("hide").exit_code == 0);
    support::XHands hands(server.name());
    hands.type("fine");
    other.wait_for("a search", [](const Description& now) { return now.screen == "search"; });
    CHECK(desk.look().screen == "board");
    CHECK(ask("toggle").exit_code == 0);
    hands.type("ban");
    desk.wait_for("a search", [](const Description& now) { return now.screen == "search"; });
}
