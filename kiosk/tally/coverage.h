#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

/// What came from the desks, and what did not.
namespace tally {

/// The months that a desk's files leave out.
struct MissingMonths {
    std::string site;
    std::string desk;                            ///< As an id.
    std::vector<std::chrono::year_month> months; ///< In order; not empty.
    friend bool operator==(const MissingMonths&, const MissingMonths&) = default;
};

/// Of a report that is made of the months of many desks.
struct Coverage {
    std::size_t desks = 0;
    std::size_t months = 0; ///< Files: one a desk and month.
    /// By branch and desk: those from a desk's first to the latest that any desk has.
    std::vector<MissingMonths> missing;
    friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// "2026-03 to 2026-05, 2026-08". Of many, the first few, and how many more there are.
std::string in_words(const std::vector<std::chrono::year_month>& months);

/// "200 desks, 4,790 months of counts."
std::string sentence_of(const Coverage& coverage);

/// "Riverside, riverside-circulation: 2026-03", one a desk: of `most` desks at most, and then how
/// many more lack months. Empty if none does.
std::vector<std::string> missing_lines(const Coverage& coverage, std::size_t most);

} // namespace tally
