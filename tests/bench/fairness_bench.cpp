#include "simulated.h"
#include "tally/compare.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <initializer_list>

/// How often a report points something out where all is even, and how often it sees an unfairness
/// that is there, in simulated libraries of several sizes.

namespace {

constexpr int kFairSets = 500;
constexpr int kUnfairSets = 50;
constexpr std::uint64_t kFirstSeed = 1000; ///< Beside those of the tests.

desk::Evaluation evaluate(const simulated::Settings& settings) {
    desk::Evaluation evaluation = publish(simulated::counts(settings), simulated::published());
    tally::compare_bands(evaluation);
    return evaluation;
}

void measure_fair(int interactions) {
    int alarms = 0;
    std::size_t comparisons = 0;
    for (int i = 0; i < kFairSets; ++i) {
        const desk::Evaluation evaluation = evaluate(
            {.seed = kFirstSeed + static_cast<std::uint64_t>(i), .interactions = interactions});
        alarms += evaluation.findings.empty() ? 0 : 1;
        comparisons += evaluation.comparisons;
    }
    std::printf("Fair, %6d interactions: %d of %d reports have a finding, %.1f %%; "
                "%.0f comparisons each\n",
                interactions, alarms, kFairSets, 100.0 * alarms / kFairSets,
                static_cast<double>(comparisons) / kFairSets);
}

void measure_unfair(int interactions) {
    int found = 0;
    for (int i = 0; i < kUnfairSets; ++i) {
        const desk::Evaluation evaluation =
            evaluate({.seed = kFirstSeed + static_cast<std::uint64_t>(i),
                      .interactions = interactions,
                      .unfair = true});
        found += std::ranges::any_of(evaluation.findings,
                                     [](const desk::Finding& it) {
                                         return it.card == simulated::kUnfairCard &&
                                                it.what == desk::Compared::imposed &&
                                                it.high == "evening";
                                     })
                     ? 1
                     : 0;
    }
    std::printf("Unfair, %6d interactions: found in %d of %d reports\n", interactions, found,
                kUnfairSets);
}

} // namespace

int main() {
    try {
        for (const int interactions : {100'000, 10'000}) {
            measure_fair(interactions);
        }
        for (const int interactions : {100'000, 20'000, 10'000, 5'000}) {
            measure_unfair(interactions);
        }
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "fairness_bench: %s\n", error.what());
        return 1;
    }
}
