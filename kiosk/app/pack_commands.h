#pragma once

#include "app/options.h"

#include <iosfwd>

/// The commands for those who write packs and those who keep them. Each returns the process' exit
/// code; what was asked for goes to `out`, what went wrong to standard error.
namespace app {

int seal_pack(const Seal& command);
int install_pack(const Options& options, const Install& command, std::ostream& out);
int list_packs(const Options& options, std::ostream& out);
int roll_back(const Options& options, const Rollback& command, std::ostream& out);
int set_pin(const Options& options);

} // namespace app
