#pragma once

#include "cards/practice_draft.h"

namespace cards {

/// Follows every reply to the turn that it names. Reports dead ends, turns that are not reached,
/// ways that go round, and endings that are missing, each where a manager would mend it.
void follow_ways(PracticeDraft& draft);

} // namespace cards
