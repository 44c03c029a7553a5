#include "desk/beside_update.h"

namespace desk {

std::vector<cards::Problem> problems_of(const State& state) {
    std::vector<cards::Problem> problems = state.library->problems;
    if (!state.hotkey_fault.empty()) {
        problems.push_back({.severity = cards::Severity::warning, .text = state.hotkey_fault});
    }
    return problems;
}

void apply(State& state, const SetAway& event) {
    state.away = event.away;
    state.last_touch = state.now; // by way of the task bar nothing is touched
}

void apply(State& state, const HotkeyNews& event) {
    state.hotkey_fault = event.fault;
    state.notice_open =
        !event.fault.empty() || (state.notice_open && !state.library->problems.empty());
}

} // namespace desk
