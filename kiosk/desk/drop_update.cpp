#include "desk/drop_update.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

const DropReview* review_of(const State& state) {
    return state.drop ? std::get_if<DropReview>(&*state.drop) : nullptr;
}

void ask_for_pin(State& state, PinPurpose purpose) {
    state.pin = PinEntry{.purpose = std::move(purpose)};
}

/// A review asks for the PIN at once, if there is one to ask for.
void show_drop(State& state) {
    state.view = DropView{};
    state.pin.reset();
    const DropReview* review = review_of(state);
    if (review != nullptr && review->needs_pin() && !state.first_pin_offered) {
        ask_for_pin(state, ToUseDrop{});
    }
}

void show_home(State& state) {
    state.view = BoardView{};
    state.pin.reset();
}

void show_drop_or_home(State& state) {
    if (state.drop) {
        show_drop(state);
    } else {
        show_home(state);
    }
}

bool takes_digits(const State& state) {
    return state.pin && !state.pin->checking && pin_wait(state) == Moment{0};
}

std::uint64_t number_of_offer(const State& state) {
    const DropReview* const review = review_of(state);
    return review != nullptr ? review->number : 0;
}

/// Nobody is in the middle of anything: on the board, and not touched for a while.
bool is_left_alone(const State& state) {
    return std::holds_alternative<BoardView>(state.view) && !state.quiet && !state.kept_back &&
           state.now - state.last_touch >= kLeftAlone;
}

Effect effect_of(const State& state) {
    const PinEntry& pin = *state.pin;
    if (const auto* back = std::get_if<ToGoBack>(&pin.purpose)) {
        return GoBackTo{.key = back->pack.key, .pin = pin.digits};
    }
    if (std::holds_alternative<ToCopyOut>(pin.purpose)) {
        return CopyOut{pin.digits};
    }
    if (std::holds_alternative<ToManage>(pin.purpose)) {
        return LetManagerIn{pin.digits};
    }
    if (std::holds_alternative<ToSetFirst>(pin.purpose)) {
        return SetFirstPin{pin.digits};
    }
    return TakeDrop{.number = number_of_offer(state), .pin = pin.digits};
}

} // namespace

Moment shown_wait(Moment wait) {
    using namespace std::chrono_literals;
    const Moment step = wait > 1min ? Moment{1min} : Moment{10s};
    return (wait + step - Moment{1}) / step * step;
}

Moment pin_wait(const State& state) {
    const bool asked = state.pin && !std::holds_alternative<ToSetFirst>(state.pin->purpose);
    return asked ? std::max(state.pin_locked_until - state.now, Moment{0}) : Moment{0};
}

std::optional<Moment> next_pin_tick(const State& state) {
    using namespace std::chrono_literals;
    const Moment wait = pin_wait(state);
    if (wait == Moment{0}) {
        return std::nullopt;
    }
    const Moment shown = shown_wait(wait);
    return state.pin_locked_until - shown + (shown > 1min ? Moment{1min} : Moment{10s});
}

void stop_looking(State& state) {
    if (state.kept_back) {
        state.library = std::exchange(state.kept_back, nullptr);
        state.view = BoardView{};
    }
}

void forget_stray_pin(State& state) {
    const bool asked_for =
        std::holds_alternative<PinView>(state.view) || std::holds_alternative<DropView>(state.view);
    const bool awaits_answer = state.pin && state.pin->checking && !state.pin->accepted;
    if (state.pin && !asked_for && !awaits_answer) {
        state.pin.reset();
    }
}

void apply(State& state, std::vector<Effect>& /*effects*/, const OpenDrop& /*event*/) {
    if (state.drop) {
        stop_looking(state);
        show_drop(state);
    }
}

void apply(State& state, std::vector<Effect>& effects, const UseDrop& /*event*/) {
    const DropReview* const review = review_of(state);
    if (review == nullptr) {
        return;
    }
    if (!review->needs_pin()) {
        effects.emplace_back(TakeDrop{.number = review->number, .pin = {}});
        return;
    }
    if (state.first_pin_offered) {
        ask_for_pin(state, ToSetFirst{});
    } else if (!state.pin || !std::holds_alternative<ToUseDrop>(state.pin->purpose)) {
        ask_for_pin(state, ToUseDrop{});
    }
    state.view = PinView{};
}

void apply(State& state, std::vector<Effect>& effects, const LeaveDrop& /*event*/) {
    if (!state.drop || std::holds_alternative<DropCopying>(*state.drop)) {
        return;
    }
    if (const DropReview* const review = review_of(state)) {
        effects.emplace_back(ForgetDrop{review->number});
    } else {
        effects.emplace_back(CloseNews{});
    }
    stop_looking(state);
    state.drop.reset();
    state.view = state.manager ? View{ManagerView{}} : View{BoardView{}};
}

