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

void Outbox::complain(const std::string& sentence) {
    if (complaint_ != sentence) {
        note(sentence);
    }
    complaint_ = sentence;
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
        if (const auto saved = save_to(file.parent_path(), file.filename(), text); !saved) {
            complain(saved.error().sentence);
        }
    }
    const auto now = std::chrono::steady_clock::now();
    const bool due = !health_home_ || now - *health_home_ >= kHomeEvery || health != sent_;
    if (config.outbox && due) {
        if (const auto saved = save_to(*config.outbox, kHealthFile, text); !saved) {
            complain(saved.error().sentence);
            return;
        }
        health_home_ = now;
        sent_ = health;
    }
}

/// Once a day; again soon, if it fails.
void Outbox::write_months() {
    const std::string today = iso_today();
    if (months_of_ == today) {
        return;
    }
    if (const auto written = write_new_months(); !written) {
        complain(written.error().sentence);
        return;
    }
    months_of_ = today;
}

Result<void> Outbox::write_new_months() {
    std::error_code error;
    if (!fs::exists(setup_.ledger, error)) {
        return {};
    }
    const auto opened = tally::Ledger::open(setup_.ledger);
    if (!opened) {
        return std::unexpected(opened.error());
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
    clear_unfinished(**outbox, *entries);
    forget_before(**outbox, *entries, first_kept_month(setup_.config, wall_clock().today));
    desk::LibraryPtr library;
    {
        const std::scoped_lock lock(mutex_);
        library = setup_.library;
    }
    tally::MonthHead head = month_head(setup_.config, library->pack);
    for (const std::chrono::year_month month : tally::months_over(*counts, this_month())) {
        const std::string name = tally::month_file_name(month);
        if ((*outbox)->kind(name) != platform::EntryKind::none) {
            continue; // a month that is over does not change any more
        }
        head.month = month;
        if (auto saved = platform::save(**outbox, name, tally::month_csv(*counts, head)); !saved) {
            return saved;
        }
    }
    return {};
}

} // namespace app
