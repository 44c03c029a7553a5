#include "keystrokes.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <string_view>

namespace bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kLimit = 24; ///< As many hits as a desk asks for.
constexpr int kRounds = 5;

double ms_to_find(const cards::SearchIndex& index, std::string_view typed) {
    const auto begin = Clock::now();
    const std::vector<cards::Hit> hits = index.find(typed, kLimit);
    const double ms = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    if (hits.size() > kLimit) {
        throw std::runtime_error("more hits than asked for");
    }
    return ms;
}

} // namespace

std::vector<double> keystrokes(const cards::SearchIndex& index,
                               const std::vector<search_queries::Query>& queries) {
    std::vector<double> times;
    for (const search_queries::Query& query : queries) {
        for (std::size_t size = 1; size <= query.typed.size(); ++size) {
            const std::string_view typed = std::string_view(query.typed).substr(0, size);
            double best = ms_to_find(index, typed);
            for (int round = 1; round < kRounds; ++round) {
                best = std::min(best, ms_to_find(index, typed));
            }
            times.push_back(best);
        }
    }
    std::ranges::sort(times);
    return times;
}

} // namespace bench
