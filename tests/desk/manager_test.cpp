#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <memory>

using namespace desk_test;
using namespace std::chrono_literals;
using desk::ManagerView;
using desk::State;
using desk::View;
using Effects = std::vector<desk::Effect>;

namespace {

State typed_pin() {
    State state = after(desk_at(desk::BoardView{}), desk::OpenManager{});
    for (const char digit : {'1', '2', '4', '8', '1', '6'}) {
        state = after(std::move(state), desk::PinDigit{digit});
    }
    return state;
}

State manager() {
    return after_all(typed_pin(), {desk::AcceptPin{}, desk::PinAnswer{}, desk::ManagerNews{}});
}

} // namespace

TEST_CASE("What is the manager's takes her PIN") {
    CHECK(after(desk_at(desk::BoardView{}), desk::OpenManager{}).view == View{desk::PinView{}});
    const desk::Outcome sent = desk::update(typed_pin(), desk::AcceptPin{});
    CHECK(sent.effects == Effects{desk::LetManagerIn{"124816"}});
    const State answered = after(sent.state, desk::PinAnswer{});
    const desk::Outcome in = desk::update(answered, desk::ManagerNews{});
    CHECK(in.state.view == View{ManagerView{}});
    CHECK(in.state.manager);
    CHECK(in.effects ==
          Effects{desk::Evaluate{.library = in.state.library, .today = in.state.today}});
}

TEST_CASE("A wrong PIN leads nowhere, and a right one for somebody who has left neither") {
    const State wrong = after_all(
        typed_pin(), {desk::AcceptPin{}, desk::PinAnswer{.fault = desk::PinFault::wrong}});
    CHECK(wrong.view == View{desk::PinView{}});
    CHECK_FALSE(wrong.manager);
    const State left = after_all(
        typed_pin(), {desk::AcceptPin{}, desk::GoHome{}, desk::PinAnswer{}, desk::ManagerNews{}});
    CHECK(left.view == View{desk::BoardView{}});
    CHECK_FALSE(left.manager);
    CHECK_FALSE(after(desk_at(desk::BoardView{}), desk::ManagerNews{}).manager);
}

TEST_CASE("Where no PIN is set yet and may be, the manager sets one first") {
    const State state =
        after_all(desk_at(desk::BoardView{}), {desk::FirstPinNews{true}, desk::OpenManager{}});
    REQUIRE(state.pin.has_value());
    CHECK(std::holds_alternative<desk::ToSetFirst>(state.pin->purpose));
}

TEST_CASE("The manager goes from part to part, and the PIN is asked for again once she has left") {
    State state = after(manager(), desk::EvaluationNews{std::make_shared<desk::Evaluation>()});
    const ManagerView plan{.part = ManagerView::Part::plan};
    state = after(state, desk::OpenManager{plan});
    CHECK(state.view == View{plan});
    for (const desk::Event& away :
         {desk::Event{desk::GoHome{}}, desk::Event{desk::OpenCard{"fine"}},
          desk::Event{desk::StartSearch{}}, desk::Event{desk::Tick{.now = 20min}}}) {
        const State left = after(state, away);
        CHECK_FALSE(left.manager);
        CHECK(left.evaluation == nullptr);
        CHECK(after(left, desk::OpenManager{plan}).view == View{desk::PinView{}});
    }
}

TEST_CASE("Answers are dated, kept, and taken from the manager alone") {
    const desk::AnswerFairness needed{.card = "fine",
                                      .question = cards::FairQuestion::needed,
                                      .answer = cards::FairAnswer::to_mend};
    CHECK(after(desk_at(desk::BoardView{}), needed).reviews.empty());
    State state =
        after(manager(), desk::Tick{.now = 11min, .today = std::chrono::year(2026) / 11 / 6});
    const desk::Outcome outcome = desk::update(state, needed);
    cards::FairnessReview review{.date = "2026-11-06", .answers = {}};
    review.answers.at(1) = cards::FairAnswer::to_mend;
    CHECK(outcome.state.reviews == desk::FairnessReviews{{"fine", review}});
    CHECK(outcome.effects == Effects{desk::KeepFairness{{{"fine", review}}}});
    CHECK(desk::update(state, desk::AnswerFairness{.card = "gone"}).effects.empty());
}

TEST_CASE("What came of the report is shown at once, and leads back to what is the manager's") {
    const State told = after(manager(), desk::DropNews{desk::DropDone{"It is on the stick."}});
    CHECK(told.view == View{desk::DropView{}});
    const State back = after(told, desk::LeaveDrop{});
    CHECK(back.view == View{ManagerView{}});
    CHECK(back.manager);
    // Cards that somebody brings meanwhile are no answer to her.
    CHECK(after(manager(), desk::DropNews{desk::DropCopying{}}).view == View{ManagerView{}});
}

TEST_CASE("The report is the manager's to ask for") {
    CHECK(desk::update(desk_at(desk::BoardView{}), desk::AskReport{}).effects.empty());
    const desk::Outcome outcome = desk::update(manager(), desk::AskReport{});
    CHECK(outcome.effects == Effects{desk::WriteReport{.library = outcome.state.library,
                                                       .today = outcome.state.today,
                                                       .reviews = {}}});
}
