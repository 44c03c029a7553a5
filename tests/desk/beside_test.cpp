#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>

using namespace desk_test;
using namespace std::chrono_literals;
using desk::State;
using desk::View;

namespace {

const View kCard = desk::CardView{.card = "fine"};

State put_away(const View& view) {
    return after(after(desk_at(view), desk::Touched{}), desk::SetAway{true});
}

State later(const State& state, desk::Moment by) {
    return after(state, desk::Tick{.now = state.now + by});
}

} // namespace

TEST_CASE("A card that was put away is still there when the desk is back within a few minutes") {
    const State state = later(put_away(kCard), 2min);
    CHECK(state.view == kCard);
    CHECK(after(state, desk::SetAway{false}).view == kCard);
}

TEST_CASE("A card that was put away is nobody's any more after the desk's rest") {
    const State away = put_away(kCard);
    CHECK(desk::next_tick(away, 1h) == away.last_touch + away.habits.idle_return);
    CHECK(later(away, 3min).view == View{desk::BoardView{}});
    const State back = after(away, desk::SetAway{false});
    CHECK(later(back, 3min).view == kCard);
}

TEST_CASE("A hotkey that does not work is a problem of the desk's, after those of the cards") {
    const desk::HotkeyNews news{"Another program has the key F8."};
    const State state =
        after(desk::start(library({cards::Problem{.text = "Look."}}), {}), desk::CloseNotice{});
    CHECK(desk::problems_of(state).size() == 1);
    const State faulty = after(state, news);
    CHECK(faulty.notice_open);
    REQUIRE(desk::problems_of(faulty).size() == 2);
    CHECK(desk::problems_of(faulty).back().text == news.fault);
    CHECK(desk::problems_of(after(faulty, desk::HotkeyNews{})).size() == 1);
}

TEST_CASE("The notice of a hotkey goes when the hotkey works, that of cards stays") {
    const desk::HotkeyNews news{"Another program has the key F8."};
    const State fine = desk::start(library(), {});
    CHECK_FALSE(after(after(fine, news), desk::HotkeyNews{}).notice_open);
    CHECK_FALSE(after(after(fine, news), desk::CloseNotice{}).notice_open);
    const State troubled = desk::start(library({cards::Problem{.text = "Look."}}), {});
    CHECK(after(after(troubled, news), desk::HotkeyNews{}).notice_open);
}
