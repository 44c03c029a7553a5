#include "tally/report_files.h"

#include "tally/report_page.h"

namespace tally {

std::vector<cards::SourceFile> write_report(const Report& report) {
    return {{.path = kFiguresFile, .bytes = figures_csv(report)},
            {.path = kFairnessFile, .bytes = fairness_csv(report)},
            {.path = kPageFile, .bytes = report_page(report)}};
}

std::expected<Report, std::string> read_report(std::string_view figures_csv,
                                               std::string_view fairness_csv) {
    Report report;
    if (auto read = read_figures(figures_csv, report); !read) {
        return std::unexpected(std::move(read.error()));
    }
    if (auto read = read_fairness(fairness_csv, report); !read) {
        return std::unexpected(std::move(read.error()));
    }
    return report;
}

} // namespace tally
