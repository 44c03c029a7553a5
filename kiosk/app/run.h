#pragma once

#include "app/options.h"

namespace app {

/// Does what the command line asks for; returns the process' exit code. Whatever goes wrong is a
/// sentence on standard error.
int run(const Options& options);

} // namespace app