void apply(State& state, std::vector<Effect>& /*effects*/, const LookAhead& /*event*/) {
    const DropReview* const review = review_of(state);
    if (review != nullptr && !state.kept_back) {
        state.kept_back = std::exchange(state.library, review->library);
        state.view = BoardView{};
    }
}

void apply(State& state, std::vector<Effect>& /*effects*/, const StopLooking& /*event*/) {
    if (state.kept_back) {
        stop_looking(state);
        show_drop_or_home(state);
    }
}

void apply(State& state, std::vector<Effect>& /*effects*/, const OpenPacks& /*event*/) {
    state.view = PacksView{};
}

void apply(State& state, std::vector<Effect>& /*effects*/, const AskPin& event) {
    ask_for_pin(state, event.purpose);
    state.view = PinView{};
}

void apply(State& state, std::vector<Effect>& /*effects*/, const PinDigit& event) {
    if (takes_digits(state) && state.pin->digits.size() < kMostPin && event.digit >= '0' &&
        event.digit <= '9') {
        state.pin->digits += event.digit;
        state.pin->fault = PinFault::none;
    }
}

void apply(State& state, std::vector<Effect>& /*effects*/, const ErasePin& /*event*/) {
    if (takes_digits(state) && !state.pin->digits.empty()) {
        state.pin->digits.pop_back();
    }
}

void apply(State& state, std::vector<Effect>& effects, const AcceptPin& /*event*/) {
    if (!takes_digits(state) || state.pin->digits.size() < kLeastPin) {
        return;
    }
    PinEntry& pin = *state.pin;
    if (auto* first = std::get_if<ToSetFirst>(&pin.purpose)) {
        if (first->once.empty()) {
            first->once = std::exchange(pin.digits, {});
            return;
        }
        if (first->once != pin.digits) {
            pin = PinEntry{.purpose = ToSetFirst{}, .fault = PinFault::two_differ};
            return;
        }
    }
    effects.push_back(effect_of(state));
    pin.digits.clear();
    pin.checking = true;
}

void apply(State& state, std::vector<Effect>& effects, const DeclineFirstPin& /*event*/) {
    state.first_pin_offered = false;
    if (std::holds_alternative<PinView>(state.view)) {
        state.view = BoardView{};
    }
    effects.emplace_back(OfferNoPin{});
}

void apply(State& state, std::vector<Effect>& /*effects*/, const DropNews& event) {
    const bool open = std::holds_alternative<DropView>(state.view);
    const bool asked =
        std::holds_alternative<PinView>(state.view) && state.pin &&
        (state.pin->accepted || std::holds_alternative<ToUseDrop>(state.pin->purpose));
    // What is looked at has been withdrawn only if something else has come in its place.
    const bool looked_at = state.kept_back && event.drop.has_value();
    state.drop = event.drop;
    if (looked_at && !std::holds_alternative<DropReview>(*event.drop)) {
        return; // whoever looks finds the news when they have done
    }
    // What came of the manager's report is hers to read at once.
    const bool managed = state.manager && state.drop &&
                         (std::holds_alternative<DropDone>(*state.drop) ||
                          std::holds_alternative<DropRefused>(*state.drop));
    if (open || asked || managed) {
        show_drop_or_home(state);
    } else if (state.drop && !std::holds_alternative<DropWaiting>(*state.drop) &&
               is_left_alone(state)) {
        show_drop(state);
        state.last_touch = state.now; // it is there to be read, for as long as anything is
    }
}

void apply(State& state, std::vector<Effect>& /*effects*/, const PinAnswer& event) {
    if (!state.pin || !state.pin->checking) {
        return;
    }
    if (event.fault == PinFault::none) {
        if (!std::holds_alternative<ToSetFirst>(state.pin->purpose)) {
            state.pin->accepted = true; // the news of what it was for takes its place
        } else if (!std::holds_alternative<PinView>(state.view)) {
            state.pin.reset();
        } else if (review_of(state) != nullptr) {
            show_drop(state); // it was set in order to use these
        } else {
            show_home(state);
        }
        return;
    }
    state.pin->checking = false;
    state.pin->fault = event.fault;
    state.pin->sentence = event.sentence;
    state.pin_locked_until = state.now + event.wait;
    if (auto* first = std::get_if<ToSetFirst>(&state.pin->purpose)) {
        first->once.clear();
    }
}

void apply(State& state, std::vector<Effect>& /*effects*/, const PacksNews& event) {
    state.packs = event.packs;
}

void apply(State& state, std::vector<Effect>& /*effects*/, const FirstPinNews& event) {
    state.first_pin_offered = event.offered;
}

} // namespace desk
