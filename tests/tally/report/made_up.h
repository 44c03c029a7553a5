#pragma once

#include "tally/report.h"

#include <vector>

/// Reports of made-up figures, the same at each call.
namespace made_up {

/// What a busy desk has after a year: many cards, some with titles as long as they may be, figures
/// of every kind, two findings, reviews in every state, a plan and problems.
tally::Report busy();

/// A desk that has counted for a few weeks: most is under five.
tally::Report quiet();

/// A desk that has counted nothing, with a plan and cards that nobody has looked at.
tally::Report empty();

/// Three branches as their own files say; the first is `busy`.
std::vector<tally::Report> branches();

} // namespace made_up
