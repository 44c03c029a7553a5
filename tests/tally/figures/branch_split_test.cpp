#include "tally/branch_split.h"
#include "tally/publish.h"
#include "tally/totals.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>

using desk::Figure;
using desk::Measure;

namespace {

constexpr desk::Quarter kQuarter{.year = 2026, .number = 3};

/// One card at some branches, all in one part of the day: for each branch, how many visits got
/// worse and how many did not.
using Table = std::vector<std::pair<int, int>>;

struct Shown {
    desk::Evaluation joint;
    std::vector<desk::Evaluation> branches;
};

/// What is shown of it, `endings` in place of visits if they are asked for.
Shown show(const Table& table, bool endings) {
    tally::Totals totals{.bands = {"day"}};
    tally::CardTotals& card = totals.cards["calm"];
    card.quarters = {endings ? 5 : 0};
    card.worse = card.imposed = card.open_ended = {0};
    card.stayed = card.quarters;
    std::vector<tally::BranchTotals> branches;
    for (const auto& [one, other] : table) {
        tally::BranchCard counts;
        if (endings) {
            counts.imposed = one;
            counts.open_ended = other;
            card.imposed[0] += one;
            card.open_ended[0] += other;
            card.endings[0] += other;
            card.endings[3] += one;
        } else {
            counts.worse = one;
            counts.stayed = other;
            card.worse[0] += one;
            card.stayed[0] += other;
            card.quarters[0] += one + other;
        }
        branches.push_back({.site = std::to_string(branches.size()), .cards = {{"calm", counts}}});
    }
    if (card.opened() == 0 && card.ended() == 0) {
        totals.cards.clear();
    }
    tally::Published published{.cards = {{.id = "calm", .title = "Calm"}}};
    published.first = published.last = kQuarter;
    Shown shown{.joint = publish(totals, published), .branches = {}};
    shown.branches = split_by_branch(shown.joint, branches);
    return shown;
}

int seen(const Figure& figure) {
    return figure.is_exact() ? figure.count() : figure.kind() == Figure::Kind::under_five ? -1 : -2;
}

/// All that somebody sees: a number for each figure, -1 for "under 5" and -2 for one that is
/// withheld.
std::vector<int> seen(const Shown& shown) {
    std::vector<int> all;
    for (const desk::Row& row : shown.joint.rows) {
        all.push_back(seen(row.figure));
    }
    for (const desk::Evaluation& branch : shown.branches) {
        for (const desk::Row& row : branch.rows) {
            all.push_back(static_cast<int>(row.measure) * 1000);
            all.push_back(seen(row.figure));
        }
    }
    return all;
}

/// Calls `each` with every table of so many branches whose counts come to `most` or less.
void enumerate(std::vector<int>& counts, std::size_t at, int most,
               const std::function<void()>& each) {
    if (at == counts.size()) {
        each();
        return;
    }
    for (int count = 0; count <= most; ++count) {
        counts[at] = count;
        enumerate(counts, at + 1, most - count, each);
    }
    counts[at] = 0;
}

Table table_of(const std::vector<int>& counts) {
    Table table;
    for (std::size_t i = 0; i < counts.size(); i += 2) {
        table.emplace_back(counts[i], counts[i + 1]);
    }
    return table;
}

struct Size {
    std::size_t branches;
    int most;
};

Figure figure(const Shown& shown, std::size_t branch, Measure measure) {
    return shown.branches.at(branch).find(measure, "calm").value();
}

} // namespace

