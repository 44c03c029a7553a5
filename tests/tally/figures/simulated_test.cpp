#include "simulated.h"
#include "tally/compare.h"

#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>
#include <chrono>

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

desk::Evaluation evaluate(const tally::Counts& counts) {
    desk::Evaluation evaluation = publish(counts, simulated::published());
    tally::compare_bands(evaluation);
    return evaluation;
}

} // namespace

TEST_CASE("An unfairness of two years is found, and nothing else") {
    const auto begin = Clock::now();
    const tally::Counts counts = simulated::counts({.seed = 1, .unfair = true});
    const double drawn = seconds_since(begin);
    const desk::Evaluation evaluation = evaluate(counts);
    WARN("100,000 interactions: " << counts.counts.size() << " counts, drawn in " << drawn
                                  << " s, then " << seconds_since(begin) - drawn << " s for "
                                  << evaluation.rows.size() << " rows and "
                                  << evaluation.comparisons << " comparisons");
    REQUIRE(evaluation.findings.size() == 1);
    const desk::Finding& finding = evaluation.findings.front();
    CHECK(finding.what == desk::Compared::imposed);
    CHECK(finding.card == simulated::kUnfairCard);
    CHECK_FALSE(finding.between_branches);
    CHECK(finding.high == "evening");
    CHECK(finding.degrees == 3);
    CHECK(finding.p_adjusted < 1e-6);
}

TEST_CASE("Of twenty libraries that are fair, no more have findings than chance allows") {
    int alarms = 0;
    std::size_t comparisons = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const desk::Evaluation evaluation = evaluate(simulated::counts({.seed = seed}));
        alarms += evaluation.findings.empty() ? 0 : 1;
        comparisons += evaluation.comparisons;
    }
    // At a chance of 1 % each (`tally::kFalseAlarms`), three or more of twenty come up once in a
    // thousand times.
    CHECK(alarms <= 2);
    CHECK(comparisons > 800); // There was something that could have been found.
}
