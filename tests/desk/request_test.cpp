#include "support.h"

#include <catch2/catch_test_macros.hpp>

using namespace desk_test;
using desk::State;
using desk::View;
using Effects = std::vector<desk::Effect>;

TEST_CASE("A card that is asked for from outside comes forward, from every view, quiet or not") {
    for (const View& view : every_view()) {
        for (const bool quiet : {false, true}) {
            State state = desk_at(view);
            state.quiet = quiet;
            const desk::Outcome outcome = desk::update(state, desk::ShowOnRequest{"yell"});
            CAPTURE(view, quiet);
            CHECK(outcome.state.view == View{desk::CardView{.card = "yell"}});
            CHECK_FALSE(outcome.state.quiet);
            CHECK(but_counts(outcome.effects) == Effects{desk::ComeForward{}});
        }
    }
}

TEST_CASE("Home that is asked for from outside comes forward, from every view, quiet or not") {
    for (const View& view : every_view()) {
        for (const bool quiet : {false, true}) {
            State state = desk_at(view);
            state.quiet = quiet;
            const desk::Outcome outcome = desk::update(state, desk::ShowOnRequest{"home"});
            CAPTURE(view, quiet);
            CHECK(outcome.state.view == View{desk::BoardView{}});
            CHECK_FALSE(outcome.state.quiet);
            CHECK(but_counts(outcome.effects) == Effects{desk::ComeForward{}});
        }
    }
}

TEST_CASE("The quiet screen that is asked for from outside covers what is there") {
    for (const View& view : every_view()) {
        const desk::Outcome outcome = desk::update(desk_at(view), desk::ShowOnRequest{"quiet"});
        CAPTURE(view);
        CHECK(outcome.state.view == view);
        CHECK(outcome.state.quiet);
        CHECK(but_counts(outcome.effects) == Effects{desk::ComeForward{}});
    }
}

TEST_CASE("A request for a card that is not there is refused with a sentence and changes nothing") {
    for (const View& view : every_view()) {
        const State state = desk_at(view);
        const desk::Outcome outcome = desk::update(state, desk::ShowOnRequest{"yel"});
        CAPTURE(view);
        CHECK(same(outcome.state, state));
        CHECK(outcome.effects == Effects{desk::Refuse{"There is no card \"yel\" on this desk."}});
    }
    CHECK(desk::update(desk_at(desk::BoardView{}), desk::ShowOnRequest{""}).effects.size() == 1);
}

TEST_CASE("A request never shows a card of those that still wait") {
    State state = desk_at(desk::CardView{.card = "fine"});
    state = after(state, desk::UseLibrary{library_with("late", "Late fee")});
    const desk::Outcome outcome = desk::update(state, desk::ShowOnRequest{"late"});
    CHECK(same(outcome.state, state));
    CHECK(std::holds_alternative<desk::Refuse>(outcome.effects.at(0)));
}
