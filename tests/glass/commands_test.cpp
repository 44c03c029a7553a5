#include "desk.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using glass_test::Desk;
using glass_test::display;
using support::Description;
using support::Ended;
using support::run_deskcards;

namespace {

Ended ask(const Desk& desk, std::vector<std::string> words) {
    words.insert(words.begin(), {"--state", desk.process.state()});
    return run_deskcards(words, support::desk_environment(display()));
}

/// What a person reads who gets no desk.
bool is_one_line(const std::string& text) {
    return text.starts_with("deskcards: ") && text.ends_with('\n') &&
           std::ranges::count(text, '\n') == 1;
}

} // namespace

TEST_CASE("show brings a running desk to a card, home, and to the quiet screen", "[commands]") {
    Desk desk;
    const auto show = [&](const char* what) {
        const Ended ended = ask(desk, {"show", what});
        CHECK(ended.exit_code == 0);
        CHECK(ended.out.empty());
        CHECK(ended.err.empty());
    };
    show("fine-dispute");
    desk.wait_for_card("fine-dispute");
    show("home");
    desk.wait_for_screen("board");
    show("quiet");
    desk.wait_for_screen("quiet");
    show("fine-dispute");
    desk.wait_for_card("fine-dispute");
}

TEST_CASE("show of a card that is not there fails with a sentence and changes nothing",
          "[commands]") {
    Desk desk;
    desk.go_to("card");
    const Ended ended = ask(desk, {"show", "nonsense"});
    CHECK(ended.exit_code == 1);
    CHECK(ended.out.empty());
    CHECK(is_one_line(ended.err));
    CHECK(ended.err.contains("nonsense"));
    CHECK(desk.look().screen == "card");
}

TEST_CASE("describe prints what is on the glass, for programs and for people", "[commands]") {
    Desk desk;
    const Description board = desk.look();
    const Ended json = ask(desk, {"describe", "--json"});
    CHECK(json.exit_code == 0);
    CHECK(json.err.empty());
    const Description same = support::parse_description(json.out);
    CHECK(same.screen == "board");
    CHECK(same.targets.size() == board.targets.size());
    const Ended text = ask(desk, {"describe"});
    CHECK(text.exit_code == 0);
    CHECK(text.err.empty());
    CHECK(text.out.contains("tile/fine-dispute"));
}

TEST_CASE("show and describe without a running desk fail with a sentence", "[commands]") {
    const support::TempFolder state;
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"show", "home"}, {"describe"}, {"describe", "--json"}}) {
        std::vector<std::string> arguments{"--state", state.path()};
        arguments.insert(arguments.end(), words.begin(), words.end());
        const Ended ended = run_deskcards(arguments, support::desk_environment(display()));
        CHECK(ended.exit_code == 1);
        CHECK(ended.out.empty());
        CHECK(is_one_line(ended.err));
    }
}

TEST_CASE("a second start on the same state says so and leaves the first where it is",
          "[commands]") {
    Desk desk;
    desk.go_to("card");
    const Ended second = ask(desk, {});
    CHECK(second.exit_code == 0);
    CHECK(second.out.empty());
    CHECK(is_one_line(second.err));
    CHECK(desk.look().screen == "card");
    CHECK(desk.process.child().running());
}

TEST_CASE("a desk that was killed leaves nothing behind that keeps the next from starting",
          "[commands]") {
    const support::TempFolder folder;
    const std::vector<std::string> command{DESKCARDS_BINARY, "--state", folder.path()};
    for (int start = 0; start < 2; ++start) {
        support::Child desk(command, support::desk_environment(display()));
        CHECK(support::wait_until([&] {
            return run_deskcards({"--state", folder.path(), "describe"},
                                 support::desk_environment(display()))
                       .exit_code == 0;
        }));
        desk.signal(9);
        CHECK(desk.wait() == 128 + 9);
    }
}

TEST_CASE("two desks with state folders of their own run side by side", "[commands]") {
    Desk first;
    Desk second;
    CHECK(ask(first, {"show", "fine-dispute"}).exit_code == 0);
    CHECK(ask(second, {"show", "quiet"}).exit_code == 0);
    first.wait_for_card("fine-dispute");
    second.wait_for_screen("quiet");
}

TEST_CASE("a desk whose window is closed ends with exit code 0 and has said nothing",
          "[commands]") {
    Desk desk;
    desk.go_to("card");
    const Ended ended = desk.process.close();
    INFO(ended.err);
    CHECK(ended.exit_code == 0);
    CHECK(ended.out.empty());
    CHECK(ended.err.empty());
}
