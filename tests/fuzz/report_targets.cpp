#include "demand.h"
#include "targets.h"

#include "tally/joint.h"
#include "tally/month_file.h"
#include "tally/report.h"
#include "tally/report_files.h"

#include <array>
#include <string>

namespace fuzz {

void figures_file(std::string_view bytes) {
    const std::string no_answers = tally::fairness_csv({});
    const auto read = tally::read_report(bytes, no_answers);
    if (!read) {
        demand(!read.error().empty());
        return;
    }
    for (const desk::Row& row : read->evaluation.rows) {
        const int count = row.figure.count();
        demand(count == 0 || count >= desk::kLeastShown);
    }
    // Whatever is taken can be written, read again, and joined with itself.
    const auto again = tally::read_report(tally::figures_csv(*read), no_answers);
    demand(again && again->evaluation.rows == read->evaluation.rows);
    const std::array branches{*read, *read};
    demand(!tally::write_report(tally::merge(branches)).empty());
}

void month_file(std::string_view bytes) {
    const auto read = tally::read_month(bytes);
    if (!read) {
        demand(!read.error().empty());
        return;
    }
    // Whatever is taken can be written, read again, and joined.
    const auto again = tally::read_month(tally::month_csv(read->counts, read->head));
    demand(again && *again == *read);
    const auto month = read->head.month;
    tally::Joint joint(month.year() / month.month() / 1);
    demand(joint.add(*read).has_value() && !joint.add(*read));
    const tally::Report report = joint.report();
    const auto figures = tally::read_report(tally::figures_csv(report), tally::fairness_csv({}));
    demand(figures && figures->evaluation.rows == report.evaluation.rows);
    demand(!tally::write_report(report).empty());
}

} // namespace fuzz
