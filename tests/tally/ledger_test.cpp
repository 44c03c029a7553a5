#include "ledger_support.h"
#include "support/temp_folder.h"
#include "tally/database.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace fs = std::filesystem;
using namespace std::chrono;
using support::TempFolder;
using tally::Count;
using tally::What;
using tally_test::n_of;

namespace {

desk::Ended ended(desk::Ending ending, bool help) {
    return {.card = "shouting",
            .code = cards::Code::red,
            .when = {.month = year(2026) / November, .band = "midday"},
            .ending = ending,
            .help = help};
}

} // namespace

TEST_CASE("What is counted is kept and added up") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    {
        auto ledger = tally_test::open(file);
        CHECK(ledger.read()->counts.empty());
        REQUIRE(ledger.record(tally_test::visit("noise")));
        REQUIRE(ledger.record(tally_test::long_visit("noise")));
    }
    auto ledger = tally_test::open(file);
    REQUIRE(ledger.record(tally_test::visit("noise")));
    const auto counts = ledger.read();
    REQUIRE(counts);
    CHECK(n_of(*counts, "noise", What::opened, "tile") == 3);
    CHECK(n_of(*counts, "noise", What::reached, "tile under-5-s") == 1);
    CHECK(n_of(*counts, "noise", What::worse) == 1);
    CHECK(n_of(*counts, "noise", What::after) == 1);
    CHECK(n_of(*counts, "noise", What::step, "1") == 1);
    CHECK(n_of(*counts, "noise", What::step, "3") == 1);
    CHECK(counts->counts.size() == 6);
}

TEST_CASE("Each way, time, ending and missed search is kept as what it is") {
    const TempFolder folder;
    auto ledger = tally_test::open(folder.path() / tally::kLedgerFile);
    for (std::size_t i = 0; i < desk::kWays; ++i) {
        for (const auto took : {1999ms, 2000ms, 9999ms, 10'000ms}) {
            desk::Visit visit = tally_test::visit("noise");
            visit.way = static_cast<desk::Way>(i);
            visit.took = took;
            REQUIRE(ledger.record(visit));
        }
    }
    for (std::size_t i = 0; i < desk::kEndings; ++i) {
        REQUIRE(ledger.record(ended(static_cast<desk::Ending>(i), i % 2 == 0)));
    }
    for (const char* words : {"", "", "loud phone"}) {
        REQUIRE(ledger.record(desk::MissedSearch{.month = year(2026) / November, .words = words}));
    }
    const auto counts = ledger.read();
    REQUIRE(counts);
    for (const char* way : {"tile", "rail", "key", "search", "show", "link"}) {
        CHECK(n_of(*counts, "noise", What::opened, way) == 4);
        for (const char* reach : {"under-2-s", "under-5-s", "under-10-s", "longer"}) {
            CHECK(n_of(*counts, "noise", What::reached, std::string(way) + " " + reach) == 1);
        }
    }
    for (const char* ending :
         {"settled", "agreed-to-differ", "left", "asked-to-leave", "suspended", "emergency"}) {
        CHECK(n_of(*counts, "shouting", What::ended, ending) == 1);
    }
    CHECK(n_of(*counts, "shouting", What::help) == 3);
    CHECK(counts->missed == std::vector<tally::MissedCount>{
                                {.month = year(2026) / November, .words = "", .n = 2},
                                {.month = year(2026) / November, .words = "loud phone", .n = 1}});
}

TEST_CASE("Counts are read in the order of their fields") {
    const TempFolder folder;
    auto ledger = tally_test::open(folder.path() / tally::kLedgerFile);
    for (const cards::Code code : {cards::Code::blue, cards::Code::red, cards::Code::yellow}) {
        for (const auto month : {year(2027) / January, year(2026) / February}) {
            desk::Visit visit = tally_test::long_visit("noise");
            visit.code = code;
            visit.when.month = month;
            REQUIRE(ledger.record(visit));
        }
    }
    const auto counts = ledger.read();
    REQUIRE(counts);
    CHECK(std::ranges::is_sorted(counts->counts, {}, [](const Count& count) {
        return std::tie(count.month, count.band, count.card, count.code, count.what, count.detail);
    }));
    CHECK(counts->counts.front().code == cards::Code::yellow);
}

TEST_CASE("Names are data, whatever they say") {
    const TempFolder folder;
    auto ledger = tally_test::open(folder.path() / tally::kLedgerFile);
    const std::string hostile = "x'); DROP TABLE counts; --\"%s {0}";
    REQUIRE(ledger.record(tally_test::visit(hostile)));
    CHECK(n_of(*ledger.read(), hostile, What::opened, "tile") == 1);
}

TEST_CASE("What has no place in the ledger is refused with a sentence, and nothing of it counted") {
    const TempFolder folder;
    auto ledger = tally_test::open(folder.path() / tally::kLedgerFile);
    desk::Visit no_month = tally_test::visit("noise");
    no_month.when.month = year(2026) / month(13);
    desk::Visit no_band = tally_test::visit("noise");
    no_band.when.band.clear();
    const desk::Visit long_name = tally_test::visit(std::string(201, 'x'));
    const desk::Visit huge_name = tally_test::visit(std::string(1'000'000, 'x'));
    for (const desk::Visit& visit : {no_month, no_band, long_name, huge_name}) {
        const auto recorded = ledger.record(visit);
        REQUIRE_FALSE(recorded);
        CHECK(recorded.error().sentence.contains("has no place"));
    }
    REQUIRE(ledger.record(
        desk::MissedSearch{.month = year(2026) / November, .words = std::string(201, 'x')}));
    const auto counts = ledger.read();
    REQUIRE(counts);
    CHECK(counts->counts.empty());
    CHECK(counts->missed.front().words.empty()); // as other words
}

TEST_CASE("The log is empty after each call, and gone after the last") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    {
        auto ledger = tally_test::open(file);
        for (int i = 0; i < 20; ++i) {
            REQUIRE(ledger.record(tally_test::long_visit("noise-" + std::to_string(i))));
            CHECK(fs::file_size(file.string() + "-wal") == 0);
        }
    }
    CHECK_FALSE(fs::exists(file.string() + "-wal"));
    CHECK_FALSE(fs::exists(file.string() + "-shm"));
}

