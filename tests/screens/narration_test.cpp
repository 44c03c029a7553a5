#include "screens/narration.h"

#include "views.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <memory>

using screens::as_read;
using screens::say_change;
using screens::say_everything;
using screens::say_opening;
using screens::Screen;

namespace {

const PanelKind kLarge{1920, 1080, 23.8};
const PanelKind kSmall{1024, 600, 10.1};

Bench bench_of(const PanelKind& kind) {
    return {starter_library(), panel_of(kind)};
}

/// A screen with the keyboard on one of its targets.
Screen with_focus(Screen screen, std::string_view id) {
    for (look::Target& target : screen.scene.targets) {
        target.focused = target.id == id;
    }
    return screen;
}

/// Everything that can be seen on a screen, as it would be read.
std::vector<std::string> visible(const Screen& screen) {
    std::vector<std::string> seen;
    for (const look::Mark& mark : screen.scene.marks) {
        if (const auto* const text = std::get_if<look::Text>(&mark)) {
            seen.push_back(as_read(text->text));
        } else if (const auto* const photo = std::get_if<look::Photo>(&mark)) {
            seen.push_back(as_read(photo->words));
        }
    }
    for (const look::Target& target : screen.scene.targets) {
        seen.push_back(as_read(target.label));
    }
    return seen;
}

/// What of a list is not said.
std::vector<std::string> unsaid(const std::vector<std::string>& wanted, const std::string& said) {
    std::vector<std::string> missing;
    std::ranges::copy_if(wanted, std::back_inserter(missing),
                         [&](const std::string& it) { return !said.contains(it); });
    return missing;
}

using None = std::vector<std::string>;

} // namespace

TEST_CASE("Nothing that can be seen on any screen is unspoken") {
    for (const PanelKind& kind : {kLarge, kSmall, PanelKind{800, 480, 7}}) {
        const Bench bench = bench_of(kind);
        for (const desk::State& state : bench.all_views()) {
            for (const Screen& screen : bench.pages_of(state)) {
                INFO(name_of(kind) << ", " << screen.name << " " << screen.card << " step "
                                   << screen.step + 1 << ", page " << screen.page + 1);
                const std::string said = say_everything(screen);
                CHECK(said.size() > 20);
                CHECK(unsaid(visible(screen), said) == None{});
            }
        }
    }
}

TEST_CASE("Each word of a step is said when the step opens, over its pages") {
    for (const PanelKind& kind : {kLarge, kSmall}) {
        const Bench bench = bench_of(kind);
        for (const cards::Card& card : bench.library().pack.cards) {
            Screen before = bench.compose(bench.after({desk::OpenCard{card.id}}));
            for (int i = 0; std::cmp_less(i, card.steps.size()); ++i) {
                const cards::Step& step = card.steps.at(static_cast<std::size_t>(i));
                std::string said;
                for (Screen& page : bench.pages_of(
                         bench.after({desk::OpenCard{card.id}, desk::OpenStep{.step = i}}))) {
                    said += say_change(before, page);
                    before = std::move(page);
                }
                std::vector<std::string> wanted{as_read(step.letter + ": " + step.title)};
                for (const auto* lines : {&step.say, &step.actions, &step.avoid}) {
                    std::ranges::transform(*lines, std::back_inserter(wanted), as_read);
                }
                INFO(name_of(kind) << ", " << card.id << ", step " << i + 1);
                CHECK(unsaid(wanted, said) == None{});
            }
        }
    }
}

TEST_CASE("A new screen says its title and how many things there are") {
    const Bench bench = bench_of(kLarge);
    const Screen home = bench.compose(bench.start());
    CHECK(say_opening(home) == "What’s happening? Most used. 12 cards, 5 tabs.");
    const Screen card = bench.compose(bench.after({desk::OpenCard{"fine-dispute"}}));
    CHECK(say_change(home, card) ==
          "Fine or lost item dispute. Someone says a charge or a lost item is wrong. HELP, Green. "
          "4 steps, 3 links, 1 button.");
    const Screen menu = bench.compose(bench.after({desk::OpenPage{desk::Topic::menu}}));
    CHECK(say_change(card, menu) == "Menu. 11 buttons.");
}

