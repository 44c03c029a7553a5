#include "tally/suppress.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>

namespace tally {

namespace {

using desk::Figure;
using desk::kLeastShown;

constexpr int kMostUnderFive = kLeastShown - 1;

bool is_small(int count) {
    return count > 0 && count < kLeastShown;
}

/// The parts that are not shown as they are.
struct Hidden {
    int small = 0;     ///< So many are from 1 to 4.
    int companion = 0; ///< So many others, none or one.
    std::int64_t sum = 0;

    /// Whether each of them may be more than one number. Their sum is the whole less what is shown,
    /// so that everybody knows it. If it is the least or the most that they can come to, everybody
    /// knows each of them, too.
    bool is_safe() const {
        const std::int64_t least = small + std::int64_t{companion} * kLeastShown;
        const std::int64_t most = std::int64_t{small} * kMostUnderFive;
        return small + companion >= 2 && sum > least && (companion > 0 || sum < most);
    }
};

} // namespace

std::vector<Figure> suppress(std::span<const int> parts) {
    const std::int64_t whole = std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
    std::vector<Figure> figures(parts.size(), Figure::withheld());
    const auto small = std::ranges::count_if(parts, is_small);
    // What is withheld may be a small count, too: below this there is no telling it from another.
    if (small > 0 && whole < std::int64_t{2} * kLeastShown) {
        return figures;
    }
    Hidden hidden;
    std::size_t companion = parts.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (is_small(parts[i])) {
            ++hidden.small;
            hidden.sum += parts[i];
        } else if (small > 0 && parts[i] >= kLeastShown) {
            companion = i;
        }
    }
    if (companion < parts.size()) {
        hidden.companion = 1;
        hidden.sum += parts[companion];
    }
    if (small > 0 && !hidden.is_safe()) {
        return figures;
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (is_small(parts[i])) {
            figures[i] = Figure::under_five();
        } else if (i != companion) {
            figures[i] = Figure::exact(parts[i]);
        }
    }
    return figures;
}

Figure suppress(int number) {
    return is_small(number) ? Figure::under_five() : Figure::exact(number);
}

} // namespace tally
