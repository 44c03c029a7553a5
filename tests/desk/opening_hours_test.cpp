#include "desk/opening_hours.h"
#include "desk/update.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace desk;
using namespace std::chrono_literals;
using desk_test::after;
using desk_test::desk_at;
using std::chrono::Friday;
using std::chrono::Monday;
using std::chrono::Saturday;
using std::chrono::Sunday;
using std::chrono::Thursday;

namespace {

constexpr int minute(int hour, int minutes = 0) {
    return hour * 60 + minutes;
}

const OpeningHours kWeek{
    {.first = Monday, .last = Friday, .begins = minute(8, 30), .ends = minute(20)},
    {.first = Saturday, .last = Saturday, .begins = minute(10), .ends = minute(16)}};

constexpr std::chrono::year_month_day kThursday{std::chrono::year(2026), std::chrono::November,
                                                std::chrono::day(26)};

/// A desk that closes at eight in the evening, at that time.
State desk_of_hours(const View& view = BoardView{}) {
    State state = desk_at(view);
    state.habits.opening = kWeek;
    state.started = state.now;
    return state;
}

Tick tick(const State& state, Moment later, int minute_of_day) {
    return {.now = state.now + later, .minute_of_day = minute_of_day, .today = kThursday};
}

bool lights(const Outcome& outcome, bool on) {
    return std::ranges::find(outcome.effects, Effect{LightDisplay{on}}) != outcome.effects.end();
}

} // namespace

TEST_CASE("hours hold on each day of a span, from their first minute up to their last") {
    CHECK(is_open(kWeek, Monday, minute(8, 30)));
    CHECK(is_open(kWeek, Friday, minute(19, 59)));
    CHECK(is_open(kWeek, Saturday, minute(12)));
    CHECK_FALSE(is_open(kWeek, Monday, minute(8, 29)));
    CHECK_FALSE(is_open(kWeek, Thursday, minute(20)));
    CHECK_FALSE(is_open(kWeek, Saturday, minute(9)));
    CHECK_FALSE(is_open(kWeek, Sunday, minute(12)));
    CHECK(is_open({}, Sunday, 0));
}

TEST_CASE("a span may go over the end of the week") {
    const OpeningHours weekend{{.first = Saturday, .last = Monday, .begins = 0, .ends = 60}};
    CHECK(is_open(weekend, Saturday, 0));
    CHECK(is_open(weekend, Sunday, 0));
    CHECK(is_open(weekend, Monday, 0));
    CHECK_FALSE(is_open(weekend, Friday, 0));
    CHECK_FALSE(is_open(weekend, std::chrono::Tuesday, 0));
}

TEST_CASE("outside the hours the display goes dark once it has been left alone") {
    State state = desk_of_hours(CardView{"calm"});
    Outcome outcome = update(state, tick(state, 9min, minute(21)));
    CHECK_FALSE(outcome.state.dark);
    outcome = update(outcome.state, tick(state, 10min, minute(21)));
    CHECK(outcome.state.dark);
    CHECK(outcome.state.quiet);
    CHECK(lights(outcome, false));

    SECTION("a touch lights it, and what is under the cover is not touched") {
        const Outcome touched = update(outcome.state, Touched{});
        CHECK_FALSE(touched.state.dark);
        CHECK(touched.state.quiet);
        CHECK(lights(touched, true));
        CHECK_FALSE(lights(update(touched.state, Touched{}), true));
    }
    SECTION("so does the morning, and nothing covers the desk then") {
        const Outcome morning = update(outcome.state, tick(state, 12h, minute(8, 30)));
        CHECK_FALSE(morning.state.dark);
        CHECK_FALSE(morning.state.quiet);
        CHECK(lights(morning, true));
        CHECK(morning.state.view == View{BoardView{}});
    }
}

TEST_CASE("a desk that is started outside the hours shows first that it works") {
    State fresh = desk_of_hours();
    fresh.started.reset();
    fresh.last_touch = Moment{0};
    const State started = after(fresh, tick(fresh, 3h, minute(21)));
    CHECK_FALSE(started.dark);
    CHECK_FALSE(after(started, tick(started, 9min, minute(21))).dark);
    CHECK(after(started, tick(started, 10min, minute(21))).dark);
}

TEST_CASE("a desk that is put away leaves the display to those who work in front of it") {
    const State away = after(desk_of_hours(), SetAway{true});
    const Outcome left = update(away, tick(away, 11min, minute(21)));
    CHECK_FALSE(lights(left, false));
    CHECK_FALSE(left.state.dark);
    const Outcome back = update(left.state, SetAway{false});
    CHECK_FALSE(back.state.dark);
    CHECK(update(back.state, tick(back.state, 10min, minute(21))).state.dark);
}

TEST_CASE("within the hours, and without any, the display stays lit") {
    State state = desk_of_hours();
    CHECK_FALSE(after(state, tick(state, 5h, minute(15))).dark);
    state.habits.opening.clear();
    CHECK_FALSE(after(state, tick(state, 5h, minute(23))).dark);
}

TEST_CASE("a desk with hours looks at the clock each minute, even if it shows none") {
    State state = desk_of_hours();
    state.habits.clock = false;
    CHECK(next_tick(state, 30s) == state.now + 30s);
    state.habits.opening.clear();
    CHECK_FALSE(next_tick(state, 30s).has_value());
}
