#pragma once

#include "desk/evaluation.h"

#include <span>

namespace tally {

/// How seldom a report may point anything out where all is even: the chance of one or more false
/// findings in a whole report.
inline constexpr double kFalseAlarms = 0.01;

/// A difference between shares that is smaller than this is not worth a review, however certain.
inline constexpr double kLeastDifference = 0.05;

/// Finds the differences between bands that are larger than chance makes them: for each card, how
/// many endings were imposed, and how many visits went on to a more serious card. Uses what
/// `evaluation` shows and nothing else, so that it gives away no more than that: a band of which
/// either figure is not exact is left out, and so is one with nothing to compare.
///
/// Each is Pearson's chi-squared test of a table with two rows, where every expected count is at
/// least 5 (W. G. Cochran, 1954); where one is not, no comparison is made. All of them together are
/// judged by Holm's method (S. Holm, 1979) at `kFalseAlarms`. Findings stand in the order of `p`.
/// What `evaluation` had of comparisons and findings before is replaced.
void compare_bands(desk::Evaluation& evaluation);

/// The same between branches, each by its site's name, from what each branch shows. The bands of
/// `joint` are compared, too, as above: what is found in one report has to be judged together. Of
/// more than six branches, those are left out of which fewer than 5 are expected by the share that
/// `joint` shows: one that is small would keep all others from being compared.
void compare_branches(desk::Evaluation& joint, std::span<const desk::Evaluation> branches);

} // namespace tally
