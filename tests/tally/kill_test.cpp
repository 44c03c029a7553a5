#include "ledger_support.h"
#include "support/child.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <iostream>
#include <map>
#include <random>
#include <thread>
#include <vector>

using support::Child;
using support::TempFolder;
using tally::What;

namespace {

constexpr int kKills = 200;
constexpr std::size_t kMostSaid = 10; ///< Visits, before it is killed.
constexpr int kLongestAfter = 6000;   ///< Microseconds from the last of those: a few more visits.

/// When one is killed: seldom while it opens the database, mostly amid its visits.
struct Moment {
    std::size_t said = 0;
    int after_us = 0;
};

/// What one process said it had counted before it was killed.
struct Said {
    std::int64_t own = 0;
    std::int64_t shared = 0;
};

Said count_until_killed(const std::filesystem::path& file, const std::string& name,
                        const Moment& moment) {
    Child child({DESKCARDS_COUNT_ON, file, name, "1000000"});
    support::wait_until([&] { return child.out().size() >= moment.said || !child.running(); });
    std::this_thread::sleep_for(std::chrono::microseconds(moment.after_us));
    child.signal(SIGKILL);
    const auto code = child.wait();
    INFO("the child said: " << child.err());
    REQUIRE(code == 128 + SIGKILL);
    const std::string out = child.out();
    return {.own = std::ranges::count(out, 'o'), .shared = std::ranges::count(out, 's')};
}

/// All rows of each card, by name.
std::map<std::string, std::vector<tally::Count>> by_card(const tally::Counts& counts) {
    std::map<std::string, std::vector<tally::Count>> cards;
    for (const tally::Count& count : counts.counts) {
        cards[count.card].push_back(count);
    }
    return cards;
}

} // namespace

TEST_CASE("The database killed at random 200 times during writing: every committed count is there, "
          "none twice") {
    const TempFolder folder;
    const auto file = folder.path() / tally::kLedgerFile;
    std::mt19937 random(20261);
    std::uniform_int_distribution<std::size_t> said_before(0, kMostSaid);
    std::uniform_int_distribution<int> after(0, kLongestAfter);
    std::vector<Said> said;
    for (int run = 0; run < kKills; ++run) {
        const Moment moment{.said = said_before(random), .after_us = after(random)};
        said.push_back(count_until_killed(file, "c-" + std::to_string(run), moment));
    }

    auto cards = by_card(tally_test::counts_in(file));
    std::int64_t acknowledged = 0;
    std::int64_t in_flight = 0;
    std::int64_t shared_least = 0;
    std::int64_t shared_most = 0;
    for (int run = 0; run < kKills; ++run) {
        const Said& of = said.at(static_cast<std::size_t>(run));
        const bool shared_next =
            of.own > of.shared; // what it was about to count when it was killed
        const auto card = [&](std::int64_t i) {
            return "c-" + std::to_string(run) + "-" + std::to_string(i);
        };
        INFO("run " << run << ", " << of.own << " said");
        for (std::int64_t i = 0; i <= of.own; ++i) {
            const auto rows = cards.extract(card(i));
            if (i == of.own && rows.empty()) {
                continue; // not said, and not counted
            }
            REQUIRE_FALSE(rows.empty());
            CHECK((i < of.own || !shared_next));
            CHECK(std::ssize(rows.mapped()) == tally_test::kRowsOfLongVisit);
            CHECK(std::ranges::all_of(rows.mapped(), [](const auto& row) { return row.n == 1; }));
            in_flight += i == of.own ? 1 : 0;
        }
        acknowledged += of.own + of.shared;
        shared_least += of.shared;
        shared_most += of.shared + (shared_next ? 1 : 0);
    }
    const auto shared = cards.extract("shared");
    REQUIRE_FALSE(shared.empty());
    const std::int64_t n = shared.mapped().front().n;
    CHECK(n >= shared_least);
    CHECK(n <= shared_most);
    CHECK(cards.empty()); // nothing that nobody counted
    std::cout << "kills of a counting process: " << kKills << "; " << acknowledged
              << " visits acknowledged, all there once; " << in_flight + n - shared_least
              << " more were in flight\n";
    CHECK(acknowledged > kKills);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        CHECK_FALSE(entry.path().filename().string().contains("damaged"));
    }
}

TEST_CASE("Two processes that count at the same time are both counted") {
    const TempFolder folder;
    const auto file = folder.path() / tally::kLedgerFile;
    Child one({DESKCARDS_COUNT_ON, file, "one", "50"});
    Child two({DESKCARDS_COUNT_ON, file, "two", "50"});
    const auto first = one.wait();
    const auto second = two.wait();
    INFO(one.err() << two.err());
    CHECK(first == 0);
    CHECK(second == 0);
    const auto counts = tally_test::counts_in(file);
    CHECK(tally_test::n_of(counts, "shared", What::opened, "tile") == 100);
    for (const std::string name : {"one", "two"}) {
        for (int i = 0; i < 50; ++i) {
            CHECK(tally_test::n_of(counts, name + "-" + std::to_string(i), What::worse) == 1);
        }
    }
}
