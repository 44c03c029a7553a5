#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace desk_test;
using namespace std::chrono_literals;
using desk::DrillView;
using desk::State;

namespace {

State later(const State& state, desk::Moment time) {
    return after(state, desk::Tick{.now = state.now + time, .minute_of_day = 600});
}

const DrillView& drill_of(const State& state) {
    const auto* view = std::get_if<DrillView>(&state.view);
    REQUIRE(view != nullptr);
    return *view;
}

/// Somebody looks for "fine" since this moment.
State looking() {
    return after_all(desk_at(desk::BoardView{}), {desk::NameCard{"fine"}, desk::StartDrill{}});
}

} // namespace

TEST_CASE("A card is named first, and the clock runs from when somebody is ready") {
    const State named = after(desk_at(desk::BoardView{}), desk::NameCard{"fine"});
    CHECK(drill_of(named) == DrillView{.card = "fine"});
    CHECK_FALSE(named.drill);
    const State started = after(later(named, 1min), desk::StartDrill{});
    REQUIRE(started.drill);
    CHECK(started.drill->began == named.now + 1min);
    CHECK(started.view == desk::View{desk::BoardView{}});
}

TEST_CASE("The card ends the round, however it is reached; another card does not") {
    State state = later(looking(), 1s);
    state = after(state, desk::OpenCard{"yell"});
    CHECK(state.drill);
    CHECK(std::holds_alternative<desk::CardView>(state.view));
    state = later(after(state, desk::GoHome{}), 1400ms);
    const desk::Outcome outcome = desk::update(state, desk::OpenCard{"fine"});
    CHECK(drill_of(outcome.state) == DrillView{.card = "fine", .took = 2400ms});
    CHECK_FALSE(outcome.state.drill);
    const std::vector<desk::FoundTime> found{{.card = "fine", .took = 2400ms}};
    CHECK(outcome.state.found == found);
    CHECK(outcome.effects == std::vector<desk::Effect>{desk::KeepFound{found}});
    // What was found can be opened, and stays.
    CHECK(
        std::holds_alternative<desk::CardView>(after(outcome.state, desk::OpenCard{"fine"}).view));
}

TEST_CASE("A round that is stopped or left keeps no time") {
    const State stopped = after(looking(), desk::StopDrill{});
    CHECK(stopped.found.empty());
    CHECK(std::holds_alternative<desk::PracticeView>(stopped.view));
    const State on_a_card = after(looking(), desk::OpenCard{"yell"});
    const State left = later(on_a_card, 4min);
    CHECK_FALSE(left.drill);
    CHECK(std::holds_alternative<desk::CardView>(left.view)); // somebody may be reading it
    CHECK(desk::next_tick(looking(), 1h) == looking().last_touch + looking().habits.idle_return);
}

TEST_CASE("A practice asks for its card, and goes on where it was") {
    const State practising =
        after_all(desk_at(desk::BoardView{}), {desk::StartPractice{"fee"}, desk::ChooseReply{0},
                                               desk::GoOn{}, desk::StartDrill{}});
    REQUIRE(practising.drill);
    CHECK(practising.drill->card == "fine");
    const desk::PracticeView was{.practice = "fee", .turn = 1, .taken = 1};
    CHECK(after(practising, desk::StopDrill{}).view == desk::View{was});
    const State found = after(practising, desk::OpenCard{"fine"});
    CHECK(drill_of(found).practice == was);
    CHECK(after(found, desk::StopDrill{}).view == desk::View{was});
}

TEST_CASE("Of its own accord the drill names situations, and never one twice running") {
    std::set<std::string> named;
    State state = desk_at(desk::BoardView{});
    std::string last;
    for (int i = 0; i < 40; ++i) {
        state = after(later(state, 777ms), desk::NameCard{});
        CHECK(drill_of(state).card != last);
        last = drill_of(state).card;
        named.insert(last);
    }
    CHECK(named == std::set<std::string>{"fine", "yell"});
}

TEST_CASE("Only the latest times are kept") {
    State state = desk_at(desk::BoardView{});
    state = after(state, desk::FoundNews{std::vector<desk::FoundTime>(
                             desk::kMostFound, {.card = "yell", .took = 1s})});
    state = after_all(state, {desk::NameCard{"fine"}, desk::StartDrill{}, desk::OpenCard{"fine"}});
    CHECK(state.found.size() == desk::kMostFound);
    CHECK(state.found.back().card == "fine");
}

TEST_CASE("The best and the median, of a card and of all") {
    const std::vector<desk::FoundTime> found{{.card = "fine", .took = 4s},
                                             {.card = "yell", .took = 1s},
                                             {.card = "fine", .took = 2s},
                                             {.card = "fine", .took = 9s}};
    CHECK(desk::summary_of(found, "fine") ==
          desk::FoundSummary{.count = 3, .best = 2s, .median = 4s});
    CHECK(desk::summary_of(found) == desk::FoundSummary{.count = 4, .best = 1s, .median = 3s});
    CHECK_FALSE(desk::summary_of(found, "none"));
    CHECK_FALSE(desk::summary_of({}));
}
