#pragma once

#include "platform/result.h"
#include "tally/joint.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <span>

namespace app {

/// What came of the files of many desks.
struct JoinedMonths {
    tally::Joint joint;
    std::size_t left_out = 0; ///< Files that could not be used.
};

/// Sums the months of desks (tally/month_file.h) that are in some folders, up to three folders
/// deep. Files of other names, links, and what begins with a dot are passed over. Of a file that
/// cannot be used a sentence says so on standard error, and the others go on; fails if none can.
platform::Result<JoinedMonths> join_months(std::span<const std::filesystem::path> folders,
                                           std::chrono::year_month_day today);

} // namespace app
