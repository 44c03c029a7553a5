#include "app/report_command.h"

#include "app/desk_months.h"
#include "app/note.h"
#include "app/opening.h"
#include "app/reporting.h"
#include "app/wall_clock.h"
#include "i18n/message.h"
#include "platform/disk.h"
#include "platform/durable.h"
#include "tally/compare.h"
#include "tally/ledger.h"
#include "tally/report.h"
#include "tally/report_files.h"

#include <filesystem>
#include <ostream>
#include <utility>

namespace app {

namespace {

namespace fs = std::filesystem;
using i18n::tr;
using i18n::tr_plural;
using platform::Failure;
using platform::RealFolder;
using platform::Result;

constexpr std::size_t kLargestFile = 16UZ << 20U;

Result<tally::Report> report_of_desk(const Options& options, const Report& command) {
    const auto in_use = read_in_use(options, command.pack);
    if (!in_use) {
        return std::unexpected(in_use.error());
    }
    const auto opened = tally::Ledger::open(options.places.state / tally::kLedgerFile);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const auto counts = opened->ledger.read();
    if (!counts) {
        return std::unexpected(counts.error());
    }
    return make_report(*counts, in_use->config,
                       {.pack = &in_use->library->pack,
                        .today = wall_clock().today,
                        .reviews = in_use->reviews,
                        .notice = opened->notice});
}

/// The report in a folder, as another desk wrote it.
Result<tally::Report> read_branch(const fs::path& folder) {
    const auto disk = RealFolder::open(folder);
    if (!disk) {
        return std::unexpected(disk.error());
    }
    const auto figures = (*disk)->read(tally::kFiguresFile, kLargestFile);
    if (!figures) {
        return std::unexpected(figures.error());
    }
    const auto fairness = (*disk)->read(tally::kFairnessFile, kLargestFile);
    if (!fairness) {
        return std::unexpected(fairness.error());
    }
    auto report = tally::read_report(*figures, *fairness);
    if (!report) {
        // Translators: {0} is a folder, {1} a sentence that says why.
        return std::unexpected(Failure{
            tr("The report in \"{0}\" cannot be used: {1}", folder.string(), report.error())});
    }
    return std::move(*report);
}

/// The reports of branches, joined.
Result<tally::Report> joint_of_branches(const Report& command) {
    std::vector<tally::Report> branches;
    for (const fs::path& folder : command.merge) {
        auto branch = read_branch(folder);
        if (!branch) {
            return branch;
        }
        tally::compare_bands(branch->evaluation);
        branches.push_back(std::move(*branch));
    }
    tally::Report joint = tally::merge(branches);
    joint.made = desk::iso_date(wall_clock().today);
    tally::compare_branches(joint.evaluation, joint.branches);
    return joint;
}

/// The months of desks, joined.
Result<tally::Report> joint_of_desks(const Report& command, std::size_t& left_out) {
    auto joined = join_months(command.merge, wall_clock().today);
    if (!joined) {
        return std::unexpected(joined.error());
    }
    left_out = joined->left_out;
    tally::Report joint = joined->joint.report();
    tally::compare_branches(joint.evaluation, joint.branches);
    return joint;
}

Result<tally::Report> joint_report(const Report& command, std::size_t& left_out) {
    std::size_t reports = 0;
    for (const fs::path& folder : command.merge) {
        const auto disk = RealFolder::open(folder);
        if (!disk) {
            return std::unexpected(disk.error());
        }
        reports += (*disk)->kind(tally::kFiguresFile) == platform::EntryKind::file ? 1U : 0U;
    }
    if (reports == command.merge.size()) {
        return joint_of_branches(command);
    }
    if (reports > 0) {
        return std::unexpected(Failure{tr("Some of these folders are reports of branches, and some "
                                          "are not. Join reports, or the months of desks.")});
    }
    return joint_of_desks(command, left_out);
}

Result<void> write(const tally::Report& report, const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    const auto disk = RealFolder::open(folder);
    if (!disk) {
        return std::unexpected(disk.error());
    }
    for (const cards::SourceFile& file : tally::write_report(report)) {
        if (auto saved = platform::save(**disk, file.path, file.bytes); !saved) {
            return saved;
        }
    }
    return {};
}

/// Two or three lines: how much came, of which desks months are missing, how much was left out.
void say_what_came(const tally::Coverage& coverage, std::size_t left_out, std::ostream& out) {
    constexpr std::size_t kMostNamed = 5;
    out << sentence_of(coverage) << '\n';
    if (const auto missing = missing_lines(coverage, kMostNamed); !missing.empty()) {
        std::string all;
        for (const std::string& it : missing) {
            all.append(all.empty() ? "" : "; ").append(it);
        }
        out << tr("Months are missing: {0}", all) << '\n';
    }
    if (left_out > 0) {
        out << tr_plural("{0} file was left out; standard error says why.",
                         "{0} files were left out; standard error says why.", left_out)
            << '\n';
    }
}

} // namespace

int write_report(const Options& options, const Report& command, std::ostream& out) {
    std::size_t left_out = 0;
    const auto report =
        command.merge.empty() ? report_of_desk(options, command) : joint_report(command, left_out);
    const auto written =
        report ? write(*report, command.folder) : Result<void>(std::unexpected(report.error()));
    if (!written) {
        return fail(written.error().sentence);
    }
    if (!report->evaluation.notice.empty()) {
        note(report->evaluation.notice);
    }
    out << tr("The report is in \"{0}\". Open report.html there, and print it.",
              command.folder.string())
        << '\n';
    if (report->coverage) {
        say_what_came(*report->coverage, left_out, out);
    }
    return kOk;
}

} // namespace app
