#include "app/wall_clock.h"

#include "desk/fairness.h"

#include <algorithm>
#include <ctime>

namespace app {

WallClock wall_clock() {
    using namespace std::chrono;
    const auto now = system_clock::now();
    const std::time_t seconds_now = system_clock::to_time_t(now);
    std::tm local{};
    if (::localtime_r(&seconds_now, &local) == nullptr) {
        return {};
    }
    const auto into_second = duration_cast<milliseconds>(now - floor<seconds>(now));
    constexpr int kFirstYear = 1900;
    return {.minute_of_day = local.tm_hour * 60 + local.tm_min,
            .today = year(local.tm_year + kFirstYear) /
                     month(static_cast<unsigned>(local.tm_mon + 1)) /
                     day(static_cast<unsigned>(local.tm_mday)),
            .to_next_minute = seconds(60 - std::min(local.tm_sec, 59)) - into_second};
}

std::string iso_today() {
    return desk::iso_date(wall_clock().today);
}

std::int64_t unix_time() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

} // namespace app
