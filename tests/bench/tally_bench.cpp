#include "support/temp_folder.h"
#include "tally/ledger.h"
#include "tally/rows.h"
#include "tally/schema.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

/// How long the caller waits for a visit to be counted, and how large a ledger of two years
/// becomes.

namespace {

using namespace std::chrono;
using Clock = steady_clock;
using Key = std::tuple<year_month, std::string, std::string, cards::Code, tally::What, std::string>;

constexpr int kTimed = 1000;
constexpr int kVisits = 100'000;
constexpr int kMonths = 24;
constexpr std::size_t kCards = 48;

double ms_since(Clock::time_point begin) {
    return duration<double, std::milli>(Clock::now() - begin).count();
}

template <typename T>
T value_of(platform::Result<T> result) {
    if (!result) {
        throw std::runtime_error(result.error().sentence);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

template <typename T>
T value_of(tally::Outcome<T> outcome) {
    if (!outcome) {
        throw std::runtime_error(outcome.error().sentence);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*outcome);
    }
}

/// A visit of some day in two years: mostly by tile, mostly quick, with a step or two.
desk::Visit some_visit(std::mt19937& random) {
    static const std::vector<desk::TimeBand> kBands = desk::usual_bands();
    const auto one_in = [&](unsigned n) { return random() % n == 0; };
    const auto card = random() % kCards;
    desk::Visit visit{.card = "a-situation-at-the-desk-" + std::to_string(card),
                      .code = cards::kCodes.at(card % cards::kCodes.size()),
                      .when = {.month = year(2026) / January + months(random() % kMonths),
                               .band = kBands.at(random() % kBands.size()).name},
                      .way = one_in(2) ? desk::Way::tile
                                       : static_cast<desk::Way>(random() % desk::kWays),
                      .worse = one_in(8),
                      .after = one_in(8)};
    if (!one_in(4)) {
        visit.took = milliseconds(500 + random() % 6000);
    }
    while (one_in(2)) {
        visit.steps.insert(static_cast<int>(random() % 5));
    }
    return visit;
}

void time_recording(const std::filesystem::path& file) {
    auto ledger = value_of(tally::Ledger::open(file)).ledger;
    std::mt19937 random(1);
    std::vector<double> times;
    for (int i = 0; i < kTimed; ++i) {
        const desk::Visit visit = some_visit(random);
        const auto begin = Clock::now();
        value_of(ledger.record(visit));
        times.push_back(ms_since(begin));
    }
    std::ranges::sort(times);
    std::printf("%d visits counted one by one: median %.2f ms, 99 of 100 within %.2f ms, "
                "longest %.2f ms\n",
                kTimed, times.at(kTimed / 2), times.at(kTimed * 99 / 100), times.back());
}

/// Adds the visits up first and writes the sums at once: one by one it would take minutes, and the
/// next start makes the same file of it.
void fill(const std::filesystem::path& file) {
    std::mt19937 random(2);
    std::map<Key, tally::Count> sums;
    for (int i = 0; i < kVisits; ++i) {
        for (tally::Count& count : tally::counts_of(some_visit(random))) {
            auto& sum = sums.try_emplace({count.month, count.band, count.card, count.code,
                                          count.what, count.detail},
                                         count)
                            .first->second;
            sum.n += count.n;
        }
    }
    std::ignore = value_of(tally::Ledger::open(file));
    auto database = value_of(tally::Database::open(file));
    database.close_tidily();
    auto transaction = value_of(tally::Transaction::write(database));
    for (auto& [key, count] : sums) {
        --count.n; // the first was added to itself
        value_of(tally::add_row(database, count));
    }
    value_of(transaction.commit());
}

void measure_two_years(const std::filesystem::path& file) {
    fill(file);
    const auto begin = Clock::now();
    const auto ledger = value_of(tally::Ledger::open(file)).ledger;
    const double to_open = ms_since(begin);
    const auto read = Clock::now();
    const auto counts = value_of(ledger.read());
    const double to_read = ms_since(read);
    std::int64_t visits = 0;
    for (const tally::Count& count : counts.counts) {
        visits += count.what == tally::What::opened ? count.n : 0;
    }
    if (visits != kVisits) {
        throw std::runtime_error("visits were lost");
    }
    std::printf("%d visits in %d months, %zu cards: %zu rows, %.2f MiB; checked and opened in "
                "%.0f ms, read in %.0f ms\n",
                kVisits, kMonths, kCards, counts.counts.size(),
                static_cast<double>(std::filesystem::file_size(file)) / (1U << 20U), to_open,
                to_read);
}

} // namespace

int main() {
    try {
        const support::TempFolder folder;
        time_recording(folder.path() / "timed.db");
        measure_two_years(folder.path() / "two-years.db");
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "tally_bench: %s\n", error.what());
        return 1;
    }
}
