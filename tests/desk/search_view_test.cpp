#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace desk_test;
using desk::State;
using desk::View;

namespace {

State typed(const std::string& text) {
    return after(desk_at(desk::BoardView{}), desk::Type{text});
}

std::string query_after(const std::string& query, const desk::Event& event) {
    return search_of(after(typed(query), event)).query;
}

/// A desk with more cards of one name than a search shows, and a search for it.
State crowded_search() {
    cards::Pack pack = small_pack();
    for (int i = 0; i < 60; ++i) {
        cards::Card card = pack.cards.back();
        card.id = "loud-" + std::to_string(i);
        card.title = "Loud phone call";
        pack.cards.push_back(std::move(card));
    }
    return after(desk::start(std::make_shared<desk::Library>(std::move(pack)), {}),
                 desk::Type{"loud"});
}

} // namespace

TEST_CASE("A search starts empty from every other view and keeps its words when it is open") {
    for (const View& view : every_view()) {
        CAPTURE(view);
        const State state = after(desk_at(view), desk::StartSearch{});
        const bool open = std::holds_alternative<desk::SearchView>(view);
        CHECK(search_of(state).query == (open ? "fine" : ""));
        CHECK(search_of(state).hits.empty() != open);
    }
}

TEST_CASE("Typing starts a search from every view") {
    for (const View& view : every_view()) {
        CAPTURE(view);
        const State state = after(desk_at(view), desk::Type{"y"});
        const bool open = std::holds_alternative<desk::SearchView>(view);
        CHECK(search_of(state).query == (open ? "finey" : "y"));
    }
}

TEST_CASE("What is typed finds the cards that the library's index finds, best first") {
    const desk::LibraryPtr cards = library();
    for (const char* query : {"y", "fine", "calm", "step", "zzz"}) {
        CAPTURE(query);
        CHECK(ids(search_of(typed(query)).hits) == ids(cards->index.find(query, 24)));
    }
    CHECK(ids(search_of(typed("yelling")).hits).front() == "yell");
}

TEST_CASE("A search shows two dozen hits at most") {
    CHECK(search_of(crowded_search()).hits.size() == 24);
}

TEST_CASE("Another letter goes back to the first hit and closes the open letters") {
    State state = crowded_search();
    state = after(state, desk::ChooseHit{3});
    state = after(state, desk::OpenGroup{5});
    for (const desk::Event& event : {desk::Event{desk::Type{" "}}, desk::Event{desk::Erase{}},
                                     desk::Event{desk::StartSearch{}}}) {
        const desk::SearchView view = search_of(after(state, event));
        CAPTURE(event);
        CHECK(view.chosen == 0);
        CHECK(view.group == std::nullopt);
    }
}

TEST_CASE("A search never starts with a space but may hold some") {
    CHECK(search_of(typed(" ")).query.empty());
    CHECK(search_of(after(typed(" "), desk::Type{"a"})).query == "a");
    CHECK(query_after("late", desk::Type{" "}) == "late ");
    CHECK(search_of(after(after(typed("late"), desk::Type{" "}), desk::Type{"fee"})).query ==
          "late fee");
}

TEST_CASE("A search of sixty bytes takes no more") {
    const std::string nearly(59, 'a');
    CHECK(query_after(nearly, desk::Type{"b"}) == nearly + "b");
    CHECK(query_after(nearly + "b", desk::Type{"c"}) == nearly + "b");
    CHECK(query_after(nearly, desk::Erase{}) == std::string(58, 'a'));
}

TEST_CASE("A character that would not fit whole is left out whole") {
    const std::string nearly(59, 'a');
    CHECK(query_after(nearly, desk::Type{"é"}) == nearly);
    CHECK(query_after(std::string(58, 'a'), desk::Type{"é"}) == std::string(58, 'a') + "é");
    CHECK(search_of(typed(std::string(61, 'x'))).query.empty());
}

TEST_CASE("Erasing takes away a whole character, however many bytes it has") {
    CHECK(query_after("ab", desk::Erase{}) == "a");
    CHECK(query_after("aé", desk::Erase{}) == "a");
    CHECK(query_after("a中", desk::Erase{}) == "a");
    CHECK(query_after("a😀", desk::Erase{}) == "a");
    CHECK(query_after("é", desk::Erase{}).empty());
    CHECK(search_of(after(after(typed("a"), desk::Erase{}), desk::Erase{})).query.empty());
}

TEST_CASE("Erasing searches again for what is left") {
    const State state = after(typed("finez"), desk::Erase{});
    CHECK(ids(search_of(state).hits) == ids(search_of(typed("fine")).hits));
}

TEST_CASE("Clearing leaves an empty search open") {
    const desk::SearchView view = search_of(after(typed("fine"), desk::ClearQuery{}));
    CHECK(view.query.empty());
    CHECK(view.hits.empty());
}

TEST_CASE("A hit is chosen only if there is one at that place") {
    const State state = crowded_search();
    CHECK(search_of(after(state, desk::ChooseHit{23})).chosen == 23);
    for (const int hit : {-1, 24, 1000}) {
        CAPTURE(hit);
        CHECK(same(after(state, desk::ChooseHit{hit}), state));
    }
}

TEST_CASE("Letters by group open and close in a search and nowhere else") {
    const State open = after(typed("fine"), desk::OpenGroup{3});
    CHECK(search_of(open).group == 3);
    CHECK(search_of(open).query == "fine");
    CHECK(search_of(after(open, desk::OpenGroup{})).group == std::nullopt);
}

TEST_CASE("Choosing hits and groups of letters changes no view but a search") {
    for (const View& view : every_view()) {
        if (!std::holds_alternative<desk::SearchView>(view)) {
            const State state = desk_at(view);
            CAPTURE(view);
            CHECK(same(after(state, desk::ChooseHit{0}), state));
            CHECK(same(after(state, desk::OpenGroup{1}), state));
        }
    }
}
