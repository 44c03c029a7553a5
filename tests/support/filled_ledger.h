#pragma once

#include "tally/counts.h"

#include <filesystem>

namespace support {

/// Makes a ledger that holds these counts, as if a desk had counted them one by one, which would
/// take minutes for many. Throws if it cannot be made.
void fill_ledger(const std::filesystem::path& file, const tally::Counts& counts);

} // namespace support
