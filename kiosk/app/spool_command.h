#pragma once

#include "app/options.h"
#include "platform/stick_watch.h"

#include <string>

namespace app {

/// Copies what a stick has in the way of cards to the spool, where a desk that sees no sticks takes
/// it from; see `platform::WatchedPlaces::spool`. Returns the exit code.
int spool_stick(const SpoolStick& command);

/// What is said of a stick that could not be copied, for that reason.
std::string why_not_spooled(platform::Spooled why);

} // namespace app
