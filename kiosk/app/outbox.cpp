#include "app/outbox.h"

#include "app/note.h"
#include "app/reporting.h"
#include "app/wall_clock.h"
#include "i18n/message.h"
#include "platform/durable.h"
#include "platform/priority.h"
#include "tally/ledger.h"
#include "tally/month_file.h"

#include <tuple>
#include <utility>
#include <vector>

namespace app {

namespace {

namespace fs = std::filesystem;
using i18n::tr;
using platform::RealFolder;
using platform::Result;

constexpr std::chrono::minutes kMetricsEvery{5};
/// What is carried over a network need not be carried every few minutes.
constexpr std::chrono::minutes kHomeEvery{60};

constexpr const char* kHealthFile = "health.prom";

std::chrono::year_month this_month() {
    const auto today = wall_clock().today;
    return today.year() / today.month();
}

Result<void> save_to(const fs::path& folder, const std::string& name, const std::string& text) {
    // Others read it: node exporter, a sync tool.
    const auto disk = RealFolder::open(folder, RealFolder::Readers::everyone);
    return disk ? platform::save(**disk, name, text) : std::unexpected(disk.error());
}

/// What a power cut has left.
void clear_unfinished(platform::Disk& outbox, const std::vector<platform::Entry>& entries) {
    for (const platform::Entry& entry : entries) {
        if (entry.name.starts_with(platform::kUnfinished)) {
            std::ignore = outbox.remove(entry.name);
        }
    }
}

/// Files of months that the desk itself has forgotten.
void forget_before(platform::Disk& outbox, const std::vector<platform::Entry>& entries,
                   std::chrono::year_month first) {
    for (const platform::Entry& entry : entries) {
        const auto month = tally::parse_month_file_name(entry.name);
        if (month && *month < first) {
            std::ignore = outbox.remove(entry.name);
        }
    }
}

/// Says what went wrong, if anything did, unless that was said last.
void complain(std::string& last, const std::string& sentence) {
    if (std::exchange(last, sentence) != sentence && !sentence.empty()) {
        note(sentence);
    }
}

} // namespace

Outbox::Outbox(Setup setup) : setup_(std::move(setup)) {
    const Config& config = setup_.config;
    if (!config.outbox && !config.metrics_file) {
        return;
    }
    if (config.desk_name.empty()) {
        // Translators: the names of settings stay as they are.
        note(tr("Nothing is written to outbox and metrics-file: the configuration gives this desk "
                "no name (desk-name)."));
        return;
    }
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void Outbox::use(desk::LibraryPtr library) {
    const std::scoped_lock lock(mutex_);
    setup_.library = std::move(library);
}

void Outbox::run(const std::stop_token& stop) {
    platform::work_behind_others();
    while (!stop.stop_requested()) {
        write_months();
        write_health();
        setup_.health->wait_for_change(stop, kMetricsEvery);
    }
}

void Outbox::write_health() {
    const Config& config = setup_.config;
    const Health health = setup_.health->now();
    const std::string text = to_text(Metrics{.desk = config.desk_name,
                                             .program = DESKCARDS_VERSION,
                                             .health = health,
                                             .last_month = last_month_,
                                             .heard = unix_time()});
    if (config.metrics_file) {
        const fs::path& file = *config.metrics_file;
        const auto saved = save_to(file.parent_path(), file.filename(), text);
        complain(about_metrics_, saved ? "" : saved.error().sentence);
    }
    const auto now = std::chrono::steady_clock::now();
    const bool due = !health_home_ || now - *health_home_ >= kHomeEvery || health != sent_;
    if (config.outbox && due) {
        const auto saved = save_to(*config.outbox, kHealthFile, text);
        complain(about_home_, saved ? "" : saved.error().sentence);
        if (saved) {
            health_home_ = now;
            sent_ = health;
        }
    }
}

/// Once a day; again soon, if it fails or the cards are not all read yet.
void Outbox::write_months() {
    const std::string today = iso_today();
    const desk::LibraryPtr library = in_use();
    if (months_of_ == today || !library->whole) {
        return;
    }
    const auto written = write_new_months(library->pack);
    complain(about_months_, written ? "" : written.error().sentence);
    if (written) {
        months_of_ = today;
    }
}

desk::LibraryPtr Outbox::in_use() {
    const std::scoped_lock lock(mutex_);
    return setup_.library;
}

Result<void> Outbox::write_new_months(const cards::Pack& pack) {
    std::error_code error;
    if (!fs::exists(setup_.ledger, error)) {
        return {};
    }
    const auto opened = tally::Ledger::open(setup_.ledger);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    if (!opened->notice.empty()) {
        note(opened->notice);
    }
    const auto counts = opened->ledger.read();
    if (!counts) {
        return std::unexpected(counts.error());
    }
    last_month_ = opened_in(*counts, this_month() - std::chrono::months(1));
    if (!setup_.config.outbox) {
        return {};
    }
    // The counts are nobody's business but those who carry them home.
    const auto outbox = RealFolder::open(*setup_.config.outbox, RealFolder::Readers::group);
    if (!outbox) {
        return std::unexpected(outbox.error());
    }
    constexpr std::size_t kMostFiles = 1000;
    const auto entries = (*outbox)->list("", kMostFiles);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    const auto first = first_kept_month(setup_.config, wall_clock().today);
    clear_unfinished(**outbox, *entries);
    forget_before(**outbox, *entries, first);
    for (const std::chrono::year_month month : tally::months_over(*counts, this_month())) {
        if (month < first) {
            continue;
        }
        if (auto written = write_month(**outbox, month, *counts, pack); !written) {
            return written;
        }
    }
    return {};
}

Result<void> Outbox::write_month(platform::Disk& outbox, std::chrono::year_month month,
                                 const tally::Counts& counts, const cards::Pack& pack) const {
    const std::string name = tally::month_file_name(month);
    const bool is_last = month == this_month() - std::chrono::months(1);
    // What was open at midnight counts for the month in which it was opened, and a clock may have
    // been ahead. Months before that are as they were, whatever the cards are called since.
    if (outbox.kind(name) != platform::EntryKind::none && !is_last) {
        return {};
    }
    tally::MonthHead head = month_head(setup_.config, pack);
    head.month = month;
    const std::string text = tally::month_csv(counts, head);
    const auto there = outbox.read(name, text.size() + 1);
    return there == text ? Result<void>() : platform::save(outbox, name, text);
}

} // namespace app