TEST_CASE("Whoever knows the rule cannot tell a branch's small count, nor a sum with one in it") {
    const Size size = GENERATE(Size{2, 26}, Size{3, 15});
    const bool endings = GENERATE(false, true);
    CAPTURE(size.branches, endings);
    // Everything that looks the same, with the tables that it may be.
    std::map<std::vector<int>, std::vector<Table>> possible;
    std::vector<int> counts(2 * size.branches);
    enumerate(counts, 0, size.most, [&] {
        const Table table = table_of(counts);
        possible[seen(show(table, endings))].push_back(table);
    });
    int told = 0;
    for (const auto& [all, tables] : possible) {
        const int sum = std::accumulate(
            tables.front().begin(), tables.front().end(), 0,
            [](int before, const auto& it) { return before + it.first + it.second; });
        for (std::size_t i = 0; sum >= desk::kLeastShown && i < size.branches; ++i) {
            const auto known = [&](const auto& count_of) {
                std::set<int> counts_of_it;
                for (const Table& table : tables) {
                    counts_of_it.insert(count_of(table[i]));
                }
                const int one = *counts_of_it.begin();
                return counts_of_it.size() == 1 && one > 0 && one < desk::kLeastShown;
            };
            told += known([](const auto& it) { return it.first; }) ? 1 : 0;
            told += known([](const auto& it) { return it.second; }) ? 1 : 0;
            told += known([](const auto& it) { return it.first + it.second; }) ? 1 : 0;
        }
    }
    CHECK(possible.size() > 100);
    CHECK(told == 0);
}

TEST_CASE("A branch's visits are exact only if both of their parts are") {
    const Shown all = show({{7, 20}, {0, 8}, {6, 30}}, false);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(figure(all, i, Measure::opened).is_exact());
    }
    CHECK(figure(all, 2, Measure::opened) == Figure::exact(36));
    const Shown some = show({{3, 20}, {9, 8}, {8, 30}}, false);
    CHECK(figure(some, 0, Measure::worse) == Figure::under_five());
    CHECK(figure(some, 0, Measure::stayed) == Figure::exact(20));
    CHECK(figure(some, 0, Measure::opened) == Figure::withheld());
    CHECK(figure(some, 1, Measure::opened) == Figure::exact(17));
    CHECK(figure(some, 2, Measure::worse) == Figure::withheld());
    CHECK(figure(some, 2, Measure::opened) == Figure::withheld());
}

TEST_CASE("Where the parts' sums are not exact, that of all is split") {
    const Shown shown = show({{1, 20}, {1, 8}, {0, 30}}, false);
    CHECK_FALSE(shown.joint.find(Measure::worse, "calm")->is_exact());
    CHECK_FALSE(shown.branches.front().find(Measure::worse, "calm"));
    CHECK(figure(shown, 0, Measure::opened) == Figure::exact(21));
    CHECK(figure(shown, 2, Measure::opened) == Figure::exact(30));
    const Shown few = show({{1, 2}, {0, 1}}, false);
    CHECK(figure(few, 0, Measure::opened) == Figure::withheld());
    CHECK(figure(few, 1, Measure::opened) == Figure::withheld());
}

TEST_CASE("Which branch is withheld for the sake of others goes around from card to card") {
    desk::Evaluation joint{.cards = {{.id = "a"}, {.id = "b"}}};
    for (const char* card : {"a", "b"}) {
        joint.rows.push_back(
            {.measure = Measure::opened, .card = card, .figure = Figure::exact(50)});
        joint.rows.push_back({.measure = Measure::worse, .card = card, .figure = Figure::exact(0)});
        joint.rows.push_back(
            {.measure = Measure::stayed, .card = card, .figure = Figure::exact(50)});
    }
    std::vector<tally::BranchTotals> branches;
    for (const int stayed : {20, 3, 17, 10}) {
        branches.push_back(
            {.site = "x", .cards = {{"a", {.stayed = stayed}}, {"b", {.stayed = stayed}}}});
    }
    const auto split = split_by_branch(joint, branches);
    CHECK(split[3].find(Measure::stayed, "a") == Figure::withheld());
    CHECK(split[0].find(Measure::stayed, "a") == Figure::exact(20));
    CHECK(split[0].find(Measure::stayed, "b") == Figure::withheld());
    CHECK(split[3].find(Measure::stayed, "b") == Figure::exact(10));
}

TEST_CASE("Help, parts of the day and quarters are not split by branch") {
    const Shown shown = show({{7, 20}, {0, 8}}, true);
    for (const desk::Evaluation& branch : shown.branches) {
        for (const desk::Row& row : branch.rows) {
            CHECK(row.value.empty());
            CHECK(row.band.empty());
            CHECK(row.measure != Measure::help);
        }
    }
}
