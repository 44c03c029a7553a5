#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string_view>
#include <type_traits>

namespace desk_test {

namespace {

using namespace std::chrono_literals;

cards::Card card(std::string_view id, std::string_view title, cards::Code code,
                 std::string_view framework, std::size_t steps) {
    cards::Card card;
    card.id = id;
    card.title = title;
    card.code = code;
    card.framework = framework;
    card.kind = id == framework ? cards::Card::Kind::framework : cards::Card::Kind::situation;
    for (std::size_t i = 0; i < steps; ++i) {
        cards::Step step;
        step.letter = std::string(1, static_cast<char>('A' + static_cast<int>(i)));
        step.title = step.letter + " step";
        card.steps.push_back(std::move(step));
    }
    return card;
}

cards::Phrase phrase(std::string_view id, std::vector<cards::Code> codes,
                     const std::vector<std::string>& languages) {
    cards::Phrase phrase;
    phrase.id = id;
    phrase.title = id;
    phrase.codes = std::move(codes);
    for (const std::string& tag : languages) {
        phrase.texts.push_back({.language = {.tag = tag, .name = tag}, .words = tag + " words"});
    }
    return phrase;
}

/// Two turns, of which the first leads to the second or to an ending.
cards::Practice practice(std::string_view id, std::string_view card) {
    cards::Practice practice;
    practice.id = id;
    practice.title = id;
    practice.card = card;
    practice.turns.resize(4);
    practice.turns.at(0).replies = {{.text = "Well", .next = 1}, {.text = "Badly", .next = 3}};
    practice.turns.at(1).replies = {{.text = "Well", .next = 2}, {.text = "Badly", .next = 3}};
    practice.turns.at(2).ending = cards::Ending::settled;
    practice.turns.at(3).ending = cards::Ending::left;
    return practice;
}

} // namespace

cards::Pack small_pack() {
    cards::Pack pack;
    pack.name = "Small pack";
    pack.locale = "en-US";
    pack.phrases = {phrase("doctor", {cards::Code::yellow}, {"en", "es"}),
                    phrase("wait", {}, {"en", "es", "ar"})};
    pack.codes.at(0).framework = "help";
    pack.codes.at(1).framework = "calm";
    pack.codes.at(2).framework = "safe";
    pack.codes.at(3).framework = "rest";
    pack.board = {"fine", "yell"};
    pack.cards = {card("help", "HELP", cards::Code::green, "help", 4),
                  card("calm", "CALM", cards::Code::yellow, "calm", 4),
                  card("safe", "SAFE", cards::Code::red, "safe", 4),
                  card("rest", "REST", cards::Code::blue, "rest", 4),
                  card("fine", "Fine dispute", cards::Code::green, "help", 3),
                  card("yell", "Yelling at staff", cards::Code::yellow, "calm", 3)};
    pack.practices = {practice("fee", "fine")};
    return pack;
}

desk::LibraryPtr library(std::vector<cards::Problem> problems) {
    return std::make_shared<desk::Library>(small_pack(), std::move(problems));
}

desk::LibraryPtr library_with(const std::string& id, const std::string& title) {
    cards::Pack pack = small_pack();
    pack.cards.push_back(card(id, title, cards::Code::green, "help", 3));
    return std::make_shared<desk::Library>(std::move(pack));
}

desk::LibraryPtr library_without(const std::string& id) {
    cards::Pack pack = small_pack();
    std::erase_if(pack.cards, [&](const cards::Card& it) { return it.id == id; });
    return std::make_shared<desk::Library>(std::move(pack));
}

desk::State desk_at(const desk::View& view) {
    desk::State state = desk::start(library(), desk::Habits{});
    state.view = view;
    state.now = 10min;
    state.last_touch = 10min;
    state.minute_of_day = 600;
    state.manager = std::holds_alternative<desk::ManagerView>(view);
    // As a desk is that has come there: what is open is being counted.
    return after(std::move(state), desk::Tick{.now = 10min, .minute_of_day = 600});
}

desk::State after(desk::State state, const desk::Event& event) {
    return desk::update(std::move(state), event).state;
}

desk::State after_all(desk::State state, const std::vector<desk::Event>& events) {
    for (const desk::Event& event : events) {
        state = after(std::move(state), event);
    }
    return state;
}

desk::View fine_search() {
    return after(desk::start(library(), desk::Habits{}), desk::Type{"fine"}).view;
}

std::vector<desk::View> every_view() {
    auto search = std::get<desk::SearchView>(fine_search());
    search.group = 2;
    return {
        desk::BoardView{.tab = {cards::Code::yellow}, .page = 1},
        desk::CardView{.card = "fine", .page = 1},
        desk::StepView{.card = "yell", .step = 2, .page = 1},
        search,
        desk::PageView{.topic = desk::Topic::keys, .page = 1},
        desk::DropView{.page = 1},
        desk::PacksView{.page = 1},
        desk::PinView{},
        desk::PatronView{.phrase = "wait",
                         .choosing = true,
                         .page = 1,
                         .behind = desk::StepView{.card = "fine", .step = 1, .page = 1}},
        desk::PracticeView{.practice = "fee", .turn = 1, .reply = 0, .taken = 1, .page = 1},
        desk::DrillView{.card = "fine", .took = 2s, .page = 1},
        desk::EndingView{.card = "rest", .page = 1},
        desk::ManagerView{
            .part = desk::ManagerView::Part::fairness, .card = "fine", .quarter = 1, .page = 1}};
}

std::vector<desk::Event> every_event() {
    return {desk::GoHome{},
            desk::OpenTab{{cards::Code::red}},
            desk::OpenCard{"yell"},
            desk::OpenFramework{cards::Code::blue},
            desk::OpenStep{.step = 1, .page = 1},
            desk::ShowPage{2},
            desk::StartSearch{},
            desk::Type{"y"},
            desk::Erase{},
            desk::ClearQuery{},
            desk::OpenGroup{1},
            desk::ChooseHit{0},
            desk::OpenPage{desk::Topic::about},
            desk::CloseNotice{},
            desk::OpenPhrases{},
            desk::ShowPhrase{"wait"},
            desk::ChooseLanguage{},
            desk::UseLanguage{"ar"},
            desk::LeavePhrases{},
            desk::OpenPractices{},
            desk::StartPractice{"fee"},
            desk::ChooseReply{0},
            desk::GoOn{},
            desk::TakeBack{},
            desk::NameCard{},
            desk::StartDrill{},
            desk::StopDrill{},
            desk::BeQuiet{},
            desk::Wake{},
            desk::Touched{},
            desk::Tick{.now = 20min, .minute_of_day = 610},
            desk::UseLibrary{library_with("late", "Late fee")},
            desk::ShowOnRequest{"safe"},
            desk::DropNews{desk::DropDone{"Done."}},
            desk::OpenDrop{},
            desk::UseDrop{},
            desk::LookAhead{},
            desk::StopLooking{},
            desk::OpenPacks{},
            desk::AskPin{desk::ToCopyOut{}},
            desk::PinDigit{'4'},
            desk::ErasePin{},
            desk::AcceptPin{},
            desk::PinAnswer{.fault = desk::PinFault::wrong},
            desk::PacksNews{{{.key = "1", .version = 1}}},
            desk::FirstPinNews{true},
            desk::DeclineFirstPin{},
            desk::FoundNews{{{.card = "fine", .took = 3s}}},
            desk::LeaveDrop{},
            desk::Finish{},
            desk::OpenEnding{},
            desk::TellEnding{desk::Ending::left},
            desk::TellHelp{true},
            desk::LeaveEnding{},
            desk::OpenManager{},
            desk::AnswerFairness{.card = "fine",
                                 .question = cards::FairQuestion::needed,
                                 .answer = cards::FairAnswer::yes},
            desk::AskReport{},
            desk::ManagerNews{},
            desk::EvaluationNews{std::make_shared<desk::Evaluation>()},
            desk::FairnessNews{{{"fine", {.date = "2026-11-26", .answers = {}}}}},
            desk::ToggleSpeech{},
            desk::SpeakLouder{},
            desk::SpeakQuieter{},
            desk::AskToSayAll{},
            desk::HushSpeech{},
            desk::SpeechNews{"No speech server answers."},
            desk::SetAway{true},
            desk::HotkeyNews{"Another program has the key F8."}};
}

std::vector<std::string> ids(const std::vector<cards::Hit>& hits) {
    std::vector<std::string> ids;
    ids.reserve(hits.size());
    for (const cards::Hit& hit : hits) {
        ids.push_back(hit.card);
    }
    return ids;
}

std::vector<desk::Effect> but_counts(std::vector<desk::Effect> effects) {
    std::erase_if(effects,
                  [](const desk::Effect& it) { return std::holds_alternative<desk::Count>(it); });
    return effects;
}

bool same(const desk::State& a, const desk::State& b) {
    const auto* one = std::get_if<desk::SearchView>(&a.view);
    const auto* other = std::get_if<desk::SearchView>(&b.view);
    const bool same_hits = one == nullptr || other == nullptr || ids(one->hits) == ids(other->hits);
    return same_hits && a.library == b.library && a.view == b.view && a.quiet == b.quiet &&
           a.waiting == b.waiting && a.notice_open == b.notice_open && a.habits == b.habits &&
           a.language == b.language && a.speech == b.speech && a.away == b.away &&
           a.hotkey_fault == b.hotkey_fault && a.drop.has_value() == b.drop.has_value() &&
           a.pin == b.pin && a.packs == b.packs && a.kept_back == b.kept_back &&
           a.drill == b.drill && a.found == b.found && a.counting == b.counting &&
           a.manager == b.manager && a.evaluation == b.evaluation && a.reviews == b.reviews &&
           a.today == b.today && a.first_pin_offered == b.first_pin_offered && a.now == b.now &&
           a.last_touch == b.last_touch && a.minute_of_day == b.minute_of_day;
}

const desk::SearchView& search_of(const desk::State& state) {
    const auto* view = std::get_if<desk::SearchView>(&state.view);
    REQUIRE(view != nullptr);
    return *view;
}

} // namespace desk_test

