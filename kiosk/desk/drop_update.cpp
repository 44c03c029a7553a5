#include "desk/drop_update.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

const DropReview* review_of(const State& state) {
    return state.drop ? std::get_if<DropReview>(&*state.drop) : nullptr;
}

/// The PIN can be typed where it is asked for; a review asks at once.
void ask_for_pin(State& state, PinPurpose purpose) {
    const Moment locked = state.pin ? state.pin->locked_until : Moment{0};
    state.pin = PinEntry{.purpose = std::move(purpose), .locked_until = locked};
}

void show_drop(State& state) {
    state.view = DropView{};
    if (const DropReview* review = review_of(state); review != nullptr && review->needs_pin()) {
        ask_for_pin(state, ToUseDrop{});
    }
}

/// Nobody is in the middle of anything: on the board, and not touched for a while.
bool is_left_alone(const State& state) {
    return std::holds_alternative<BoardView>(state.view) && !state.quiet && !state.kept_back &&
           state.now - state.last_touch >= kLeftAlone;
}

Effect effect_of(const PinEntry& pin) {
    if (const auto* back = std::get_if<ToGoBack>(&pin.purpose)) {
        return GoBackTo{.key = back->pack.key, .pin = pin.digits};
    }
    if (std::holds_alternative<ToCopyOut>(pin.purpose)) {
        return CopyOut{pin.digits};
    }
    if (std::holds_alternative<ToSetFirst>(pin.purpose)) {
        return SetFirstPin{pin.digits};
    }
    return TakeDrop{pin.digits};
}

} // namespace

void stop_looking(State& state) {
    if (state.kept_back) {
        state.library = std::exchange(state.kept_back, nullptr);
        state.view = BoardView{};
    }
}

void forget_stray_pin(State& state) {
    const bool asked_for =
        std::holds_alternative<PinView>(state.view) || std::holds_alternative<DropView>(state.view);
    if (state.pin && !asked_for && !state.pin->checking) {
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
        effects.emplace_back(TakeDrop{});
        return;
    }
    if (!state.pin || !std::holds_alternative<ToUseDrop>(state.pin->purpose)) {
        ask_for_pin(state, ToUseDrop{});
    }
    state.view = PinView{};
}

void apply(State& state, std::vector<Effect>& effects, const LeaveDrop& /*event*/) {
    if (state.drop) {
        stop_looking(state);
        state.drop.reset();
        state.view = BoardView{};
        effects.emplace_back(ForgetDrop{});
    }
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
        show_drop(state);
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
    if (state.pin && !state.pin->checking && state.pin->digits.size() < kMostPin &&
        event.digit >= '0' && event.digit <= '9') {
        state.pin->digits += event.digit;
        state.pin->message.clear();
    }
}

void apply(State& state, std::vector<Effect>& /*effects*/, const ErasePin& /*event*/) {
    if (state.pin && !state.pin->checking && !state.pin->digits.empty()) {
        state.pin->digits.pop_back();
    }
}

void apply(State& state, std::vector<Effect>& effects, const AcceptPin& /*event*/) {
    if (!state.pin || state.pin->checking || state.pin->digits.size() < kLeastPin) {
        return;
    }
    PinEntry& pin = *state.pin;
    if (auto* first = std::get_if<ToSetFirst>(&pin.purpose)) {
        if (first->once.empty()) {
            first->once = std::exchange(pin.digits, {});
            return;
        }
        if (first->once != pin.digits) {
            pin = PinEntry{.purpose = ToSetFirst{},
                           .message = "The two were not the same. Type the PIN again."};
            return;
        }
    }
    effects.push_back(effect_of(pin));
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
    const bool asked = std::holds_alternative<PinView>(state.view) && state.pin &&
                       std::holds_alternative<ToUseDrop>(state.pin->purpose);
    // What is looked at has been withdrawn only if something else has come in its place.
    const bool looked_at = state.kept_back && event.drop.has_value();
    state.drop = event.drop;
    if (looked_at && !std::holds_alternative<DropReview>(*event.drop)) {
        return; // whoever looks finds the news when they have done
    }
    if (open || asked) {
        state.pin.reset();
        if (state.drop) {
            show_drop(state);
        } else {
            state.view = BoardView{};
        }
    } else if (state.drop && is_left_alone(state)) {
        show_drop(state);
        state.last_touch = state.now; // it is there to be read, for as long as anything is
    }
}

void apply(State& state, std::vector<Effect>& /*effects*/, const PinAnswer& event) {
    if (!state.pin || !state.pin->checking) {
        return;
    }
    if (event.right) {
        state.pin.reset();
        if (std::holds_alternative<PinView>(state.view)) {
            state.view = BoardView{};
        }
        return;
    }
    state.pin->checking = false;
    state.pin->message = event.sentence;
    state.pin->locked_until = state.now + event.wait;
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
