#include "keystrokes.h"
#include "packs/folder.h"
#include "run.h"
#include "search_queries.h"

#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

/// Whether the search finds what people mean in the starter pack, by the measuring half of the
/// queries, and how long it takes at each letter of all of them.

namespace {

cards::Pack starter_pack() {
    cards::Reading reading = packs::read_folder(DESKCARDS_SOURCE_DIR "/content");
    if (!reading.pack) {
        throw std::runtime_error("the starter pack cannot be read: " +
                                 cards::to_string(reading.problems.front()));
    }
    return std::move(*reading.pack);
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
    const std::vector<double> times = bench::keystrokes(index, all);
    std::printf("%zu keystrokes: median %.3f ms, longest %.3f ms\n", times.size(),
                times.at(times.size() / 2), times.back());
}

} // namespace

int main() {
    return bench::run("search_bench", run);
}
