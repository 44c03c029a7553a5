#include "few_counts.h"

#include <algorithm>
#include <array>
#include <random>

namespace few_counts {

namespace {

using namespace std::chrono_literals;

constexpr std::array kBands{"morning", "evening", "night"};
constexpr std::array kCards{"calm", "safe", "gone"};

class Draw {
public:
    explicit Draw(std::uint32_t seed) : engine_(seed) {}

    int up_to(int most) { return std::uniform_int_distribution(0, most)(engine_); }
    /// Smaller ones more often, so that counts of every size come up.
    int mostly_small(int most) { return up_to(up_to(most)); }
    bool one_in(int n) { return up_to(n - 1) == 0; }

private:
    std::minstd_rand engine_;
};

desk::When when(Draw& draw) {
    // Two months of ten lie beside the quarters.
    return {.month = 2025y / std::chrono::December + std::chrono::months(draw.up_to(10)),
            .band = kBands.at(static_cast<std::size_t>(draw.mostly_small(2)))};
}

} // namespace

void add(tally::Counts& counts, const desk::Visit& visit, int times) {
    for (tally::Count count : tally::counts_of(visit)) {
        count.n = times;
        counts.counts.push_back(count);
    }
}

void add(tally::Counts& counts, const desk::Ended& ended, int times) {
    for (tally::Count count : tally::counts_of(ended)) {
        count.n = times;
        counts.counts.push_back(count);
    }
}

tally::Published published() {
    return {.site = "Elm Street",
            .desk = "Front",
            .cards = {{.id = "safe", .title = "Safe", .code = cards::Code::red},
                      {.id = "calm", .title = "Calm", .code = cards::Code::yellow}},
            .bands = {"morning", "evening"},
            .first = {.year = 2026, .number = 1},
            .last = {.year = 2026, .number = 3}};
}

tally::Counts drawn(std::uint32_t seed) {
    Draw draw(seed);
    tally::Counts counts;
    for (const char* const card : kCards) {
        for (int left = draw.mostly_small(60); left > 0; --left) {
            desk::Visit visit{.card = card,
                              .when = when(draw),
                              .way = static_cast<desk::Way>(draw.mostly_small(5)),
                              .worse = draw.one_in(4),
                              .after = draw.one_in(4)};
            if (visit.way != desk::Way::link) {
                visit.took = std::chrono::seconds(draw.mostly_small(15));
            }
            for (int step = draw.mostly_small(3); step > 0; --step) {
                visit.steps.insert(draw.mostly_small(3));
            }
            add(counts, visit);
        }
        for (int left = draw.mostly_small(50); left > 0; --left) {
            add(counts, desk::Ended{.card = card,
                                    .when = when(draw),
                                    .ending = static_cast<desk::Ending>(draw.mostly_small(5)),
                                    .help = draw.one_in(3)});
        }
    }
    for (int left = draw.up_to(12); left > 0; --left) {
        counts.missed.push_back(
            {.month = when(draw).month, .words = draw.one_in(2) ? "" : "loud music", .n = 1});
    }
    return counts;
}

} // namespace few_counts
