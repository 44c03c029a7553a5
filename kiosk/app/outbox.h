#pragma once

#include "app/config.h"
#include "app/health.h"
#include "app/metrics.h"
#include "desk/library.h"
#include "platform/disk.h"
#include "platform/result.h"

#include <chrono>
#include <filesystem>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

namespace app {

/// Writes what a desk has to say to those who look after many, on a thread of its own: its health
/// for Prometheus, and, into a folder that something else carries home, its health and the counts
/// of each month that is over. Files are whole whenever somebody reads them. What others write
/// there is left alone.
class Outbox {
public:
    struct Setup {
        std::filesystem::path ledger; ///< The file of the counts.
        Config config;
        HealthRecord* health = nullptr; ///< Never null; outlives the outbox.
        desk::LibraryPtr library;       ///< The cards in use.
    };

    /// Does nothing, if the configuration names no place for it.
    explicit Outbox(Setup setup);
    Outbox(const Outbox&) = delete;
    Outbox& operator=(const Outbox&) = delete;
    Outbox(Outbox&&) = delete;
    Outbox& operator=(Outbox&&) = delete;
    ~Outbox() = default;

    /// Other cards are in use. From any thread.
    void use(desk::LibraryPtr library);

private:
    void run(const std::stop_token& stop);
    void write_health();
    void write_months();
    platform::Result<void> write_new_months(const cards::Pack& pack);
    platform::Result<void> write_month(platform::Disk& outbox, std::chrono::year_month month,
                                       const tally::Counts& counts, const cards::Pack& pack) const;
    desk::LibraryPtr in_use();

    Setup setup_;
    std::mutex mutex_; ///< Of `setup_.library`.
    std::optional<OpenedByCode> last_month_;
    std::string months_of_; ///< The day on which the months were written last.
    // What was said last about each, so that it is not said again every few minutes.
    std::string about_metrics_;
    std::string about_home_;
    std::string about_months_;
    std::optional<std::chrono::steady_clock::time_point> health_home_; ///< When it was sent last.
    Health sent_;                                                      ///< What was sent then.
    std::jthread thread_;
};

} // namespace app
