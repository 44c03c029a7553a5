#pragma once

#include "desk/effect.h"
#include "desk/event.h"
#include "desk/state.h"

#include <vector>

/// What becomes of a desk when its manager looks at what is hers.
namespace desk {

void apply(State& state, std::vector<Effect>& effects, const OpenManager& event);
void apply(State& state, std::vector<Effect>& effects, const AnswerFairness& event);
void apply(State& state, std::vector<Effect>& effects, const AskReport& event);
void apply(State& state, std::vector<Effect>& effects, const ManagerNews& event);

/// The manager is gone once something else than what is hers is on the glass.
void forget_manager(State& state);

} // namespace desk
