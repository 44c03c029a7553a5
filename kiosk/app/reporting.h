#pragma once

#include "app/config.h"
#include "cards/card.h"
#include "desk/fairness.h"
#include "platform/result.h"
#include "tally/counts.h"
#include "tally/month_file.h"
#include "tally/report.h"

#include <chrono>
#include <string>

namespace app {

/// What a report is made of besides the counts.
struct ReportFacts {
    const cards::Pack* pack = nullptr; ///< The cards in use; never null.
    std::chrono::year_month_day today{};
    desk::FairnessReviews reviews;
    std::string notice; ///< As in `desk::Evaluation`.
};

/// The first month that is not forgotten yet.
std::chrono::year_month first_kept_month(const Config& config, std::chrono::year_month_day today);

/// What is shown of the counts, with what is larger than chance.
desk::Evaluation evaluate(const tally::Counts& counts, const Config& config,
                          const ReportFacts& facts);

/// Whose counts the files of months are of, as its outbox has them; without the month.
tally::MonthHead month_head(const Config& config, const cards::Pack& pack);

/// How far a library is with its plan, and what `check` says of its cards.
desk::PlanStatus plan_status(const cards::Pack& pack);

/// The whole report.
tally::Report make_report(const tally::Counts& counts, const Config& config,
                          const ReportFacts& facts);

} // namespace app
