#include "desk/opening_hours.h"

#include <algorithm>

namespace desk {

bool is_open(const OpeningHours& hours, std::chrono::weekday day, int minute_of_day) {
    // Days of the week count round: from Saturday it is two to Monday, and five back.
    return hours.empty() || std::ranges::any_of(hours, [&](const OpenSpan& span) {
               return day - span.first <= span.last - span.first && minute_of_day >= span.begins &&
                      minute_of_day < span.ends;
           });
}

} // namespace desk
