#pragma once

#include "desk/effect.h"
#include "desk/event.h"
#include "desk/state.h"

#include <optional>
#include <vector>

/// What becomes of a desk when somebody brings cards: the part of `update` that is about the drop.
namespace desk {

void apply(State& state, std::vector<Effect>& effects, const OpenDrop& event);
void apply(State& state, std::vector<Effect>& effects, const UseDrop& event);
void apply(State& state, std::vector<Effect>& effects, const LeaveDrop& event);
void apply(State& state, std::vector<Effect>& effects, const LookAhead& event);
void apply(State& state, std::vector<Effect>& effects, const StopLooking& event);
void apply(State& state, std::vector<Effect>& effects, const OpenPacks& event);
void apply(State& state, std::vector<Effect>& effects, const AskPin& event);
void apply(State& state, std::vector<Effect>& effects, const PinDigit& event);
void apply(State& state, std::vector<Effect>& effects, const ErasePin& event);
void apply(State& state, std::vector<Effect>& effects, const AcceptPin& event);
void apply(State& state, std::vector<Effect>& effects, const DeclineFirstPin& event);
void apply(State& state, std::vector<Effect>& effects, const DropNews& event);
void apply(State& state, std::vector<Effect>& effects, const PinAnswer& event);
void apply(State& state, std::vector<Effect>& effects, const PacksNews& event);
void apply(State& state, std::vector<Effect>& effects, const FirstPinNews& event);

/// Puts the cards back that are in use, if others are only looked at.
void stop_looking(State& state);

/// Forgets a PIN that nobody is typing any more.
void forget_stray_pin(State& state);

/// When the wait for the PIN that is on the glass is next shown shorter; nothing if none is.
std::optional<Moment> next_pin_tick(const State& state);

/// How long a desk must have been left alone before news opens by itself.
inline constexpr Moment kLeftAlone = std::chrono::seconds(5);

} // namespace desk
