#pragma once

#include "app/options.h"

#include <iosfwd>

namespace app {

/// Writes a report on what this desk has counted into a folder, or one that joins those of several
/// branches. Returns the exit code.
int write_report(const Options& options, const Report& command, std::ostream& out);

} // namespace app
