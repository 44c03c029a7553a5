#include "desk/time_band.h"

#include <algorithm>
#include <iterator>

namespace desk {

namespace {

constexpr int kMonthsAQuarter = 3;

} // namespace

std::vector<TimeBand> usual_bands() {
    constexpr int kHour = 60;
    return {{.name = "opening", .begins = 0},
            {.name = "midday", .begins = 11 * kHour},
            {.name = "afternoon", .begins = 14 * kHour},
            {.name = "evening", .begins = 17 * kHour}};
}

const TimeBand& band_at(const std::vector<TimeBand>& bands, int minute_of_day) {
    const auto later = std::ranges::upper_bound(bands, minute_of_day, {}, &TimeBand::begins);
    return later == bands.begin() ? bands.back() : *std::prev(later);
}

Quarter quarter_of(std::chrono::year_month month) {
    const auto number = static_cast<unsigned>(month.month());
    return {.year = static_cast<int>(month.year()),
            .number = static_cast<int>((number - 1) / kMonthsAQuarter) + 1};
}

std::chrono::year_month first_month(const Quarter& quarter) {
    return std::chrono::year(quarter.year) /
           std::chrono::month(static_cast<unsigned>((quarter.number - 1) * kMonthsAQuarter + 1));
}

Quarter operator+(const Quarter& quarter, int quarters) {
    return quarter_of(first_month(quarter) + std::chrono::months(quarters * kMonthsAQuarter));
}

std::string to_string(const Quarter& quarter) {
    return std::to_string(quarter.year) + "-Q" + std::to_string(quarter.number);
}

} // namespace desk
