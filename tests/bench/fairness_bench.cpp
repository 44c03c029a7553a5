#include "simulated.h"
#include "tally/branch_split.h"
#include "tally/compare.h"
#include "tally/totals.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <initializer_list>
#include <random>
#include <string>
#include <vector>

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

/// A card's counts at one branch, of which the parts depend on the card and on nothing else.
tally::BranchCard drawn_card(std::size_t card, double interactions, std::mt19937_64& engine) {
    const double rank = static_cast<double>(card) + 1;
    const auto visits = std::poisson_distribution<std::int64_t>(interactions / rank)(engine);
    const auto ended = std::poisson_distribution<std::int64_t>(interactions / rank * 0.3)(engine);
    const auto part = [&](std::int64_t whole, double share) {
        return std::binomial_distribution<std::int64_t>(whole, share)(engine);
    };
    tally::BranchCard drawn;
    drawn.worse = part(visits, 0.03 + 0.01 * static_cast<double>(card % 7));
    drawn.stayed = visits - drawn.worse;
    drawn.imposed = part(ended, 0.05 + 0.1 * static_cast<double>(card % 4));
    drawn.open_ended = ended - drawn.imposed;
    return drawn;
}

/// Where all branches are even, how often is one pointed out? All is in one part of the day, so
/// that nothing else is compared. `interactions` are those with the most frequent card at every
/// other branch; the branches between have ten times as many.
void measure_branches(std::size_t count, double interactions, int sets) {
    int alarms = 0;
    std::size_t comparisons = 0;
    std::mt19937_64 engine(kFirstSeed);
    tally::Published published = simulated::published();
    published.bands = {"day"};
    published.first = published.last;
    for (int i = 0; i < sets; ++i) {
        std::vector<tally::BranchTotals> branches(count);
        tally::Totals totals{.bands = published.bands};
        for (std::size_t card = 0; card < published.cards.size(); ++card) {
            const std::string& id = published.cards[card].id;
            tally::CardTotals& sums = totals.cards[id];
            sums.quarters = sums.worse = sums.stayed = sums.open_ended = sums.imposed = {0};
            for (std::size_t branch = 0; branch < count; ++branch) {
                const tally::BranchCard drawn =
                    drawn_card(card, branch % 2 == 0 ? interactions : 10 * interactions, engine);
                branches[branch].site = std::to_string(branch);
                branches[branch].cards[id] = drawn;
                sums.quarters[0] += drawn.worse + drawn.stayed;
                sums.worse[0] += drawn.worse;
                sums.stayed[0] += drawn.stayed;
                sums.open_ended[0] += drawn.open_ended;
                sums.imposed[0] += drawn.imposed;
            }
        }
        desk::Evaluation joint = tally::publish(totals, published);
        tally::compare_branches(joint, tally::split_by_branch(joint, branches));
        alarms += joint.findings.empty() ? 0 : 1;
        comparisons += joint.comparisons;
    }
    std::printf("Even, %4zu branches, at every other one %5.0f interactions with the most frequent "
                "card: %d of "
                "%d reports have a finding, %.1f %%; %.0f comparisons each\n",
                count, interactions, alarms, sets, 100.0 * alarms / sets,
                static_cast<double>(comparisons) / sets);
}

} // namespace

int main() {
    try {
        measure_branches(20, 540, kFairSets);
        measure_branches(200, 540, kFairSets);
        measure_branches(2000, 540, kFairSets / 5);
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
