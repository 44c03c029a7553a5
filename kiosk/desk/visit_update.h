#pragma once

#include "desk/effect.h"
#include "desk/event.h"
#include "desk/state.h"

#include <string>
#include <vector>

/// What is counted of what staff do: the part of `update` that follows them from card to card.
namespace desk {

/// What counting has to know of the desk before an event.
struct Before {
    bool at_home = false;   ///< On the first page of the board.
    bool searching = false; ///< With the search open.
    bool on_card = false;   ///< With a card open, or a step of it, or phrases before it.
    bool counted = false;   ///< What is done is done for a patron, and counting is on.
    std::string vain_query; ///< Of a search that finds nothing; else empty.
};

Before look_before(const State& state);

/// Counts what the event has led to; a visit once it is over.
void follow_visit(const Before& before, State& state, std::vector<Effect>& effects,
                  const Event& event);

void apply(State& state, const OpenEnding& event);
void apply(State& state, const TellEnding& event);
void apply(State& state, const TellHelp& event);
void apply(State& state, const LeaveEnding& event);

} // namespace desk
