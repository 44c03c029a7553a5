#pragma once

#include <chrono>

namespace desk {

/// Time on a clock that only ever goes forward; from any fixed moment.
using Moment = std::chrono::milliseconds;

} // namespace desk
