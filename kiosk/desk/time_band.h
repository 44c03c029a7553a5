#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

/// When something is counted: by the month and the part of the day, and nothing finer.
namespace desk {

/// A part of a desk's day.
struct TimeBand {
    std::string name; ///< One word in lower case, as counts are kept by it: "evening".
    int begins = 0;   ///< Minute of the day; it ends where the next one begins.
    friend bool operator==(const TimeBand&, const TimeBand&) = default;
};

/// Most bands that a day may have.
inline constexpr std::size_t kMostBands = 6;

/// Opening from 0:00, midday from 11:00, afternoon from 14:00 and evening from 17:00.
std::vector<TimeBand> usual_bands();

/// The band of a minute of the day. Before the first begins it is still the last, from the day
/// before. `bands` are in the order in which they begin, and not empty.
const TimeBand& band_at(const std::vector<TimeBand>& bands, int minute_of_day);

/// A month and a part of its days.
struct When {
    std::chrono::year_month month;
    std::string band;
    friend bool operator==(const When&, const When&) = default;
};

/// Three months of a year, as figures are shown by.
struct Quarter {
    int year = 0;
    int number = 1; ///< From 1 to 4.
    friend auto operator<=>(const Quarter&, const Quarter&) = default;
};

Quarter quarter_of(std::chrono::year_month month);
std::chrono::year_month first_month(const Quarter& quarter);

/// The quarter so many before or after one.
Quarter operator+(const Quarter& quarter, int quarters);

/// "2026-Q4".
std::string to_string(const Quarter& quarter);

} // namespace desk
