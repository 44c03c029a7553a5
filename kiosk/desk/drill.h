#pragma once

#include "desk/moment.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How fast staff reach a card: kept by card, for this desk, without names and dates.
namespace desk {

struct FoundTime {
    std::string card; ///< Id.
    Moment took{0};
    friend bool operator==(const FoundTime&, const FoundTime&) = default;
};

/// As many as a desk keeps; the oldest go first.
inline constexpr std::size_t kMostFound = 500;

/// What several of them come to.
struct FoundSummary {
    std::size_t count = 0;
    Moment best{0};
    Moment median{0}; ///< The mean of the two in the middle if they are even in number.
    friend bool operator==(const FoundSummary&, const FoundSummary&) = default;
};

/// Of one card, or of all if `card` is empty; nothing if it was never found.
std::optional<FoundSummary> summary_of(const std::vector<FoundTime>& found,
                                       std::string_view card = {});

} // namespace desk
