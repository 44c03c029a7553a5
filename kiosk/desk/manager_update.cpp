#include "desk/manager_update.h"

#include <algorithm>

namespace desk {

void apply(State& state, std::vector<Effect>& /*effects*/, const OpenManager& event) {
    if (state.manager) {
        state.view = event.view;
        return;
    }
    state.pin = PinEntry{.purpose = state.first_pin_offered ? PinPurpose{ToSetFirst{}}
                                                            : PinPurpose{ToManage{}}};
    state.view = PinView{};
}

void apply(State& state, std::vector<Effect>& effects, const AnswerFairness& event) {
    if (!state.manager || state.library->pack.find(event.card) == nullptr) {
        return;
    }
    const auto known = fairness_of(state.library->pack, state.reviews, state.today);
    const auto now =
        std::ranges::find(known, event.card, [](const CardFairness& it) { return it.card.id; });
    cards::FairnessReview& review = state.reviews[event.card];
    if (now != known.end()) {
        review = now->review; // the file's answers stand until they are given anew
    }
    review.answers.at(static_cast<std::size_t>(event.question)) = event.answer;
    review.date = iso_date(state.today);
    if (auto* const view = std::get_if<ManagerView>(&state.view)) {
        view->question = static_cast<int>(event.question) + 1;
        view->page = 0;
    }
    effects.emplace_back(KeepFairness{state.reviews});
}

void apply(State& state, std::vector<Effect>& effects, const AskReport& /*event*/) {
    if (state.manager) {
        effects.emplace_back(
            WriteReport{.library = state.library, .today = state.today, .reviews = state.reviews});
    }
}

void apply(State& state, std::vector<Effect>& effects, const ManagerNews& /*event*/) {
    const bool waits = std::holds_alternative<PinView>(state.view) && state.pin &&
                       std::holds_alternative<ToManage>(state.pin->purpose);
    if (!waits) {
        return; // whoever typed it has gone on to something else
    }
    state.manager = true;
    state.evaluation = nullptr;
    state.view = ManagerView{};
    effects.emplace_back(Evaluate{.library = state.library, .today = state.today});
}

void forget_manager(State& state) {
    const bool here = std::holds_alternative<ManagerView>(state.view) ||
                      std::holds_alternative<DropView>(state.view);
    if (state.manager && !here) {
        state.manager = false;
        state.evaluation = nullptr;
    }
    if (!state.manager && std::holds_alternative<ManagerView>(state.view)) {
        state.view = BoardView{};
    }
}

} // namespace desk
