#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>

using namespace desk_test;
using namespace std::chrono_literals;
using desk::State;
using desk::View;

namespace {

State at(State state, desk::Moment now) {
    return after(std::move(state), desk::Tick{.now = now, .minute_of_day = 0});
}

/// A card, a step, or phrases that were opened from one.
bool is_being_read(const View& view) {
    return std::holds_alternative<desk::CardView>(view) ||
           std::holds_alternative<desk::StepView>(view) ||
           std::holds_alternative<desk::PatronView>(view);
}

} // namespace

TEST_CASE("Board tabs, searches and pages go home when nobody has touched them for long enough") {
    for (const View& view : every_view()) {
        if (!is_being_read(view)) {
            CAPTURE(view);
            CHECK(at(desk_at(view), 13min - 1ms).view == view);
            CHECK(at(desk_at(view), 13min).view == View{desk::BoardView{}});
        }
    }
}

TEST_CASE("A card, step or phrase that is open never goes away by itself") {
    for (const View& view : every_view()) {
        if (is_being_read(view)) {
            CAPTURE(view);
            CHECK(at(desk_at(view), 24h * 365).view == view);
        }
    }
}

TEST_CASE("Under the quiet screen every view goes home, and the quiet screen stays") {
    for (const View& view : every_view()) {
        const State quiet = after(desk_at(view), desk::BeQuiet{});
        CAPTURE(view);
        CHECK(at(quiet, 13min - 1ms).view == view);
        CHECK(at(quiet, 13min).view == View{desk::BoardView{}});
        CHECK(at(quiet, 13min).quiet);
    }
}

TEST_CASE("A touch starts the time anew") {
    State state = at(desk_at(fine_search()), 12min);
    state = after(state, desk::Touched{});
    CHECK(at(state, 15min - 1ms).view == fine_search());
    CHECK(at(state, 15min).view == View{desk::BoardView{}});
}

TEST_CASE("Ticks do not count as touches") {
    State state = desk_at(desk::PageView{});
    for (desk::Moment now = 10min; now < 13min; now += 1s) {
        state = at(state, now);
    }
    CHECK(state.view == View{desk::PageView{}});
    CHECK(at(state, 13min).view == View{desk::BoardView{}});
}

TEST_CASE("How long a view waits is for the configuration to say") {
    State state = desk_at(desk::PageView{});
    state.habits.idle_return = 20min;
    CHECK(at(state, 30min - 1ms).view == View{desk::PageView{}});
    CHECK(at(state, 30min).view == View{desk::BoardView{}});
}

TEST_CASE("A notice outlasts the time that nobody touches the desk") {
    State state = desk_at(desk::PageView{});
    state.notice_open = true;
    CHECK(at(state, 1h).notice_open);
}
