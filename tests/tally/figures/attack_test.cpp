#include "attack.h"
#include "few_counts.h"
#include "truth.h"

#include "tally/suppress.h"

#include <catch2/catch_test_macros.hpp>

namespace {

constexpr std::uint32_t kSets = 400;

/// The same rows by somebody who hides what is below 5 and does not think of sums.
std::vector<desk::Row> naive(std::vector<desk::Row> rows, const tally::Counts& counts) {
    for (desk::Row& row : rows) {
        row.figure = tally::suppress(static_cast<int>(truth(counts, few_counts::published(), row)));
    }
    return rows;
}

} // namespace

TEST_CASE("A brute-force test over the report's own tables recovers no suppressed count") {
    std::size_t hidden = 0;
    for (std::uint32_t seed = 1; seed <= kSets; ++seed) {
        const auto rows = publish(few_counts::drawn(seed), few_counts::published()).rows;
        const attack::Outcome outcome = attack::run(rows);
        hidden += outcome.hidden;
        CAPTURE(seed);
        CHECK(outcome.recovered.empty());
    }
    CHECK(hidden > 10'000); // There was something to recover.
}

TEST_CASE("The same attack recovers counts where only those below 5 are hidden") {
    std::size_t hidden = 0;
    std::size_t recovered = 0;
    for (std::uint32_t seed = 1; seed <= kSets; ++seed) {
        const tally::Counts counts = few_counts::drawn(seed);
        const auto rows = naive(publish(counts, few_counts::published()).rows, counts);
        const attack::Outcome outcome = attack::run(rows);
        hidden += outcome.hidden;
        recovered += outcome.recovered.size();
    }
    CHECK(recovered > hidden / 4);
}

TEST_CASE("Every exact figure of a report is right, and what is under five is so") {
    for (std::uint32_t seed = 1; seed <= kSets; ++seed) {
        const tally::Counts counts = few_counts::drawn(seed);
        int wrong = 0;
        for (const desk::Row& row : publish(counts, few_counts::published()).rows) {
            const std::int64_t count = truth(counts, few_counts::published(), row);
            const bool small = count >= 1 && count < desk::kLeastShown;
            const bool right = row.figure.is_exact()
                                   ? row.figure.count() == count && !small
                                   : row.figure == desk::Figure::withheld() || small;
            wrong += right ? 0 : 1;
        }
        CAPTURE(seed);
        CHECK(wrong == 0);
    }
}
