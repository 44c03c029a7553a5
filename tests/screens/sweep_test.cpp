#include "glass_rules.h"
#include "support/in_language.h"
#include "views.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <array>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace {

/// One way in which the glass may be set up.
struct Setup {
    PanelKind panel;
    desk::Comfort comfort;
    std::string language;
};

std::string name_of(const Setup& setup) {
    constexpr std::array kSizes{"normal", "large", "largest"};
    constexpr std::array kColours{"light", "dark", "high contrast"};
    return name_of(setup.panel) + ", " + kSizes.at(static_cast<std::size_t>(setup.comfort.text)) +
           " text, " + kColours.at(static_cast<std::size_t>(setup.comfort.colours)) + ", in " +
           setup.language;
}

/// Looks at every page of every screen in each of these ways. deploy-scripts/test adds up what it
/// prints.
void sweep(const std::vector<Setup>& setups) {
    const desk::LibraryPtr library = starter_library();
    std::size_t looked_at = 0;
    for (const Setup& setup : setups) {
        const InLanguage language(setup.language);
        const Bench bench(library, panel_of(setup.panel), setup.comfort);
        for (const desk::State& state : bench.all_views()) {
            for (const screens::Screen& screen : bench.pages_of(state)) {
                ++looked_at;
                for (const std::string& breach : breaches(screen, bench.look())) {
                    FAIL_CHECK(name_of(setup)
                               << ", " << screen.name << " " << screen.card << " step "
                               << screen.step + 1 << ", page " << screen.page + 1 << " of "
                               << screen.pages << ": " << breach);
                }
            }
        }
    }
    std::cout << "swept " << looked_at << " screens in " << setups.size() << " combinations\n";
    CHECK(looked_at > setups.size());
}

/// All panels in English, or every nth; half of those in the language of tests, some in the real
/// ones.
std::vector<Setup> in_size(desk::TextSize size, std::size_t every = 1) {
    std::vector<Setup> setups;
    for (const auto& [language, nth] :
         {std::pair{"en", 1U}, {"en-XA", 2U}, {"es", 5U}, {"fr", 6U}}) {
        for (const PanelKind& panel : panels_to_sweep(nth * every)) {
            setups.push_back({.panel = panel, .comfort = {.text = size}, .language = language});
        }
    }
    return setups;
}

} // namespace

TEST_CASE("every page of every screen keeps to the rules of the glass on every panel") {
    sweep(in_size(desk::TextSize::normal));
}

// Between the smallest and the largest, which every panel has to show.
TEST_CASE("every page of every screen keeps to the rules in large text") {
    sweep(in_size(desk::TextSize::large, 2));
}

TEST_CASE("every page of every screen keeps to the rules in the largest text") {
    sweep(in_size(desk::TextSize::largest));
}

TEST_CASE("every screen keeps to the rules in every theme, on either side and low down") {
    std::vector<Setup> setups;
    for (const PanelKind& panel : panels_to_sweep(4)) {
        for (const desk::Comfort& comfort :
             {desk::Comfort{.colours = desk::Colours::dark},
              desk::Comfort{.text = desk::TextSize::largest,
                            .colours = desk::Colours::high_contrast,
                            .rail_on_right = true},
              desk::Comfort{.text = desk::TextSize::large, .rail_on_right = true, .low = true},
              desk::Comfort{.low = true}}) {
            for (const char* language : {"en", "en-XA"}) {
                setups.push_back({.panel = panel, .comfort = comfort, .language = language});
            }
        }
    }
    sweep(setups);
}

TEST_CASE("why nothing can be heard keeps to the rules of the glass on every panel") {
    const desk::LibraryPtr library = starter_library();
    const PanelKind kind = GENERATE(from_range(panel_kinds()));
    DYNAMIC_SECTION(name_of(kind)) {
        const Bench bench(library, panel_of(kind));
        const desk::SpeechNews fault{
            "The speech server has no voice. Install the package speech-dispatcher-espeak-ng."};
        for (const desk::Event& last :
             {desk::Event{desk::GoHome{}}, desk::Event{desk::OpenPage{desk::Topic::sound}},
              desk::Event{desk::OpenPage{desk::Topic::menu}},
              desk::Event{desk::OpenCard{"help"}}}) {
            const screens::Screen screen =
                bench.compose(bench.after({desk::ToggleSpeech{}, fault, last}));
            for (const std::string& breach : breaches(screen, bench.look())) {
                FAIL_CHECK(name_of(kind) << ", " << screen.name << ": " << breach);
            }
        }
    }
}

TEST_CASE("why the hotkey does not work keeps to the rules of the glass on every panel") {
    const desk::LibraryPtr library = starter_library();
    const PanelKind kind = GENERATE(from_range(panel_kinds()));
    DYNAMIC_SECTION(name_of(kind)) {
        const Bench bench(library, panel_of(kind));
        const desk::HotkeyNews fault{
            "Another program has the key Ctrl+Alt+Shift+Super+ScrollLock. Choose another hotkey in "
            "the configuration."};
        for (const desk::Event& last :
             {desk::Event{desk::GoHome{}}, desk::Event{desk::OpenPage{desk::Topic::problems}}}) {
            const screens::Screen screen = bench.compose(bench.after({fault, last}));
            for (const std::string& breach : breaches(screen, bench.look())) {
                FAIL_CHECK(name_of(kind) << ", " << screen.name << ": " << breach);
            }
        }
    }
}

TEST_CASE("a notice of problems keeps to the rules of the glass on every panel") {
    const desk::LibraryPtr starter = starter_library();
    const auto library = std::make_shared<desk::Library>(
        starter->pack,
        std::vector<cards::Problem>{{.file = "situations/a-card-with-quite-a-long-name.md",
                                     .line = 128,
                                     .text = "The date \"11/01/2026\" is not written as the year, "
                                             "the month and the day; write 2026-11-01."}});
    const PanelKind kind = GENERATE(from_range(panel_kinds()));
    DYNAMIC_SECTION(name_of(kind)) {
        const Bench bench(library, panel_of(kind));
        for (const desk::State& state :
             {bench.start(), bench.after({desk::OpenPage{desk::Topic::problems}})}) {
            const screens::Screen screen = bench.compose(state);
            for (const std::string& breach : breaches(screen, bench.look())) {
                FAIL_CHECK(name_of(kind) << ", " << screen.name << ": " << breach);
            }
        }
        const screens::Screen board = bench.compose(bench.start());
        CHECK(board.scene.find("notice") != nullptr);
        CHECK(board.scene.find("notice/close") != nullptr);
    }
}
