#pragma once

#include "desk/effect.h"
#include "desk/event.h"
#include "desk/state.h"

#include <optional>
#include <vector>

namespace desk {

struct Outcome {
    State state;
    std::vector<Effect> effects;
};

/// A desk that has just been switched on.
State start(LibraryPtr library, const Habits& habits, const Comfort& comfort = {},
            const Speech& speech = {});

/// What a desk becomes when something happens to it. Pure: the same arguments always give the same
/// outcome, but for the language that a refusal is in, and nothing else is read or changed. An
/// event that makes no sense now changes nothing.
Outcome update(State state, const Event& event);

/// When the desk next needs a Tick, on the clock of `State::now`; nothing if it need not wake up.
/// `to_next_minute` is how long the clock on the wall takes to its next minute.
std::optional<Moment> next_tick(const State& state, Moment to_next_minute);

/// How long the clock on the glass waits after a touch before it may draw: a desk at rest draws
/// nothing in between, and a minute's change is not missed by anybody in that time.
inline constexpr Moment kClockRest = std::chrono::seconds(30);

} // namespace desk
