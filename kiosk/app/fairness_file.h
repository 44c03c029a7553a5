#pragma once

#include "desk/fairness.h"
#include "platform/disk.h"

namespace app {

/// In the state folder: the answers about fairness that were given on this desk. A line for each
/// card with its id, the date and the answers, commas between them, below a line that says so.
inline constexpr const char* kFairnessFile = "fairness.csv";

/// What is kept; lines that make no sense are left out.
desk::FairnessReviews read_fairness(const platform::Folder& disk);
platform::Result<void> keep_fairness(platform::Disk& disk, const desk::FairnessReviews& reviews);

} // namespace app
