#include "support.h"

#include <catch2/catch_test_macros.hpp>

using namespace desk_test;
using namespace std::chrono_literals;
using desk::CardView;
using desk::PatronView;
using desk::State;
using desk::StepView;

namespace {

const PatronView& patron_of(const State& state) {
    const auto* view = std::get_if<PatronView>(&state.view);
    REQUIRE(view != nullptr);
    return *view;
}

std::vector<std::string> listed(const State& state) {
    std::vector<std::string> ids;
    for (const cards::Phrase* phrase : desk::phrases_for(state)) {
        ids.push_back(phrase->id);
    }
    return ids;
}

State untouched_for(const State& state, desk::Moment time) {
    return after(state, desk::Tick{.now = state.now + time, .minute_of_day = 700});
}

const CardView kCard{.card = "fine", .page = 1};
const StepView kStep{.card = "yell", .step = 2, .page = 1};

} // namespace

TEST_CASE("From a card, the list is one event away and a phrase two, and back leads to the card") {
    for (const desk::View& from : {desk::View{kCard}, desk::View{kStep}}) {
        CAPTURE(from);
        State state = after(desk_at(from), desk::OpenPhrases{});
        CHECK(patron_of(state).phrase.empty());
        state = after(state, desk::ShowPhrase{"wait"});
        CHECK(patron_of(state).phrase == "wait");
        CHECK(after(state, desk::LeavePhrases{}).view == from);
        CHECK(after_all(state, {desk::OpenPhrases{}, desk::LeavePhrases{}}).view == from);
        CHECK(after_all(state, {desk::ChooseLanguage{}, desk::LeavePhrases{}}).view == from);
        CHECK(after(state, desk::GoHome{}).view == desk::View{desk::BoardView{}});
    }
}

TEST_CASE("From elsewhere, phrases lead back home") {
    const State state = after_all(desk_at(desk::PageView{}), {desk::OpenPhrases{}});
    CHECK(patron_of(state).behind == PatronView{}.behind);
    CHECK(after(state, desk::LeavePhrases{}).view == desk::View{desk::BoardView{}});
}

TEST_CASE("Phrases are in the first language that is not that of the staff until one is chosen") {
    const State list = after(desk_at(kCard), desk::OpenPhrases{});
    CHECK(desk::language_of_phrases(list) == "es");
    const State arabic = after(list, desk::UseLanguage{"ar"});
    CHECK(desk::language_of_phrases(arabic) == "ar");
    const State later = after_all(arabic, {desk::GoHome{}, desk::OpenCard{"yell"},
                                           desk::OpenPhrases{}, desk::ShowPhrase{"wait"}});
    CHECK(desk::language_of_phrases(later) == "ar");
    CHECK(patron_of(later).phrase == "wait");
    CHECK(desk::language_of_phrases(after(list, desk::UseLanguage{"fr"})) == "es");
}

TEST_CASE("A language chosen for an open phrase shows that phrase from its first page") {
    State state = after_all(desk_at(kCard), {desk::OpenPhrases{}, desk::ShowPhrase{"wait"},
                                             desk::ShowPage{2}, desk::ChooseLanguage{}});
    CHECK(patron_of(state).choosing);
    CHECK(patron_of(state).page == 0);
    state = after_all(state, {desk::ShowPage{1}, desk::UseLanguage{"ar"}});
    CHECK(patron_of(state) == PatronView{.phrase = "wait", .behind = kCard});
}

TEST_CASE("What a phrase does not say is not shown") {
    const State list = after(desk_at(kCard), desk::OpenPhrases{});
    const State arabic = after(list, desk::UseLanguage{"ar"});
    CHECK(same(after(arabic, desk::ShowPhrase{"doctor"}), arabic));
    CHECK(same(after(list, desk::ShowPhrase{"nothing"}), list));
    const State doctor = after(list, desk::ShowPhrase{"doctor"});
    CHECK(same(after(doctor, desk::UseLanguage{"ar"}), doctor));
}

TEST_CASE("Phrases for other codes than that of the card behind come last") {
    CHECK(listed(after(desk_at(kCard), desk::OpenPhrases{})) ==
          std::vector<std::string>{"wait", "doctor"});
    CHECK(listed(after(desk_at(desk::PageView{}), desk::OpenPhrases{})) ==
          std::vector<std::string>{"doctor", "wait"});
    CHECK(listed(after(desk_at(kStep), desk::OpenPhrases{})) ==
          std::vector<std::string>{"doctor", "wait"});
}

TEST_CASE("An open phrase stays, and so does the list with a card behind it") {
    const State list = after(desk_at(kCard), desk::OpenPhrases{});
    const State phrase = after(list, desk::ShowPhrase{"wait"});
    const State alone = after(desk_at(desk::PageView{}), desk::OpenPhrases{});
    const State alone_phrase = after(alone, desk::ShowPhrase{"wait"});
    for (const State& stays : {list, phrase, alone_phrase}) {
        CHECK(untouched_for(stays, 10h).view == stays.view);
        CHECK(after(stays, desk::UseLibrary{library_without("fine")}).library == stays.library);
    }
    CHECK(untouched_for(alone, 10h).view == desk::View{desk::BoardView{}});
    CHECK(desk::next_tick(alone, 30s).has_value());
}

TEST_CASE("New cards wait for the end of a phrase") {
    const auto fresh = library_with("late", "Late fee");
    State state =
        after_all(desk_at(desk::PageView{}),
                  {desk::OpenPhrases{}, desk::ShowPhrase{"wait"}, desk::UseLibrary{fresh}});
    CHECK(state.library != fresh);
    state = after(state, desk::LeavePhrases{});
    CHECK(state.library == fresh);
}

TEST_CASE("A pack without phrases has no list") {
    cards::Pack pack = small_pack();
    pack.phrases.clear();
    State state = desk::start(std::make_shared<desk::Library>(std::move(pack)), desk::Habits{});
    CHECK(same(after(state, desk::OpenPhrases{}), state));
    CHECK(desk::language_of_phrases(state).empty());
    CHECK(desk::phrases_for(state).empty());
}