TEST_CASE("The log does not grow for ever while somebody reads") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    auto ledger = tally_test::open(file);
    REQUIRE(ledger.record(tally_test::visit("noise")));
    auto reader = tally::Database::open(file);
    REQUIRE(reader);
    {
        const auto reading = tally::Transaction::read(*reader);
        REQUIRE(reading);
        REQUIRE(reader->number("SELECT n FROM counts") == 1);
        for (int i = 0; i < 20; ++i) {
            REQUIRE(ledger.record(tally_test::visit("noise"))); // and waits for nobody
        }
        CHECK(reader->number("SELECT n FROM counts") == 1);
    }
    REQUIRE(ledger.record(tally_test::visit("noise")));
    CHECK(fs::file_size(file.string() + "-wal") == 0);
    CHECK(n_of(*ledger.read(), "noise", What::opened, "tile") == 22);
}

TEST_CASE("Two ledgers of one file both count") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    auto one = tally_test::open(file);
    auto two = tally_test::open(file);
    for (int i = 0; i < 50; ++i) {
        REQUIRE(one.record(tally_test::visit("noise")));
        REQUIRE(two.record(tally_test::visit("noise")));
    }
    CHECK(n_of(*one.read(), "noise", What::opened, "tile") == 100);
    CHECK(*one.read() == *two.read());
}

TEST_CASE("What is older than a month is forgotten, and the rest stays") {
    const TempFolder folder;
    auto ledger = tally_test::open(folder.path() / tally::kLedgerFile);
    for (const auto month : {year(2025) / December, year(2026) / January, year(2026) / February}) {
        desk::Visit visit = tally_test::visit("noise");
        visit.when.month = month;
        REQUIRE(ledger.record(visit));
        REQUIRE(ledger.record(desk::MissedSearch{.month = month, .words = "phone"}));
    }
    REQUIRE(ledger.forget_before(year(2026) / January));
    REQUIRE(ledger.forget_before(year(2026) / January));
    const auto counts = ledger.read();
    REQUIRE(counts);
    REQUIRE(counts->counts.size() == 2);
    CHECK(counts->counts.front().month == year(2026) / January);
    REQUIRE(counts->missed.size() == 2);
    CHECK(counts->missed.front().month == year(2026) / January);
}
