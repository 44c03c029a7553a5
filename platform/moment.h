#pragma once

#include <chrono>

namespace platform {

/// Time since some fixed moment, for measuring how long things last. Unaffected by the clock's
/// being set.
using Moment = std::chrono::milliseconds;

/// The time now on that clock.
Moment now();

} // namespace platform
