#include "glass_rules.h"
#include "views.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>
#include <iostream>
#include <string>
#include <utility>

namespace {

using desk::OpenCard;
using desk::OpenStep;

/// The starter pack with a picture on every card, and on every second step.
desk::LibraryPtr library_of_pictures() {
    cards::Pack pack = starter_library()->pack;
    for (cards::Card& card : pack.cards) {
        card.picture = {.file = "images/card.jpg", .words = "The card's picture"};
        for (std::size_t i = 1; i < card.steps.size(); i += 2) {
            card.steps[i].picture = {.file = "images/step.jpg", .words = "The step's picture"};
        }
    }
    return std::make_shared<desk::Library>(std::move(pack));
}

std::vector<const look::Photo*> photos_of(const screens::Screen& screen) {
    std::vector<const look::Photo*> photos;
    for (const look::Mark& mark : screen.scene.marks) {
        if (const auto* photo = std::get_if<look::Photo>(&mark)) {
            photos.push_back(photo);
        }
    }
    return photos;
}

/// How often a file is shown on the pages of a view.
long times_shown(const Bench& bench, const desk::State& state, std::string_view file) {
    long times = 0;
    for (const screens::Screen& screen : bench.pages_of(state)) {
        times += std::ranges::count_if(
            photos_of(screen), [&](const look::Photo* photo) { return photo->file == file; });
    }
    return times;
}

} // namespace

TEST_CASE("every page with pictures keeps to the rules of the glass on every panel") {
    const desk::LibraryPtr library = library_of_pictures();
    const PanelKind kind = GENERATE(from_range(panels_to_sweep(1)));
    DYNAMIC_SECTION(name_of(kind)) {
        const Bench bench(library, panel_of(kind));
        int beside = 0;
        int alone = 0;
        for (const desk::State& state : bench.all_views()) {
            for (const screens::Screen& screen : bench.pages_of(state)) {
                INFO(name_of(kind) << ", " << screen.name << " " << screen.card << " step "
                                   << screen.step + 1 << ", page " << screen.page + 1);
                for (const std::string& breach : breaches(screen, bench.look())) {
                    FAIL_CHECK(breach);
                }
                if (screen.name == "step" && !photos_of(screen).empty()) {
                    ++(screen.pages > 1 ? alone : beside);
                }
            }
        }
        std::cout << name_of(kind) << ": pictures beside words " << beside
                  << ", on pages of their own " << alone << "\n";
    }
}

TEST_CASE("every step with a picture shows it exactly once on every panel") {
    const desk::LibraryPtr library = library_of_pictures();
    const PanelKind kind = GENERATE(from_range(panels_to_sweep(1)));
    DYNAMIC_SECTION(name_of(kind)) {
        const Bench bench(library, panel_of(kind));
        for (const cards::Card& card : library->pack.cards) {
            for (int step = 0; std::cmp_less(step, card.steps.size()); ++step) {
                INFO(card.id << " step " << step + 1);
                const desk::State state = bench.after({OpenCard{card.id}, OpenStep{.step = step}});
                CHECK(times_shown(bench, state, "images/step.jpg") == (step % 2 == 1 ? 1 : 0));
                CHECK(times_shown(bench, state, "images/card.jpg") == (step == 0 ? 1 : 0));
            }
        }
    }
}

TEST_CASE("a picture takes no step of a card off its one page") {
    const desk::LibraryPtr plain = starter_library();
    const desk::LibraryPtr pictured = library_of_pictures();
    const PanelKind kind = GENERATE(from_range(panels_to_sweep(1)));
    DYNAMIC_SECTION(name_of(kind)) {
        const Bench without(plain, panel_of(kind));
        const Bench with(pictured, panel_of(kind));
        for (const cards::Card& card : plain->pack.cards) {
            const std::vector<desk::Event> open{OpenCard{card.id}};
            CHECK(with.compose(with.after(open)).pages ==
                  without.compose(without.after(open)).pages);
        }
    }
}

TEST_CASE("a picture beside words is large enough to be seen from arm's length") {
    const Bench bench(library_of_pictures(), panel_of({1920, 1080, 23.8}));
    const screens::Screen screen =
        bench.compose(bench.after({OpenCard{"fine-dispute"}, OpenStep{.step = 1}}));
    const auto photos = photos_of(screen);
    REQUIRE(photos.size() == 1);
    CHECK(photos.front()->words == "The step's picture");
    CHECK(screen.pages == 1);
    CHECK(photos.front()->rect.w > bench.look().panel.px(100));
}
