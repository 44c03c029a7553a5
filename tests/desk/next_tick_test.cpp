#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>

using namespace desk_test;
using namespace std::chrono_literals;
using desk::State;
using desk::View;

namespace {

State without_clock(const View& view, bool quiet = false) {
    State state = desk_at(view);
    state.habits.clock = false;
    state.quiet = quiet;
    return state;
}

} // namespace

TEST_CASE("A desk without a clock need not wake up at home or on a card") {
    CHECK(desk::next_tick(without_clock(desk::BoardView{}), 1min) == std::nullopt);
    CHECK(desk::next_tick(without_clock(desk::BoardView{}, true), 1min) == std::nullopt);
    CHECK(desk::next_tick(without_clock(desk::CardView{.card = "fine"}), 1min) == std::nullopt);
    CHECK(desk::next_tick(without_clock(desk::StepView{.card = "fine"}), 1min) == std::nullopt);
}

TEST_CASE("A desk that will go home wakes up for it") {
    for (const View& view : every_view()) {
        CAPTURE(view);
        const bool reading = desk::is_reading(desk_at(view));
        const auto next = desk::next_tick(without_clock(view), 1min);
        CHECK(next == (reading ? std::nullopt : std::optional<desk::Moment>(13min)));
        CHECK(desk::next_tick(without_clock(view, true), 1min) == desk::Moment(13min));
    }
}

TEST_CASE("Waking up when asked to does all that was waited for") {
    for (const View& view : every_view()) {
        for (const bool quiet : {false, true}) {
            const State state = without_clock(view, quiet);
            if (const auto next = desk::next_tick(state, 1min)) {
                CAPTURE(view, quiet);
                CHECK(after(state, desk::Tick{.now = *next - 1ms, .minute_of_day = 0}).view ==
                      view);
                const State rested = after(state, desk::Tick{.now = *next, .minute_of_day = 0});
                CHECK(rested.view == View{desk::BoardView{}});
                CHECK(desk::next_tick(rested, 1min) == std::nullopt);
            }
        }
    }
}

TEST_CASE("A desk with a clock wakes up at the next minute") {
    State state = desk_at(desk::BoardView{});
    state.now = 20min;
    CHECK(desk::next_tick(state, 42s) == desk::Moment(20min + 42s));
    CHECK(desk::next_tick(state, 1ms) == desk::Moment(20min + 1ms));
}

TEST_CASE("The clock does not wake a desk for half a minute after a touch") {
    State state = desk_at(desk::BoardView{});
    CHECK(desk::kClockRest == 30s);
    CHECK(desk::next_tick(state, 5s) == desk::Moment(10min + 30s));
    CHECK(desk::next_tick(state, 45s) == desk::Moment(10min + 45s));
    state.now = 10min + 29s;
    CHECK(desk::next_tick(state, 500ms) == desk::Moment(10min + 30s));
    state.now = 10min + 31s;
    CHECK(desk::next_tick(state, 500ms) == desk::Moment(10min + 31s + 500ms));
}

TEST_CASE("A desk wakes up for whichever comes first, the minute or the way home") {
    State state = desk_at(desk::PageView{});
    state.now = 12min + 50s;
    CHECK(desk::next_tick(state, 5s) == desk::Moment(12min + 55s));
    CHECK(desk::next_tick(state, 30s) == desk::Moment(13min));
}