TEST_CASE("From step to step the card is not named again") {
    const Bench bench = bench_of(kLarge);
    const auto step = [&](int index) {
        return bench.compose(
            bench.after({desk::OpenCard{"fine-dispute"}, desk::OpenStep{.step = index}}));
    };
    const Screen card = bench.compose(bench.after({desk::OpenCard{"fine-dispute"}}));
    const std::string title = card.scene.title;
    CHECK(say_change(card, step(0)).contains(title));
    CHECK_FALSE(say_change(step(0), step(1)).contains(title));
    CHECK(say_change(step(0), step(1)).contains("2 of 4"));
}

TEST_CASE(
    "A target says its label, its role, its key and its state when the keyboard comes to it") {
    const Bench bench = bench_of(kLarge);
    const Screen home = bench.compose(bench.start());
    CHECK(say_change(home, with_focus(home, "rail/help")) == "HELP, Everyday. card, key F1.");
    CHECK(say_change(with_focus(home, "rail/help"), with_focus(home, "tab/most-used")) ==
          "Most used. tab, chosen.");
    CHECK(say_change(with_focus(home, "rail/help"), with_focus(home, "rail/help")).empty());
    CHECK(say_change(with_focus(home, "rail/help"), home).empty());
}

TEST_CASE("A target that is out of use says so") {
    look::Scene scene;
    scene.targets.push_back({.id = "a", .label = "Louder", .enabled = false});
    CHECK(screens::say_target(scene, scene.targets.front()) == "Louder. button, not available.");
}

TEST_CASE("Results of a search are said as they change") {
    const Bench bench = bench_of(kLarge);
    const Screen home = bench.compose(bench.start());
    const desk::State typed = bench.after({desk::Type{"fine"}});
    const Screen first = bench.compose(typed);
    CHECK(say_change(home, first) ==
          "3 cards for “fine”. First: Fine or lost item dispute. card, key Enter, chosen.");
    const Screen second = bench.compose(desk::update(typed, desk::ChooseHit{1}).state);
    CHECK(say_change(first, second) == "Is someone I know here? card, key Enter, chosen.");
    const Screen none = bench.compose(bench.after({desk::Type{"xyzzy"}}));
    CHECK(say_change(first, none) == "Nothing for “xyzzy”. Try another word.");
}

TEST_CASE("On a small panel, which has no heading for results, they are said as well") {
    const Bench bench = bench_of(kSmall);
    const Screen found = bench.compose(bench.after({desk::Type{"fine"}}));
    CHECK(
        say_change(bench.compose(bench.start()), found).starts_with("3 cards for “fine”. First:"));
}

TEST_CASE("News is said when it comes, and once") {
    const Bench bench = bench_of(kLarge);
    const Screen home = bench.compose(bench.start());
    const Screen news = bench.compose(
        bench.after({desk::DropNews{desk::Drop{desk::DropDone{"Version 15 is in use."}}}}));
    CHECK(say_change(home, news) == "Version 15 is in use.");
    CHECK(say_change(news, news).empty());
    CHECK(say_opening(news).ends_with("Version 15 is in use."));
}

TEST_CASE("The PIN is never said: not when it is typed, nor when it is looked for") {
    for (const PanelKind& kind : {kLarge, kSmall}) {
        const Bench bench = bench_of(kind);
        desk::State state =
            bench.after({desk::FirstPinNews{.offered = true}, desk::AskPin{desk::ToSetFirst{}}});
        Screen before = bench.compose(state);
        for (const char digit : std::string("739485")) {
            const Screen on_it = with_focus(before, std::string("pin/") + digit);
            CHECK(say_change(before, on_it).starts_with("A digit"));
            state = desk::update(state, desk::PinDigit{digit}).state;
            Screen now = bench.compose(state);
            const std::string said = say_change(before, now);
            CHECK(said.contains("digit"));
            CHECK_FALSE(say_everything(now).contains("739"));
            CHECK((said.find_first_of("798") == std::string::npos));
            before = std::move(now);
        }
    }
}

TEST_CASE("A search that finds nothing before all cards are read says that they are being read") {
    for (const PanelKind& kind : {kLarge, kSmall}) {
        const Bench bench = bench_of(kind);
        const auto board_alone = std::make_shared<desk::Library>(bench.library().pack);
        board_alone->whole = false;
        const auto say_results_for = [&](const char* query) {
            desk::State typed = bench.after({desk::Type{query}});
            typed.library = board_alone;
            return say_change(bench.compose(bench.start()), bench.compose(typed));
        };
        CHECK(say_results_for("xyzzy") == "The other cards are still being read.");
        CHECK(say_results_for("fine").starts_with("3 cards for “fine”."));
    }
}
