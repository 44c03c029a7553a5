#pragma once

#include <chrono>
#include <vector>

/// When people come to the desk: outside these hours its display need not be on.
namespace desk {

/// A stretch of some days in a row, the same on each.
struct OpenSpan {
    std::chrono::weekday first;
    std::chrono::weekday last; ///< That day, too; before `first` it is one of the next week.
    int begins = 0;            ///< Minute of the day.
    int ends = 0;              ///< The minute after the last; greater than `begins`.
    friend bool operator==(const OpenSpan&, const OpenSpan&) = default;
};

/// No spans: it is open always.
using OpeningHours = std::vector<OpenSpan>;

/// Whether it is open at that minute of such a day.
bool is_open(const OpeningHours& hours, std::chrono::weekday day, int minute_of_day);

} // namespace desk
