#include "desk/drill.h"

#include <algorithm>

namespace desk {

std::optional<FoundSummary> summary_of(const std::vector<FoundTime>& found, std::string_view card) {
    std::vector<Moment> times;
    for (const FoundTime& it : found) {
        if (card.empty() || it.card == card) {
            times.push_back(it.took);
        }
    }
    if (times.empty()) {
        return std::nullopt;
    }
    std::ranges::sort(times);
    const std::size_t middle = times.size() / 2;
    const Moment median =
        times.size() % 2 == 1 ? times.at(middle) : (times.at(middle - 1) + times.at(middle)) / 2;
    return FoundSummary{.count = times.size(), .best = times.front(), .median = median};
}

} // namespace desk
