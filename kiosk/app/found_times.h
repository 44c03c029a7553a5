#pragma once

#include "desk/drill.h"
#include "platform/disk.h"

#include <vector>

namespace app {

/// In the state folder: how long it took to find cards. A line for each, with the card's id and
/// milliseconds between them a comma, below a line that says so.
inline constexpr const char* kFoundFile = "find-it.csv";

/// What is kept, the latest last; lines that make no sense are left out.
std::vector<desk::FoundTime> read_found(const platform::Folder& disk);
platform::Result<void> keep_found(platform::Disk& disk, const std::vector<desk::FoundTime>& found);

} // namespace app
