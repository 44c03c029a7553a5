#pragma once

#include "desk/evaluation.h"

#include <span>
#include <vector>

namespace tally {

/// How the parts of a number may be shown by somebody who also shows the number.
///
/// If every part is 0 or at least 5, all are exact. Otherwise those from 1 to 4 are "under 5", and
/// so that they do not follow from the rest, the last of those that are at least 5 is withheld;
/// how large it is plays no part. Where that is not enough - the parts are still all 1, or all 4,
/// or the whole is below 10 - all are withheld. Then every part that is not exact has more than one
/// possible count, also for whoever knows these rules; tests try all.
///
/// Parts stand in the order of their worth: the last is the first to be withheld.
std::vector<desk::Figure> suppress(std::span<const int> parts);

/// A number by itself, which is part of no other that is shown.
desk::Figure suppress(int number);

} // namespace tally
