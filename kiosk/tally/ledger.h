#pragma once

#include "desk/count.h"
#include "platform/result.h"
#include "tally/counts.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

namespace tally {

/// In the state folder.
inline constexpr const char* kLedgerFile = "tally.db";

/// The counts on the medium: an SQLite database in which nothing but numbers grows. Each call is a
/// transaction that is on the medium when it returns (write-ahead log, full synchronisation), or
/// has not happened. What was counted last is not told from the rest: the log is emptied each time.
///
/// Several processes may have it open. What cannot be written - no room, somebody else for more
/// than two seconds - is a failure of that call; a later one may work. One thread at a time.
class Ledger {
public:
    struct Opened;

    /// Opens the database, or makes one. One of an earlier version of the program is brought up to
    /// date. One that is damaged, or of a later version, is set aside under another name beside it,
    /// and a new one begun; the notice says so. Fails if the folder cannot be read or written, or
    /// somebody else has the database; then nothing is set aside.
    static platform::Result<Opened> open(const std::filesystem::path& file);

    Ledger(Ledger&&) noexcept;
    Ledger& operator=(Ledger&&) noexcept;
    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;
    ~Ledger();

    /// Adds what happened. Fails without having counted anything.
    platform::Result<void> record(const desk::Visit& visit);
    platform::Result<void> record(const desk::Ended& ended);
    platform::Result<void> record(const desk::MissedSearch& missed);

    /// All that is counted, as of one moment. Rows that mean nothing are left out.
    platform::Result<Counts> read() const;

    /// Removes what is older than a month, and leaves no trace of it in the file.
    platform::Result<void> forget_before(std::chrono::year_month month);

private:
    struct Inside;
    explicit Ledger(std::unique_ptr<Inside> inside);

    std::unique_ptr<Inside> inside_;
};

struct Ledger::Opened {
    Ledger ledger;
    std::string notice; ///< A sentence for the manager if something was set aside; else empty.
};

} // namespace tally
