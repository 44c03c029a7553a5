#pragma once

#include "app/languages.h"
#include "app/options.h"

namespace app {

/// What the desk answers to a request that asks for no words.
inline constexpr const char* kDone = "done\n";

/// Runs the desk, with an interface in one of some languages, until its window is closed; returns
/// the exit code. If a desk already runs on this state folder, that one is brought to the front
/// instead.
int run_desk(const Options& options, const RunDesk& run, const Languages& languages);

} // namespace app
