#pragma once

#include "cards/fields.h"
#include "cards/practice.h"
#include "cards/report.h"

#include <vector>

namespace cards {

/// A practice while it is being read: its replies name the turn that they lead to, and do not know
/// it yet.
struct PracticeDraft {
    Practice practice;
    std::vector<std::vector<Line>> nexts; ///< Of each turn's replies, in order; empty if missing.
    Report report;
};

} // namespace cards
