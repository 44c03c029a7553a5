#include "packs/folder.h"
#include "search_queries.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

/// Whether the search finds what people mean in the starter pack, by the measuring half of the
/// queries, and how long it takes at each letter of all of them.

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kLimit = 24; ///< As many hits as a desk asks for.
constexpr int kRounds = 5;

cards::Pack starter_pack() {
    cards::Reading reading = packs::read_folder(DESKCARDS_SOURCE_DIR "/content");
    if (!reading.pack) {
        throw std::runtime_error("the starter pack cannot be read: " +
                                 cards::to_string(reading.problems.front()));
    }
    return std::move(*reading.pack);
}

double ms_to_find(const cards::SearchIndex& index, std::string_view typed) {
    const auto begin = Clock::now();
    const std::vector<cards::Hit> hits = index.find(typed, kLimit);
    const double ms = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    if (hits.size() > kLimit) {
        throw std::runtime_error("more hits than asked for");
    }
    return ms;
}

/// The time of every keystroke, the shortest of some rounds: what the search takes, not what else
/// the machine does meanwhile.
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

void run() {
    const cards::SearchIndex index(starter_pack());
    const search_queries::Halves halves =
        search_queries::read(DESKCARDS_SOURCE_DIR "/tests/cards/search_queries.txt");
    const auto outcome = search_queries::measure(index, halves.measuring);
    std::printf("Search, %zu queries: wanted card first in %.1f %%, in the first four in %.1f %%\n",
                outcome.all, outcome.first, outcome.in_four);

    std::vector<search_queries::Query> all = halves.tuning;
    all.insert(all.end(), halves.measuring.begin(), halves.measuring.end());
    const std::vector<double> times = keystrokes(index, all);
    std::printf("%zu keystrokes: median %.3f ms, longest %.3f ms\n", times.size(),
                times.at(times.size() / 2), times.back());
}

} // namespace

int main() {
    try {
        run();
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "search_bench: %s\n", error.what());
        return 1;
    }
}
