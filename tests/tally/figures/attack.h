#pragma once

#include "desk/evaluation.h"

#include <cstddef>
#include <vector>

/// Somebody who has a report's table and wants the counts that it does not show.
namespace attack {

/// What was found out of the rows that are not exact.
struct Outcome {
    std::size_t hidden = 0; ///< So many are not exact.
    /// Those whose count follows from the rest.
    std::vector<desk::Row> recovered;
};

/// Writes down the sums that link the rows, as `desk::Measure` describes them, and looks for two
/// sets of counts for each row that is not exact, which differ in it and agree with all that the
/// rows say. Where there are none, the count is recovered. Throws if the rows contradict each
/// other.
Outcome run(const std::vector<desk::Row>& rows);

/// The same of a report that sums counts, with the rows of its branches beside it: whatever of them
/// all branches have comes to the joint row of that name.
Outcome run(const std::vector<desk::Row>& joint,
            const std::vector<std::vector<desk::Row>>& branches);

} // namespace attack
