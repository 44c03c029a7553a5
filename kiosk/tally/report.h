#pragma once

#include "cards/problem.h"
#include "cards/progress.h"
#include "cards/reader.h"
#include "desk/evaluation.h"
#include "desk/fairness.h"
#include "tally/coverage.h"

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// All that a report says.
struct Report {
    std::string made; ///< ISO: the day on which it was made.
    desk::Evaluation evaluation;
    std::vector<desk::CardFairness> fairness;
    std::optional<cards::Progress> plan;  ///< If the cards have a planning page.
    std::vector<cards::Problem> problems; ///< What `check` says of the cards.
    /// In a report that joins others: what each of those shows. Empty otherwise.
    std::vector<desk::Evaluation> branches;
    /// In one that joins the months of desks (joint.h): what came. Its figures are sums of counts;
    /// those of its branches add nothing to them.
    std::optional<Coverage> coverage;
};

/// A report as a folder: "figures.csv", "fairness.csv" and "report.html". The README of this folder
/// describes the columns.
std::vector<cards::SourceFile> write_report(const Report& report);

/// A branch's figures from its files, which are not trusted: whatever is not as `write_report`
/// writes it is an error, as a sentence with the line. Findings are not read: they follow.
std::expected<Report, std::string> read_report(std::string_view figures_csv,
                                               std::string_view fairness_csv);

/// Joins the reports of several branches. A figure of several is their sum if all of them are
/// exact; else it is withheld. The branches stay beside each other, too.
Report merge(std::span<const Report> branches);

} // namespace tally
