#include "support.h"

#include <catch2/catch_test_macros.hpp>

using namespace desk_test;
using namespace std::chrono_literals;
using desk::PracticeView;
using desk::State;

namespace {

const PracticeView& practice_of(const State& state) {
    const auto* view = std::get_if<PracticeView>(&state.view);
    REQUIRE(view != nullptr);
    return *view;
}

const State kBegun = after(desk_at(desk::BoardView{}), desk::StartPractice{"fee"});

} // namespace

TEST_CASE("A practice begins with its first turn, and one that is not there does not") {
    CHECK(practice_of(kBegun) == PracticeView{.practice = "fee"});
    CHECK(desk::open_practice(kBegun) != nullptr);
    const State home = desk_at(desk::BoardView{});
    CHECK(same(after(home, desk::StartPractice{"none"}), home));
}

TEST_CASE("A reply shows its reason first, and then what comes of it") {
    State state = after(kBegun, desk::ChooseReply{1});
    CHECK(practice_of(state) == PracticeView{.practice = "fee", .reply = 1});
    CHECK(same(after(state, desk::ChooseReply{0}), state));
    CHECK(after(state, desk::TakeBack{}).view == kBegun.view);
    state = after(state, desk::GoOn{});
    CHECK(practice_of(state) == PracticeView{.practice = "fee", .turn = 3, .taken = 1});
}

TEST_CASE("What makes no sense in a practice changes nothing") {
    CHECK(same(after(kBegun, desk::ChooseReply{2}), kBegun));
    CHECK(same(after(kBegun, desk::GoOn{}), kBegun));
    const State ended = after_all(kBegun, {desk::ChooseReply{1}, desk::GoOn{}});
    CHECK(same(after(ended, desk::ChooseReply{0}), ended));
    CHECK(same(after(ended, desk::GoOn{}), ended));
}

TEST_CASE("New cards wait until a practice is over, and one that is left goes home") {
    const State waiting = after(kBegun, desk::UseLibrary{library_with("late", "Late fee")});
    CHECK(waiting.library == kBegun.library);
    CHECK(practice_of(waiting).practice == "fee");
    const State left = after(waiting, desk::Tick{.now = waiting.now + 4min, .minute_of_day = 1});
    CHECK(left.view == desk::View{desk::BoardView{}});
    CHECK(left.library->pack.find("late") != nullptr);
}

TEST_CASE("The list of practices gives way to new cards") {
    const State list = after(desk_at(desk::BoardView{}), desk::OpenPractices{});
    CHECK(practice_of(list).practice.empty());
    const State fresh = after(list, desk::UseLibrary{library_with("late", "Late fee")});
    CHECK(fresh.library->pack.find("late") != nullptr);
}
