#include "ledger_support.h"
#include "support/temp_folder.h"
#include "tally/database.h"

#include <catch2/catch_test_macros.hpp>

#include <random>
#include <regex>
#include <set>
#include <vector>

namespace fs = std::filesystem;
using namespace std::chrono;
using support::TempFolder;
using Row = std::vector<std::string>;

namespace {

template <typename Values>
const auto& any_of(std::mt19937& random, const Values& values) {
    return values.at(random() % values.size());
}

/// A busy year, with times that are easily found again.
void count_a_year(tally::Ledger& ledger) {
    const std::vector<std::string> cards{"noise", "shouting", "sleeping"};
    const std::vector<std::string> bands{"opening", "midday", "afternoon", "evening"};
    const std::vector<milliseconds> times{3517ms, 1723ms, 7919ms, 12'347ms};
    const std::vector<std::string> words{"", "phone", "loud phone"};
    std::mt19937 random(3);
    for (int i = 0; i < 150; ++i) {
        const desk::When when{.month = year(2026) / month(static_cast<unsigned>(1 + random() % 12)),
                              .band = any_of(random, bands)};
        const std::string card = any_of(random, cards);
        const cards::Code code = any_of(random, cards::kCodes);
        desk::Visit visit{.card = card,
                          .code = code,
                          .when = when,
                          .way = static_cast<desk::Way>(random() % desk::kWays),
                          .worse = random() % 2 == 0,
                          .after = random() % 3 == 0};
        if (random() % 2 == 0) {
            visit.took = any_of(random, times);
        }
        visit.steps = {static_cast<int>(random() % 5)};
        REQUIRE(ledger.record(visit));
        REQUIRE(ledger.record(
            desk::Ended{.card = card,
                        .code = code,
                        .when = when,
                        .ending = static_cast<desk::Ending>(random() % desk::kEndings),
                        .help = random() % 2 == 0}));
        REQUIRE(
            ledger.record(desk::MissedSearch{.month = when.month, .words = any_of(random, words)}));
    }
}

std::vector<Row> rows_of(const tally::Database& database, const std::string& sql, int columns) {
    auto statement = database.prepare(sql);
    REQUIRE(statement);
    std::vector<Row> rows;
    while (*statement->step()) {
        Row row;
        for (int i = 0; i < columns; ++i) {
            row.push_back(statement->text(i));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void check_bytes(const std::string& bytes) {
    CHECK_FALSE(std::regex_search(bytes, std::regex("[0-9]{10}")));               // seconds
    CHECK_FALSE(std::regex_search(bytes, std::regex("[0-9]{4}-[0-9]{2}-[0-9]"))); // a day
    CHECK_FALSE(std::regex_search(bytes, std::regex("[0-9]:[0-9]{2}")));          // an hour
    for (const char* time : {"3517", "1723", "7919", "12347"}) {
        CHECK_FALSE(bytes.contains(time));
    }
}

} // namespace

TEST_CASE("Nothing is kept that is finer than a month and a part of the day") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    {
        auto ledger = tally_test::open(file);
        count_a_year(ledger);
        check_bytes(tally_test::all_bytes_in(folder.path()));
    }
    CHECK(fs::exists(file));
    check_bytes(tally_test::all_bytes_in(folder.path()));

    const auto database = tally::Database::open(file);
    REQUIRE(database);
    CHECK(rows_of(*database, "SELECT type, name FROM sqlite_schema ORDER BY name", 2) ==
          std::vector<Row>{{"table", "counts"}, {"table", "missed"}});
    CHECK(rows_of(*database, "SELECT name, type FROM pragma_table_xinfo('counts') ORDER BY cid",
                  2) == std::vector<Row>{{"month", "TEXT"},
                                         {"band", "TEXT"},
                                         {"card", "TEXT"},
                                         {"code", "TEXT"},
                                         {"what", "TEXT"},
                                         {"detail", "TEXT"},
                                         {"n", "INTEGER"}});
    CHECK(rows_of(*database, "SELECT name, type FROM pragma_table_xinfo('missed') ORDER BY cid",
                  2) == std::vector<Row>{{"month", "TEXT"}, {"words", "TEXT"}, {"n", "INTEGER"}});

    const std::string before = "2026-(0[1-9]|1[0-2])/(opening|midday|afternoon|evening)/"
                               "(noise|shouting|sleeping)/(green|yellow|red|blue)/";
    const std::string way = "(tile|rail|key|search|show|link)";
    const std::regex grammar(
        before + "(opened/" + way + "|reached/" + way + " (under-(2|5|10)-s|longer)" +
        "|(worse|after|help)/|step/[1-5]|"
        "ended/(settled|agreed-to-differ|left|asked-to-leave|suspended|emergency))/[1-9][0-9]?");
    const auto rows = rows_of(*database, "SELECT * FROM counts", 7);
    CHECK(rows.size() > 200);
    for (const Row& row : rows) {
        std::string line;
        for (const std::string& value : row) {
            line += (line.empty() ? "" : "/") + value;
        }
        INFO(line);
        CHECK(std::regex_match(line, grammar));
    }
    for (const Row& row : rows_of(*database, "SELECT * FROM missed", 3)) {
        CHECK(std::regex_match(row.at(0) + "/" + row.at(1) + "/" + row.at(2),
                               std::regex("2026-[01][0-9]/(|phone|loud phone)/[1-9][0-9]?")));
    }
}

TEST_CASE("Two desks that counted the same in another order have the same file after a start") {
    const TempFolder folder;
    const std::vector<std::string> cards{"noise", "shouting", "sleeping", "food", "phone"};
    for (const bool backwards : {false, true}) {
        const fs::path file = folder.path() / (backwards ? "b.db" : "a.db");
        auto ledger = tally_test::open(file);
        for (std::size_t i = 0; i < 40; ++i) {
            const std::size_t at = backwards ? 39 - i : i;
            REQUIRE(ledger.record(tally_test::long_visit(cards.at(at % cards.size()))));
        }
        ledger = tally_test::open(file);
    }
    // Past the header, which has a counter of changes and the version of SQLite.
    constexpr std::size_t kHeader = 100;
    const std::string a = tally_test::bytes_of(folder.path() / "a.db").substr(kHeader);
    CHECK(a == tally_test::bytes_of(folder.path() / "b.db").substr(kHeader));
}

TEST_CASE("What is forgotten leaves no trace in any file") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    auto ledger = tally_test::open(file);
    const auto traces = [&] {
        std::set<std::string> found;
        const std::string bytes = tally_test::all_bytes_in(folder.path());
        for (const char* trace : {"2024-", "zebra", "trombone", "xylophone"}) {
            if (bytes.contains(trace)) {
                found.insert(trace);
            }
        }
        return found;
    };
    for (int i = 0; i < 100; ++i) {
        desk::Visit old = tally_test::long_visit("zebra-" + std::to_string(i));
        old.when = {.month = year(2024) / month(1U + static_cast<unsigned>(i) % 12),
                    .band = "xylophone"};
        REQUIRE(ledger.record(old));
        REQUIRE(ledger.record(tally_test::long_visit("noise-" + std::to_string(i))));
        REQUIRE(ledger.record(desk::MissedSearch{.month = old.when.month, .words = "trombone"}));
    }
    REQUIRE(traces().size() == 4);
    REQUIRE(ledger.forget_before(year(2025) / January));
    CHECK(traces().empty());
    CHECK(ledger.read()->counts.size() == 100 * std::size_t{tally_test::kRowsOfLongVisit});
    ledger = tally_test::open(folder.path() / "another.db");
    CHECK(traces().empty());
}
