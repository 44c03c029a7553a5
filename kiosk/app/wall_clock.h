#pragma once

#include "desk/moment.h"

#include <chrono>

namespace app {

/// What the machine's clock says, where the machine is.
struct WallClock {
    int minute_of_day = 0;
    std::chrono::year_month_day today{};
    desk::Moment to_next_minute{0};
};

/// All 0 if the machine cannot tell.
WallClock wall_clock();

} // namespace app
