#pragma once

#include "app/options.h"

#include <iosfwd>

/// The command that makes a pack to fill in.
namespace app {

/// Makes it in a folder that is empty or not there, and says on `out` how to go on. Returns the
/// process' exit code; what went wrong is on standard error.
int make_new_pack(const Options& options, const New& command, std::ostream& out);

/// Lists the acronyms that a new pack may have: a line each, with its steps and its source.
int list_templates(const Options& options, std::ostream& out);

} // namespace app
