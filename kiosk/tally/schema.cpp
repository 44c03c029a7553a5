#include "tally/schema.h"

#include <array>
#include <vector>

namespace tally {

namespace {

// STRICT, so that a column holds its type and no other. WITHOUT ROWID: rows lie in the order of
// their keys, and have no number that would tell which came first. The checks are for what a file
// brings from elsewhere, as well as for what is to be counted.
constexpr std::array kMigrations{
    R"(
CREATE TABLE counts(
    month TEXT NOT NULL CHECK(month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'
                              AND substr(month, 6) BETWEEN '01' AND '12'),
    band TEXT NOT NULL CHECK(length(CAST(band AS BLOB)) BETWEEN 1 AND 200),
    card TEXT NOT NULL CHECK(length(CAST(card AS BLOB)) BETWEEN 1 AND 200),
    code TEXT NOT NULL CHECK(code IN ('green', 'yellow', 'red', 'blue')),
    what TEXT NOT NULL CHECK(length(what) BETWEEN 1 AND 20 AND NOT what GLOB '*[^a-z-]*'),
    detail TEXT NOT NULL CHECK(length(detail) <= 40 AND NOT detail GLOB '*[^a-z0-9 -]*'),
    n INTEGER NOT NULL CHECK(n BETWEEN 1 AND 1000000),
    PRIMARY KEY(month, band, card, code, what, detail)
) STRICT, WITHOUT ROWID;
CREATE TABLE missed(
    month TEXT NOT NULL CHECK(month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'
                              AND substr(month, 6) BETWEEN '01' AND '12'),
    words TEXT NOT NULL CHECK(length(CAST(words AS BLOB)) <= 200),
    n INTEGER NOT NULL CHECK(n BETWEEN 1 AND 1000000),
    PRIMARY KEY(month, words)
) STRICT, WITHOUT ROWID;
)",
};

/// All that a schema says, to be compared.
Outcome<std::vector<std::string>> schema_of(const Database& database) {
    auto rows = database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema "
                                 "ORDER BY type, name LIMIT 100");
    if (!rows) {
        return std::unexpected(rows.error());
    }
    std::vector<std::string> schema;
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return schema;
        }
        for (int column = 0; column < 4; ++column) {
            schema.push_back(rows->text(column));
        }
    }
}

/// What it would say after these migrations.
Outcome<std::vector<std::string>> schema_after(std::span<const char* const> migrations) {
    auto database = Database::in_memory();
    if (!database) {
        return std::unexpected(database.error());
    }
    for (const char* const migration : migrations) {
        if (auto ran = database->run(migration); !ran) {
            return std::unexpected(ran.error());
        }
    }
    return schema_of(*database);
}

} // namespace

std::span<const char* const> migrations() {
    return kMigrations;
}

Outcome<std::size_t> examine(const Database& database, std::span<const char* const> migrations,
                             const std::string& file) {
    const auto damaged = std::unexpected(fault_with(Trouble::damaged, file));
    const auto id = database.number("PRAGMA application_id");
    if (!id) {
        return std::unexpected(id.error());
    }
    const auto version = database.number("PRAGMA user_version");
    if (!version) {
        return std::unexpected(version.error());
    }
    const bool empty = *id == 0 && *version == 0;
    if (!database.has_known_format() || *version < 0 || (*id != kApplicationId && !empty)) {
        return damaged;
    }
    if (*version > static_cast<std::int64_t>(migrations.size())) {
        return std::unexpected(fault_with(Trouble::later, file));
    }
    const auto found = static_cast<std::size_t>(*version);
    const auto there = schema_of(database);
    if (!there) {
        return std::unexpected(there.error());
    }
    const auto expected = schema_after(migrations.first(found));
    if (!expected) {
        return std::unexpected(expected.error());
    }
    // Before the pages are looked at: that works out what the schema says, which may be anything.
    if (*there != *expected) {
        return damaged;
    }
    const auto verdict = database.text("PRAGMA integrity_check(1)");
    if (!verdict) {
        return std::unexpected(verdict.error());
    }
    return *verdict == "ok" ? Outcome<std::size_t>(found) : damaged;
}

Outcome<void> migrate(Database& database, std::size_t version,
                      std::span<const char* const> migrations) {
    if (version == migrations.size()) {
        return {};
    }
    auto transaction = Transaction::write(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    for (const char* const migration : migrations.subspan(version)) {
        if (auto ran = database.run(migration); !ran) {
            return ran;
        }
    }
    const std::string marks = "PRAGMA application_id = " + std::to_string(kApplicationId) +
                              "; PRAGMA user_version = " + std::to_string(migrations.size());
    if (auto ran = database.run(marks); !ran) {
        return ran;
    }
    return transaction->commit();
}

} // namespace tally
