#include "glass_rules.h"
#include "support/in_language.h"
#include "views.h"

#include <catch2/catch_test_macros.hpp>

#include <iostream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

/// Goes every way through a practice, by what can be tapped on the glass.
class Walker {
public:
    Walker(const Bench& bench, const cards::Practice& practice)
        : bench_(&bench), practice_(&practice) {}

    void walk() {
        walk(bench_->after({desk::OpenPractices{}, desk::StartPractice{practice_->id}}));
        CHECK(seen_.size() == practice_->turns.size());
        CHECK(endings_.size() == cards::kEndings.size());
    }

    std::size_t ways() const { return ways_; }

private:
    /// What a tap on that target leads to; the page that it is on is looked for first.
    desk::State tapped(const desk::State& state, const std::string& id) {
        for (const screens::Screen& page : bench_->pages_of(state)) {
            if (const desk::Event* event = page.tap(id)) {
                return desk::update(state, *event).state;
            }
        }
        FAIL("no " << id << " in " << practice_->id);
        return state;
    }

    void walk(const desk::State& state) {
        const auto& view = std::get<desk::PracticeView>(state.view);
        const cards::Turn& turn = practice_->turns.at(view.turn);
        seen_.insert(view.turn);
        if (turn.ending) {
            ++ways_;
            endings_.insert(*turn.ending);
            const desk::State card = tapped(state, "card");
            CHECK(desk::open_card(card)->id == practice_->card);
            return;
        }
        for (std::size_t i = 0; i < turn.replies.size(); ++i) {
            const desk::State reason = tapped(state, "reply/" + std::to_string(i + 1));
            CHECK(tapped(reason, "again").view == state.view);
            const desk::State next = tapped(reason, "on");
            CHECK(std::get<desk::PracticeView>(next.view).taken == view.taken + 1);
            walk(next);
        }
    }

    const Bench* bench_;
    const cards::Practice* practice_;
    std::set<std::size_t> seen_;
    std::set<cards::Ending> endings_;
    std::size_t ways_ = 0;
};

/// Every turn of a practice, and every reason there.
std::vector<desk::State> every_turn(const Bench& bench, const cards::Practice& practice) {
    std::vector<desk::State> states;
    for (std::size_t turn = 0; turn < practice.turns.size(); ++turn) {
        desk::State state = bench.start();
        state.view =
            desk::PracticeView{.practice = practice.id, .turn = turn, .taken = turn == 0 ? 0 : 1};
        states.push_back(state);
        for (std::size_t i = 0; i < practice.turns.at(turn).replies.size(); ++i) {
            states.push_back(desk::update(state, desk::ChooseReply{i}).state);
        }
    }
    return states;
}

} // namespace

TEST_CASE("every way through every practice of the starter pack is walked to its end") {
    const Bench bench(starter_library(), panel_of({1920, 1080, 23.8}));
    std::size_t ways = 0;
    for (const cards::Practice& practice : bench.library().pack.practices) {
        CAPTURE(practice.id);
        Walker walker(bench, practice);
        walker.walk();
        ways += walker.ways();
    }
    std::cout << "walked " << ways << " ways through " << bench.library().pack.practices.size()
              << " practices\n";
    CHECK(bench.library().pack.practices.size() >= 12);
}

TEST_CASE("every turn of every practice keeps to the rules of the glass") {
    for (const auto& [language, nth] : {std::pair{"en", 4U}, {"en-XA", 9U}}) {
        const InLanguage in(language);
        for (const PanelKind& kind : panels_to_sweep(nth)) {
            for (const desk::TextSize size : {desk::TextSize::normal, desk::TextSize::largest}) {
                const Bench bench(starter_library(), panel_of(kind), {.text = size});
                for (const cards::Practice& practice : bench.library().pack.practices) {
                    for (const desk::State& state : every_turn(bench, practice)) {
                        for (const screens::Screen& screen : bench.pages_of(state)) {
                            for (const std::string& breach : breaches(screen, bench.look())) {
                                FAIL_CHECK(name_of(kind)
                                           << ", " << language << ", " << practice.id << ", page "
                                           << screen.page + 1 << ": " << breach);
                            }
                        }
                    }
                }
            }
        }
    }
}

TEST_CASE("the keys of a practice are the answers' numbers, and Enter goes on") {
    const Bench bench(starter_library(), panel_of({1920, 1080, 23.8}));
    const cards::Practice& practice = bench.library().pack.practices.front();
    const desk::State turn = bench.after({desk::StartPractice{practice.id}});
    const screens::Screen screen = bench.compose(turn);
    REQUIRE(practice.turns.front().replies.size() >= 2);
    CHECK(screen.keys.row.at(1) == desk::Event{desk::ChooseReply{1}});
    CHECK_FALSE(screen.keys.row.at(practice.turns.front().replies.size()));
    const screens::Screen reason = bench.compose(desk::update(turn, desk::ChooseReply{1}).state);
    CHECK(reason.keys.enter == desk::Event{desk::GoOn{}});
    CHECK(reason.keys.escape == desk::Event{desk::OpenPractices{}});
}

TEST_CASE("while a card is looked for, every screen says so, and how to stop") {
    const Bench bench(starter_library(), panel_of({1920, 1080, 23.8}));
    for (const desk::Event& where :
         {desk::Event{desk::GoHome{}}, desk::Event{desk::OpenCard{"help"}},
          desk::Event{desk::Type{"x"}}}) {
        const screens::Screen screen =
            bench.compose(bench.after({desk::NameCard{"fight"}, desk::StartDrill{}, where}));
        const desk::Event* stop = screen.tap("drill/stop");
        REQUIRE(stop != nullptr);
        CHECK(*stop == desk::Event{desk::StopDrill{}});
        CHECK(screen.scene.find("drill/stop")->label.contains("Fight"));
    }
}

TEST_CASE("a practice does not give away the card that it asks for") {
    const Bench bench(starter_library(), panel_of({1920, 1080, 23.8}));
    const cards::Practice& practice = bench.library().pack.practices.front();
    const screens::Screen board =
        bench.compose(bench.after({desk::StartPractice{practice.id}, desk::StartDrill{}}));
    const std::string& title = bench.library().pack.find(practice.card)->title;
    REQUIRE(board.scene.find("drill/stop") != nullptr);
    CHECK_FALSE(board.scene.find("drill/stop")->label.contains(title));
}
