#include "tally/ledger.h"

#include "tally/count_fields.h"
#include "tally/opening.h"
#include "tally/rows.h"
#include "tally/schema.h"

#include <span>
#include <tuple>
#include <utility>

namespace tally {

namespace {

namespace fs = std::filesystem;
using platform::Result;

Result<void> result_of(Outcome<void> outcome) {
    if (!outcome) {
        return std::unexpected(to_failure(std::move(outcome.error())));
    }
    return {};
}

} // namespace

struct Ledger::Inside {
    fs::path file;
    Database database;

    /// Another process may have set the file aside. What is counted from then on belongs into the
    /// one that has its name now.
    Result<void> follow() {
        if (!database.has_moved()) {
            return {};
        }
        auto taken = open_or_begin(file);
        if (!taken) {
            return std::unexpected(taken.error());
        }
        database = std::move(taken->database);
        return {};
    }

    /// Adds rows, all or none.
    template <typename Row>
    Result<void> add(std::span<const Row> rows) {
        if (auto followed = follow(); !followed) {
            return followed;
        }
        return result_of(add_at_once(rows));
    }

    template <typename Row>
    Outcome<void> add_at_once(std::span<const Row> rows) {
        auto transaction = Transaction::write(database);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        for (const Row& row : rows) {
            if (auto added = add_row(database, row); !added) {
                return added;
            }
        }
        if (auto committed = transaction->commit(); !committed) {
            return committed;
        }
        // A log tells in which order things were counted. They are counted, whatever comes of this;
        // and nobody waits for it: with somebody else reading, a later one empties it.
        database.wait_for(0);
        std::ignore = empty_log(database);
        database.wait_for(kPatience);
        return {};
    }

    Outcome<Counts> read() {
        auto transaction = Transaction::read(database);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        return read_rows(database);
    }

    Outcome<void> forget_before(const std::string& month) {
        auto transaction = Transaction::write(database);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        for (const char* const sql :
             {"DELETE FROM counts WHERE month < ?1", "DELETE FROM missed WHERE month < ?1"}) {
            auto statement = database.prepare(sql);
            if (!statement) {
                return std::unexpected(statement.error());
            }
            if (auto removed = statement->bind(1, month).run(); !removed) {
                return removed;
            }
        }
        if (auto committed = transaction->commit(); !committed) {
            return committed;
        }
        return rewrite(database, file);
    }
};

Ledger::Ledger(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

Result<Ledger::Opened> Ledger::open(const fs::path& file) {
    auto taken = open_or_begin(file);
    if (!taken) {
        return std::unexpected(taken.error());
    }
    return Opened{.ledger = Ledger(std::make_unique<Inside>(file, std::move(taken->database))),
                  .notice = std::move(taken->notice)};
}

Result<void> Ledger::record(const desk::Visit& visit) {
    return inside_->add<Count>(counts_of(visit));
}

Result<void> Ledger::record(const desk::Ended& ended) {
    return inside_->add<Count>(counts_of(ended));
}

Result<void> Ledger::record(const desk::MissedSearch& missed) {
    // More words than anybody searches for are not kept.
    const MissedCount count{.month = missed.month,
                            .words = missed.words.size() <= kLongestText ? missed.words : "",
                            .n = 1};
    return inside_->add<MissedCount>(std::span(&count, 1));
}

Result<Counts> Ledger::read() const {
    if (auto followed = inside_->follow(); !followed) {
        return std::unexpected(followed.error());
    }
    auto counts = inside_->read();
    if (!counts) {
        return std::unexpected(to_failure(std::move(counts.error())));
    }
    return std::move(*counts);
}

Result<void> Ledger::forget_before(std::chrono::year_month month) {
    if (auto followed = inside_->follow(); !followed) {
        return followed;
    }
    return result_of(inside_->forget_before(to_text(month)));
}

} // namespace tally
