#pragma once

#include "app/options.h"
#include "cards/problem.h"

#include <string>
#include <vector>

namespace app {

/// Says a sentence on standard error: to whoever has typed the command, or in the journal.
void note(const std::string& sentence);
void note(const std::vector<cards::Problem>& problems);

/// The same of what has gone wrong, for a command that ends with it. Returns the exit code.
int fail(const std::string& sentence, int code = kFailed);

} // namespace app
