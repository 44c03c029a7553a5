#include "tally/schema.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

using tally::Database;
using tally::Trouble;

namespace {

constexpr std::array kOne{"CREATE TABLE fruit(name TEXT PRIMARY KEY, n INTEGER) STRICT;"};
constexpr std::array kTwo{kOne[0], "ALTER TABLE fruit ADD COLUMN ripe INTEGER;"
                                   "CREATE TABLE trees(name TEXT PRIMARY KEY) STRICT;"};
constexpr std::array kBroken{kOne[0], "CREATE TABLE trees(name TEXT); DROP TABLE nuts;"};

/// Of version 1, with a row.
Database old_database() {
    auto database = Database::in_memory();
    REQUIRE(database);
    REQUIRE(tally::examine(*database, kOne, "x") == 0U);
    REQUIRE(tally::migrate(*database, 0, kOne));
    REQUIRE(database->run("INSERT INTO fruit VALUES('plum', 3)"));
    return std::move(*database);
}

} // namespace

TEST_CASE("A database of an earlier version is brought up to date with all that is in it") {
    Database database = old_database();
    REQUIRE(tally::examine(database, kTwo, "x") == 1U);
    REQUIRE(tally::migrate(database, 1, kTwo));
    CHECK(tally::examine(database, kTwo, "x") == 2U);
    CHECK(database.number("SELECT n FROM fruit WHERE name = 'plum' AND ripe IS NULL") == 3);
    CHECK(database.number("SELECT count(*) FROM trees") == 0);
}

TEST_CASE("A database stays as it is if it cannot be brought up to date") {
    Database database = old_database();
    CHECK_FALSE(tally::migrate(database, 1, kBroken));
    CHECK(tally::examine(database, kOne, "x") == 1U);
    CHECK(database.number("SELECT n FROM fruit") == 3);
}

TEST_CASE("A database of a later version is told from a damaged one") {
    Database database = old_database();
    REQUIRE(tally::migrate(database, 1, kTwo));
    const auto later = tally::examine(database, kOne, "x");
    REQUIRE_FALSE(later);
    CHECK(later.error().trouble == Trouble::later);
    REQUIRE(database.run("PRAGMA user_version = 1"));
    const auto wrong = tally::examine(database, kOne, "x");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().trouble == Trouble::damaged);
}

TEST_CASE("The tables keep nothing that is not well formed") {
    auto database = Database::in_memory();
    REQUIRE(database);
    REQUIRE(tally::migrate(*database, 0, tally::migrations()));
    const auto insert = [&](const std::string& values) {
        return database->run("INSERT INTO counts VALUES(" + values + ")");
    };
    REQUIRE(insert("'2026-11', 'evening', 'noise', 'red', 'opened', 'tile', 1"));
    for (const char* values : {
             "'2026-13', 'evening', 'noise', 'red', 'opened', 'tile', 1",
             "'2026-00', 'evening', 'noise', 'red', 'opened', 'tile', 1",
             "'2026-11-15', 'evening', 'noise', 'red', 'opened', 'tile', 1",
             "NULL, 'evening', 'noise', 'red', 'opened', 'tile', 1",
             "202611, 'evening', 'noise', 'red', 'opened', 'tile', 1",
             "'2026-11', '', 'noise', 'red', 'opened', 'tile', 1",
             "'2026-11', 'evening', '', 'red', 'opened', 'tile', 1",
             "'2026-11', 'evening', 'noise', 'Red', 'opened', 'tile', 1",
             "'2026-11', 'evening', 'noise', 'red', '', 'tile', 1",
             "'2026-11', 'evening', 'noise', 'red', 'opened', 'at 10:45', 1",
             "'2026-11', 'evening', 'noise', 'red', 'opened', 'key', 0",
             "'2026-11', 'evening', 'noise', 'red', 'opened', 'key', 1.5",
             "'2026-11', 'evening', 'noise', 'red', 'opened', 'key', 1000001",
             "'2026-11', 'evening', x'00', 'red', 'opened', 'key', 1",
         }) {
        INFO(values);
        CHECK_FALSE(insert(values));
    }
    CHECK(database->number("SELECT count(*) FROM counts") == 1);
}
