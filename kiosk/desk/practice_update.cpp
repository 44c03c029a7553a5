#include "desk/practice_update.h"

#include <cstdint>
#include <utility>

namespace desk {

namespace {

const cards::Turn* turn_of(const State& state, const PracticeView& view) {
    const cards::Practice* const practice = state.library->pack.find_practice(view.practice);
    return practice != nullptr && view.turn < practice->turns.size()
               ? &practice->turns.at(view.turn)
               : nullptr;
}

/// A situation other than the last one, as good as by chance: by the moment.
std::string pick_card(const State& state, const std::string& last) {
    std::vector<const std::string*> ids;
    for (const cards::Card& card : state.library->pack.cards) {
        if (card.kind == cards::Card::Kind::situation && card.id != last) {
            ids.push_back(&card.id);
        }
    }
    if (ids.empty()) {
        return last;
    }
    constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15ULL; // Knuth's, from the golden ratio
    const std::uint64_t mixed =
        (static_cast<std::uint64_t>(state.now.count()) + state.found.size()) * kSpread;
    return *ids.at((mixed >> 32U) % ids.size());
}

std::string card_named_last(const State& state) {
    if (const auto* view = std::get_if<DrillView>(&state.view)) {
        return view->card;
    }
    return state.found.empty() ? std::string() : state.found.back().card;
}

} // namespace

const cards::Practice* open_practice(const State& state) {
    const auto* view = std::get_if<PracticeView>(&state.view);
    return view != nullptr ? state.library->pack.find_practice(view->practice) : nullptr;
}

void apply(State& state, const OpenPractices& /*event*/) {
    forget_drill(state);
    state.view = PracticeView{};
}

void apply(State& state, const StartPractice& event) {
    if (state.library->pack.find_practice(event.practice) != nullptr) {
        state.view = PracticeView{.practice = event.practice};
    }
}

void apply(State& state, const ChooseReply& event) {
    auto* const view = std::get_if<PracticeView>(&state.view);
    const cards::Turn* const turn = view != nullptr ? turn_of(state, *view) : nullptr;
    if (turn != nullptr && !view->reply && event.reply < turn->replies.size()) {
        view->reply = event.reply;
        view->page = 0;
    }
}

void apply(State& state, const GoOn& /*event*/) {
    auto* const view = std::get_if<PracticeView>(&state.view);
    const cards::Turn* const turn = view != nullptr ? turn_of(state, *view) : nullptr;
    if (turn != nullptr && view->reply) {
        *view = PracticeView{.practice = view->practice,
                             .turn = turn->replies.at(*view->reply).next,
                             .taken = view->taken + 1};
    }
}

void apply(State& state, const TakeBack& /*event*/) {
    if (auto* const view = std::get_if<PracticeView>(&state.view)) {
        view->reply = std::nullopt;
        view->page = 0;
    }
}

void apply(State& state, const NameCard& event) {
    const std::string card =
        event.card.empty() ? pick_card(state, card_named_last(state)) : event.card;
    if (state.library->pack.find(card) != nullptr) {
        forget_drill(state);
        state.view = DrillView{.card = card};
    }
}

void apply(State& state, const StartDrill& /*event*/) {
    Drill drill{.began = state.now};
    if (const auto* named = std::get_if<DrillView>(&state.view)) {
        drill.card = named->card;
        drill.practice = named->practice;
    } else if (const cards::Practice* practice = open_practice(state)) {
        drill.card = practice->card;
        drill.practice = std::get<PracticeView>(state.view);
    }
    if (state.library->pack.find(drill.card) != nullptr) {
        state.drill = std::move(drill);
        state.view = BoardView{};
    }
}

void apply(State& state, const StopDrill& /*event*/) {
    if (const auto* view = std::get_if<DrillView>(&state.view)) {
        state.view = view->practice.value_or(PracticeView{});
    } else if (state.drill) {
        state.view = state.drill->practice.value_or(PracticeView{});
    }
    state.drill = std::nullopt;
}

void finish_drill(State& state, std::vector<Effect>& effects) {
    const cards::Card* const card = open_card(state);
    if (!state.drill || state.quiet || card == nullptr || card->id != state.drill->card) {
        return;
    }
    const Moment took = state.now - state.drill->began;
    state.view =
        DrillView{.card = card->id, .took = took, .practice = std::move(state.drill->practice)};
    state.drill = std::nullopt;
    state.found.push_back({.card = card->id, .took = took});
    if (state.found.size() > kMostFound) {
        state.found.erase(state.found.begin());
    }
    effects.emplace_back(KeepFound{state.found});
}

void forget_drill(State& state) {
    state.drill = std::nullopt;
}

} // namespace desk
