#pragma once

#include "desk/moment.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace app {

/// What the machine's clock says, where the machine is.
struct WallClock {
    int minute_of_day = 0;
    std::chrono::year_month_day today{};
    desk::Moment to_next_minute{0};
};

/// All 0 if the machine cannot tell.
WallClock wall_clock();

/// The day, as ISO writes it.
std::string iso_today();

/// Seconds since 1970, UTC.
std::int64_t unix_time();

} // namespace app
