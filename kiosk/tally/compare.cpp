#include "tally/compare.h"

#include <algorithm>
#include <array>
#include <boost/math/distributions/chi_squared.hpp>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace tally {

namespace {

using desk::Compared;
using desk::Evaluation;
using desk::Finding;
using desk::Measure;

constexpr double kLeastExpected = 5;

/// Where there are more branches than these, those with fewer expected are left out.
constexpr std::size_t kFewBranches = desk::kMostBands;

/// What is compared, as the two measures that every visit or ending is one of.
struct Pair {
    Compared what = Compared::imposed;
    Measure is = Measure::imposed;
    Measure is_not = Measure::open_ended;
};
constexpr std::array kPairs{
    Pair{.what = Compared::imposed, .is = Measure::imposed, .is_not = Measure::open_ended},
    Pair{.what = Compared::worse, .is = Measure::worse, .is_not = Measure::stayed}};

/// A band or a branch.
struct Column {
    std::string name;
    int is = 0;
    int is_not = 0;

    int all() const { return is + is_not; }
    double share() const { return static_cast<double>(is) / all(); }
};

/// The column that a pair of figures makes, if they are shown and there is something to compare.
std::optional<Column> column(const Evaluation& evaluation, const Pair& pair, std::string_view card,
                             std::string_view band, const std::string& name) {
    const auto is = evaluation.find(pair.is, card, {}, band);
    const auto is_not = evaluation.find(pair.is_not, card, {}, band);
    if (!is || !is_not || !is->is_exact() || !is_not->is_exact() ||
        is->count() + is_not->count() == 0) {
        return std::nullopt;
    }
    return Column{.name = name, .is = is->count(), .is_not = is_not->count()};
}

struct ChiSquared {
    double value = 0;
    int degrees = 0;
};

/// Pearson's; nothing if an expected count is too small for it to hold.
std::optional<ChiSquared> chi_squared(const std::vector<Column>& columns) {
    double is = 0;
    double is_not = 0;
    for (const Column& it : columns) {
        is += it.is;
        is_not += it.is_not;
    }
    double value = 0;
    for (const Column& it : columns) {
        const double expected = it.all() * is / (is + is_not);
        const double expected_not = it.all() - expected;
        if (std::min(expected, expected_not) < kLeastExpected) {
            return std::nullopt;
        }
        const double off = it.is - expected;
        value += off * off * (1 / expected + 1 / expected_not);
    }
    return ChiSquared{.value = value, .degrees = static_cast<int>(columns.size()) - 1};
}

/// The comparison of a table with two rows, as if it were a finding; nothing if there is too little
/// to make it.
std::optional<Finding> compare(Compared what, const std::string& card,
                               const std::vector<Column>& columns) {
    if (columns.size() < 2) {
        return std::nullopt;
    }
    const auto chi = chi_squared(columns);
    if (!chi) {
        return std::nullopt;
    }
    const boost::math::chi_squared distribution(chi->degrees);
    const auto [low, high] = std::ranges::minmax(columns, {}, &Column::share);
    return Finding{.what = what,
                   .card = card,
                   .high = high.name,
                   .high_of = high.all(),
                   .high_count = high.is,
                   .low = low.name,
                   .low_of = low.all(),
                   .low_count = low.is,
                   .chi_squared = chi->value,
                   .degrees = chi->degrees,
                   .p = cdf(complement(distribution, chi->value))};
}

double difference(const Finding& finding) {
    return static_cast<double>(finding.high_count) / finding.high_of -
           static_cast<double>(finding.low_count) / finding.low_of;
}

std::vector<Finding> between_bands(const Evaluation& evaluation) {
    std::vector<Finding> made;
    for (const desk::NamedCard& card : evaluation.cards) {
        for (const Pair& pair : kPairs) {
            std::vector<Column> columns;
            for (const std::string& band : evaluation.bands) {
                if (auto it = column(evaluation, pair, card.id, band, band)) {
                    columns.push_back(std::move(*it));
                }
            }
            if (auto comparison = compare(pair.what, card.id, columns)) {
                made.push_back(std::move(*comparison));
            }
        }
    }
    return made;
}

/// The share of all branches; nothing if it is not shown.
std::optional<double> joint_share(const Evaluation& joint, const Pair& pair,
                                  std::string_view card) {
    const auto all = column(joint, pair, card, {}, {});
    return all ? std::optional(all->share()) : std::nullopt;
}

/// Leaves out branches of which too few are expected. A branch's own share plays no part in that.
void keep_large(std::vector<Column>& columns, double share) {
    std::erase_if(columns, [&](const Column& it) {
        return it.all() * std::min(share, 1 - share) < kLeastExpected;
    });
}

std::vector<Finding> between_branches(const Evaluation& joint,
                                      std::span<const Evaluation> branches) {
    std::set<std::string> cards;
    for (const Evaluation& branch : branches) {
        for (const desk::NamedCard& card : branch.cards) {
            cards.insert(card.id);
        }
    }
    std::vector<Finding> made;
    for (const std::string& card : cards) {
        for (const Pair& pair : kPairs) {
            std::vector<Column> columns;
            for (const Evaluation& branch : branches) {
                if (auto it = column(branch, pair, card, {}, branch.site)) {
                    columns.push_back(std::move(*it));
                }
            }
            if (const auto share = joint_share(joint, pair, card);
                share && branches.size() > kFewBranches) {
                keep_large(columns, *share);
            }
            if (auto comparison = compare(pair.what, card, columns)) {
                comparison->between_branches = true;
                made.push_back(std::move(*comparison));
            }
        }
    }
    return made;
}

/// Puts those that are findings into the evaluation, by Holm's method: the smallest p counts as
/// many times as there are comparisons, the next one time less, and none less than one before it.
void judge(Evaluation& evaluation, std::vector<Finding> made) {
    std::ranges::sort(made, {}, [](const Finding& it) {
        return std::tie(it.p, it.card, it.what, it.between_branches);
    });
    evaluation.comparisons = made.size();
    evaluation.findings.clear();
    double adjusted = 0;
    for (std::size_t i = 0; i < made.size(); ++i) {
        Finding& it = made[i];
        adjusted = std::max(adjusted, std::min(1.0, static_cast<double>(made.size() - i) * it.p));
        it.p_adjusted = adjusted;
        if (adjusted <= kFalseAlarms && difference(it) >= kLeastDifference) {
            evaluation.findings.push_back(std::move(it));
        }
    }
}

} // namespace

void compare_bands(Evaluation& evaluation) {
    judge(evaluation, between_bands(evaluation));
}

void compare_branches(Evaluation& joint, std::span<const Evaluation> branches) {
    std::vector<Finding> made = between_bands(joint);
    std::ranges::move(between_branches(joint, branches), std::back_inserter(made));
    judge(joint, std::move(made));
}

} // namespace tally
