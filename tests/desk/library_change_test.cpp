#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>

using namespace desk_test;
using namespace std::chrono_literals;
using desk::State;
using desk::View;

namespace {

const View kFine = desk::CardView{.card = "fine"};
const View kFineStep = desk::StepView{.card = "fine", .step = 1};

/// A desk with a card open, for which new cards wait.
State reading_with(const View& view, const desk::LibraryPtr& fresh) {
    return after(desk_at(view), desk::UseLibrary{fresh});
}

} // namespace

TEST_CASE("New cards are there at once while nobody reads one or rehearses") {
    for (const View& view : every_view()) {
        const State state = desk_at(view);
        if (!desk::is_reading(state) && desk::open_practice(state) == nullptr) {
            const desk::LibraryPtr fresh = library_with("late", "Late fee");
            const State changed = after(state, desk::UseLibrary{fresh});
            CAPTURE(view);
            CHECK(changed.library == fresh);
            CHECK(changed.waiting == nullptr);
        }
    }
}

TEST_CASE("Boards begin anew with new cards, and pages that somebody may be reading stay") {
    const View board = desk::BoardView{.tab = {cards::Code::yellow}, .page = 1};
    CHECK(after(desk_at(board), desk::UseLibrary{library()}).view == View{desk::BoardView{}});
    const View contacts = desk::PageView{.topic = desk::Topic::contacts, .page = 2};
    CHECK(after(desk_at(contacts), desk::UseLibrary{library()}).view == contacts);
}

TEST_CASE("A search goes on with new cards") {
    const State state = after(desk_at(desk::BoardView{}), desk::Type{"late"});
    REQUIRE(search_of(state).hits.empty());
    const State changed = after(state, desk::UseLibrary{library_with("late", "Late fee")});
    CHECK(search_of(changed).query == "late");
    CHECK(ids(search_of(changed).hits) == std::vector<std::string>{"late"});
}

TEST_CASE("A search forgets cards that are gone") {
    const State state = after(desk_at(desk::BoardView{}), desk::Type{"yelling"});
    REQUIRE_FALSE(search_of(state).hits.empty());
    CHECK(search_of(after(state, desk::UseLibrary{library_without("yell")})).hits.empty());
}

TEST_CASE("New cards wait while a card or step is open, and the reader sees no change") {
    for (const View& view : {kFine, kFineStep}) {
        const State state = desk_at(view);
        const desk::LibraryPtr fresh = library_without("fine");
        const State changed = after(state, desk::UseLibrary{fresh});
        CAPTURE(view);
        CHECK(changed.library == state.library);
        CHECK(changed.waiting == fresh);
        CHECK(changed.view == view);
        CHECK(desk::open_card(changed) == desk::open_card(state));
    }
}

TEST_CASE("New cards keep waiting on the way from a card to its steps and to other cards") {
    const desk::LibraryPtr fresh = library_with("late", "Late fee");
    State state = reading_with(kFine, fresh);
    for (const desk::Event& event :
         {desk::Event{desk::OpenStep{.step = 1}}, desk::Event{desk::OpenCard{"yell"}},
          desk::Event{desk::OpenFramework{cards::Code::red}}, desk::Event{desk::BeQuiet{}},
          desk::Event{desk::Wake{}}, desk::Event{desk::Touched{}},
          desk::Event{desk::Tick{.now = 24h, .minute_of_day = 1}},
          desk::Event{desk::OpenCard{"late"}}}) {
        state = after(state, event);
        CAPTURE(event);
        CHECK(state.waiting == fresh);
        CHECK(state.library != fresh);
        CHECK(desk::is_reading(state));
    }
}

TEST_CASE("New cards come when the card is left, whichever way") {
    for (const desk::Event& event :
         {desk::Event{desk::GoHome{}}, desk::Event{desk::OpenTab{{cards::Code::red}}},
          desk::Event{desk::StartSearch{}}, desk::Event{desk::Type{"late"}},
          desk::Event{desk::OpenPage{desk::Topic::menu}},
          desk::Event{desk::ShowOnRequest{"home"}}}) {
        const desk::LibraryPtr fresh = library_with("late", "Late fee");
        for (const View& view : {kFine, kFineStep}) {
            const State left = after(reading_with(view, fresh), event);
            CAPTURE(view, event);
            CHECK(left.library == fresh);
            CHECK(left.waiting == nullptr);
        }
    }
}

TEST_CASE("What is typed on an open card finds the cards that had been waiting") {
    const State state = reading_with(kFine, library_with("late", "Late fee"));
    const State searching = after(state, desk::Type{"late"});
    CHECK(ids(search_of(searching).hits) == std::vector<std::string>{"late"});
}

TEST_CASE("New cards come when a card is left alone under the quiet screen") {
    const desk::LibraryPtr fresh = library();
    State state = after(reading_with(kFine, fresh), desk::BeQuiet{});
    state = after(state, desk::Tick{.now = 12min, .minute_of_day = 0});
    CHECK(state.waiting == fresh);
    state = after(state, desk::Tick{.now = 13min, .minute_of_day = 0});
    CHECK(state.library == fresh);
    CHECK(state.quiet);
}

TEST_CASE("Of several new packs the last one comes") {
    const desk::LibraryPtr last = library_with("late", "Late fee");
    State state = reading_with(kFine, library_without("yell"));
    state = after(state, desk::UseLibrary{last});
    CHECK(after(state, desk::GoHome{}).library == last);
}

TEST_CASE("The notice is about the cards on show") {
    const desk::LibraryPtr faulty = library({cards::Problem{.text = "Look."}});
    const State state = after(desk_at(desk::BoardView{}), desk::UseLibrary{faulty});
    CHECK(state.notice_open);
    CHECK_FALSE(after(state, desk::UseLibrary{library()}).notice_open);
    CHECK_FALSE(reading_with(kFine, faulty).notice_open);
    CHECK(after(reading_with(kFine, faulty), desk::GoHome{}).notice_open);
}

TEST_CASE("A view of a card that vanished holds no new cards back and goes home with them") {
    for (const View& view : {View{desk::CardView{.card = "vanished"}},
                             View{desk::StepView{.card = "vanished", .step = 7}}}) {
        const desk::LibraryPtr fresh = library();
        const State changed = after(desk_at(view), desk::UseLibrary{fresh});
        CAPTURE(view);
        CHECK(changed.library == fresh);
        CHECK(changed.view == View{desk::BoardView{}});
    }
}

TEST_CASE("No cards at all are not taken for new ones") {
    for (const View& view : every_view()) {
        const State state = desk_at(view);
        CAPTURE(view);
        CHECK(same(after(state, desk::UseLibrary{}), state));
    }
}
