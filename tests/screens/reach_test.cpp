#include "views.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <set>

namespace {

/// The states that one tap leads to.
std::vector<desk::State> one_tap_from(const desk::State& state, const screens::Screen& screen) {
    std::vector<desk::State> next;
    for (const look::Target& target : screen.scene.targets) {
        next.push_back(desk::update(state, *screen.tap(target.id)).state);
    }
    return next;
}

bool is_home(const desk::State& state) {
    return !state.quiet && state.view == desk::View{desk::BoardView{}};
}

} // namespace

TEST_CASE("every screen reaches home by one tap on every panel") {
    const desk::LibraryPtr library = starter_library();
    const PanelKind kind = GENERATE(from_range(panel_kinds()));
    DYNAMIC_SECTION(name_of(kind)) {
        const Bench bench(library, panel_of(kind));
        for (const desk::State& state : bench.all_views()) {
            const screens::Screen screen = bench.compose(state);
            INFO(name_of(kind) << ", " << screen.name << " " << screen.card);
            const auto next = one_tap_from(state, screen);
            CHECK((is_home(state) || std::ranges::any_of(next, is_home)));
        }
    }
}

TEST_CASE("every card of the starter pack is two taps from home, and a tap for each further page") {
    const desk::LibraryPtr library = starter_library();
    const PanelKind kind = GENERATE(from_range(panel_kinds()));
    DYNAMIC_SECTION(name_of(kind)) {
        const Bench bench(library, panel_of(kind));
        std::set<std::string> reached;
        const auto collect = [&](const screens::Screen& screen) {
            for (const auto& [id, event] : screen.taps) {
                if (const auto* open = std::get_if<desk::OpenCard>(&event)) {
                    reached.insert(open->card);
                } else if (const auto* framework = std::get_if<desk::OpenFramework>(&event)) {
                    reached.insert(bench.library().pack.info(framework->code).framework);
                }
            }
        };
        const desk::State home = bench.start();
        for (const desk::State& tab : one_tap_from(home, bench.compose(home))) {
            for (const screens::Screen& page : bench.pages_of(tab)) {
                if (page.name == "board") {
                    collect(page);
                }
            }
        }
        for (const cards::Card& card : library->pack.cards) {
            INFO(name_of(kind));
            CHECK(reached.contains(card.id));
        }
    }
}

TEST_CASE("the rail of frameworks is on every staff screen") {
    const Bench bench(starter_library(), panel_of({1920, 1080, 23.8}));
    for (const desk::State& state : bench.all_views()) {
        const screens::Screen screen = bench.compose(state);
        if (screen.name != "quiet" && screen.name != "phrase") { // those are for patrons
            for (const char* id :
                 {"rail/help", "rail/calm", "rail/safe", "rail/rest", "contacts"}) {
                INFO(screen.name << " " << screen.card);
                CHECK(screen.scene.find(id) != nullptr);
            }
        }
    }
}

TEST_CASE("a yellow card leads to red in one tap") {
    const Bench bench(starter_library(), panel_of({800, 480, 7}));
    for (const cards::Card& card : bench.library().pack.cards) {
        if (card.code == cards::Code::yellow) {
            const desk::State state = bench.after({desk::OpenCard{card.id}});
            const auto next = one_tap_from(state, bench.compose(state));
            CHECK(std::ranges::any_of(next, [](const desk::State& to) {
                const cards::Card* open = desk::open_card(to);
                return open != nullptr && open->code == cards::Code::red;
            }));
        }
    }
}
