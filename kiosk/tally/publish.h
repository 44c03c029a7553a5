#pragma once

#include "desk/evaluation.h"
#include "tally/counts.h"

#include <string>
#include <vector>

namespace tally {

/// What figures are made of besides the counts.
struct Published {
    std::string site;
    std::string desk;
    std::vector<desk::NamedCard> cards; ///< Those in use.
    std::vector<std::string> bands;     ///< In the order of the day.
    desk::Quarter first;                ///< What is older is left out.
    desk::Quarter last;
};

/// The figures that may be shown of some counts: no sums and differences of them give a count below
/// `desk::kLeastShown` away, also to whoever knows how they were chosen. Without findings.
///
/// Figures form trees: a card's visits are split by quarter, by whether a worse card followed and
/// those by band, and so on (`desk::Measure`). No two splits share a part, so that each can be
/// judged by itself: see suppress.h. What is not exact is not split further.
///
/// A card in use that was neither opened nor told of has one row, of 0 visits. A step or words that
/// were not counted have none. A band that is in use no more comes after those that are.
desk::Evaluation publish(const Counts& counts, const Published& published);

struct Totals;

/// The same of counts that are summed already (totals.h), for these quarters and bands.
desk::Evaluation publish(const Totals& totals, const Published& published);

} // namespace tally