namespace {

struct ViewName {
    static std::string place(int page) { return ", page " + std::to_string(page); }

    std::string operator()(const desk::BoardView& v) const {
        return "board" + (v.tab.code ? ", tab " + std::string(cards::to_string(*v.tab.code)) : "") +
               place(v.page);
    }
    std::string operator()(const desk::CardView& v) const {
        return "card " + v.card + place(v.page);
    }
    std::string operator()(const desk::StepView& v) const {
        return "card " + v.card + ", step " + std::to_string(v.step) + place(v.page);
    }
    std::string operator()(const desk::SearchView& v) const {
        return "search \"" + v.query + "\", hit " + std::to_string(v.chosen);
    }
    std::string operator()(const desk::PageView& v) const {
        return "topic " + std::to_string(static_cast<int>(v.topic)) + place(v.page);
    }
    std::string operator()(const desk::DropView& v) const { return "drop" + place(v.page); }
    std::string operator()(const desk::PacksView& v) const { return "packs" + place(v.page); }
    std::string operator()(const desk::PinView&) const { return "pin"; }
    std::string operator()(const desk::PracticeView& v) const {
        return "practice " + v.practice + ", turn " + std::to_string(v.turn) +
               (v.reply ? ", reply " + std::to_string(*v.reply) : "") + place(v.page);
    }
    std::string operator()(const desk::DrillView& v) const {
        return "drill " + v.card + (v.took ? ", found" : "") + place(v.page);
    }
    std::string operator()(const desk::EndingView& v) const {
        return "ending, card " + v.card + place(v.page);
    }
    std::string operator()(const desk::ManagerView& v) const {
        return "manager, part " + std::to_string(static_cast<int>(v.part)) + ", card " + v.card +
               place(v.page);
    }
    std::string operator()(const desk::PatronView& v) const {
        return "phrase " + v.phrase + (v.choosing ? ", languages" : "") + place(v.page);
    }
};

} // namespace

std::string Catch::StringMaker<desk::View>::convert(const desk::View& view) {
    return std::visit(ViewName{}, view);
}

std::string Catch::StringMaker<desk::Event>::convert(const desk::Event& event) {
    return "event " + std::to_string(event.index());
}
