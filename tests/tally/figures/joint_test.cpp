#include "attack.h"
#include "few_counts.h"
#include "joint_support.h"

#include "tally/compare.h"
#include "tally/report_files.h"
#include "tally/suppress.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

using namespace std::chrono_literals;
using desk::Figure;
using desk::Measure;
using few_desks::joined;
using few_desks::months;
using tally::Joint;
using tally::Month;

namespace {

constexpr std::uint32_t kSets = 150;

std::vector<std::vector<desk::Row>> rows_of(const std::vector<desk::Evaluation>& branches) {
    std::vector<std::vector<desk::Row>> rows;
    for (const desk::Evaluation& branch : branches) {
        rows.push_back(branch.rows);
    }
    return rows;
}

/// What a row of a branch counts.
std::int64_t truth_of(const desk::Row& row, const tally::BranchCard& card) {
    switch (row.measure) {
    case Measure::opened: return card.worse + card.stayed;
    case Measure::worse: return card.worse;
    case Measure::stayed: return card.stayed;
    case Measure::ended: return card.open_ended + card.imposed;
    case Measure::open_ended: return card.open_ended;
    case Measure::imposed: return card.imposed;
    default: return -1;
    }
}

/// What a branch has counted of a card, told from the desks by other means than the program's.
tally::BranchCard truth_at(const std::vector<few_desks::Desk>& desks, std::string_view site,
                           std::string_view card) {
    tally::BranchCard sums;
    for (const few_desks::Desk& desk : desks) {
        for (const tally::Count& it : desk.counts.counts) {
            if (desk.site != site || it.card != card) {
                continue;
            }
            const bool imposed = it.detail == "asked-to-leave" || it.detail == "suspended" ||
                                 it.detail == "emergency";
            sums.stayed += it.what == tally::What::opened  ? it.n
                           : it.what == tally::What::worse ? -it.n
                                                           : 0;
            sums.worse += it.what == tally::What::worse ? it.n : 0;
            if (it.what == tally::What::ended) {
                (imposed ? sums.imposed : sums.open_ended) += it.n;
            }
        }
    }
    return sums;
}

Month empty_month(std::string desk, std::chrono::year_month month) {
    return {.head = {.month = month,
                     .site = "Elm Street",
                     .desk = std::move(desk),
                     .name = "Front",
                     .bands = {"morning"},
                     .cards = {{.id = "calm", .title = "Calm", .code = cards::Code::yellow}}},
            .counts = {}};
}

} // namespace

TEST_CASE("The report of many desks is that of the sum of their counts") {
    for (std::uint32_t seed = 1; seed <= kSets; ++seed) {
        const auto desks = few_desks::drawn(seed);
        const desk::Evaluation joint = joined(months(desks)).report().evaluation;
        const desk::Evaluation at_once =
            publish(few_desks::all_counts(desks), {.site = joint.site,
                                                   .desk = {},
                                                   .cards = joint.cards,
                                                   .bands = joint.bands,
                                                   .first = joint.first,
                                                   .last = joint.last});
        CAPTURE(seed);
        CHECK(joint.rows == at_once.rows);
        CHECK(joint.bands == at_once.bands);
        CHECK(joint.site == "3 branches");
    }
}

TEST_CASE("In whatever order the months come, the report is the same") {
    auto all = months(few_desks::drawn(7));
    const tally::Report before = joined(all).report();
    std::minstd_rand engine(1);
    for (int i = 0; i < 20; ++i) {
        std::ranges::shuffle(all, engine);
        const tally::Report after = joined(all).report();
        CHECK(figures_csv(after) == figures_csv(before));
        CHECK(rows_of(after.branches) == rows_of(before.branches));
        CHECK(after.coverage == before.coverage);
    }
}

TEST_CASE("Branches stand in the order of their names, with the numbers in them by value") {
    auto desks = few_desks::drawn(7);
    REQUIRE(desks.size() == 4);
    const std::vector<std::string> sites{"Branch 10", "Branch 2", "Branch 1", "Branch 2"};
    for (std::size_t i = 0; i < desks.size(); ++i) {
        desks[i].site = sites[i];
    }
    const tally::Report report = few_desks::joined(few_desks::months(desks)).report();
    REQUIRE(report.branches.size() == 3);
    CHECK(report.branches[0].site == "Branch 1");
    CHECK(report.branches[1].site == "Branch 2");
    CHECK(report.branches[2].site == "Branch 10");
}

TEST_CASE("A brute-force test over a joint report and its branches recovers no suppressed count") {
    std::size_t hidden = 0;
    for (std::uint32_t seed = 1; seed <= kSets; ++seed) {
        const tally::Report report = joined(months(few_desks::drawn(seed))).report();
        const attack::Outcome outcome =
            attack::run(report.evaluation.rows, rows_of(report.branches));
        hidden += outcome.hidden;
        CAPTURE(seed);
        CHECK(outcome.recovered.empty());
    }
    CHECK(hidden > 2'000); // There was something to recover.
}

TEST_CASE("The same attack recovers counts where branches only hide what is below 5") {
    std::size_t recovered = 0;
    for (std::uint32_t seed = 1; seed <= kSets; ++seed) {
        const auto desks = few_desks::drawn(seed);
        tally::Report report = joined(months(desks)).report();
        for (desk::Evaluation& branch : report.branches) {
            for (desk::Row& row : branch.rows) {
                row.figure = tally::suppress(
                    static_cast<int>(truth_of(row, truth_at(desks, branch.site, row.card))));
            }
        }
        recovered += attack::run(report.evaluation.rows, rows_of(report.branches)).recovered.size();
    }
    CHECK(recovered > 500);
}

TEST_CASE("Every exact figure of a branch is right, and what is under five is so") {
    for (std::uint32_t seed = 1; seed <= kSets; ++seed) {
        const auto desks = few_desks::drawn(seed);
        int wrong = 0;
        int exact = 0;
        for (const desk::Evaluation& branch : joined(months(desks)).report().branches) {
            for (const desk::Row& row : branch.rows) {
                const std::int64_t count = truth_of(row, truth_at(desks, branch.site, row.card));
                const bool small = count >= 1 && count < desk::kLeastShown;
                const bool right = row.figure.is_exact()
                                       ? row.figure.count() == count && !small
                                       : row.figure == Figure::withheld() || small;
                wrong += right ? 0 : 1;
                exact += row.figure.is_exact() ? 1 : 0;
            }
        }
        CAPTURE(seed);
        CHECK(wrong == 0);
        CHECK(exact > 0);
    }
}

TEST_CASE("A joint report's figures can be read again, and name branches nowhere") {
    const tally::Report report = joined(months(few_desks::drawn(3))).report();
    const std::string figures = figures_csv(report);
    const auto read = tally::read_report(figures, fairness_csv(report));
    if (!read) {
        FAIL(read.error());
    }
    CHECK(read->evaluation.rows == report.evaluation.rows);
    CHECK(read->evaluation.cards == report.evaluation.cards);
    CHECK(read->made == "2026-11-27");
    CHECK_FALSE(figures.contains("Hill"));
}

TEST_CASE("A desk's month counts once") {
    auto all = months(few_desks::drawn(1));
    Joint joint = joined(all);
    const std::string before = figures_csv(joint.report());
    Month again = all.front();
    again.head.site = "Elsewhere";
    CHECK(joint.add(again).error() == "The counts of the desk \"elm-front\" for " +
                                          tally::month_file_name(again.head.month).substr(7, 7) +
                                          " have come already, in another file.");
    CHECK(figures_csv(joint.report()) == before);
    CHECK(joint.report().branches.size() == 3);
}

TEST_CASE("Months that cannot have been counted are refused") {
    Joint joint(few_desks::today());
    CHECK(joint.add(empty_month("a", 2026y / 12)).error().contains("yet to come: 2026-12"));
    CHECK(joint.add(empty_month("a", 2016y / 12)).error().contains("ten years ago: 2016-12"));
    CHECK(joint.empty());
    CHECK(joint.add(empty_month("a", 2017y / 1)));
    CHECK(joint.add(empty_month("b", 2026y / 11)));
    CHECK_FALSE(joint.empty());
    const desk::Evaluation evaluation = joint.report().evaluation;
    CHECK(evaluation.first == desk::Quarter{.year = 2017, .number = 1});
    CHECK(evaluation.last == desk::Quarter{.year = 2026, .number = 4});
}

TEST_CASE("More parts of the day or counts than a report can hold are refused") {
    Joint joint(few_desks::today());
    Month many = empty_month("a", 2026y / 10);
    for (int i = 0; i < 60; ++i) {
        many.head.bands.push_back("band" + std::to_string(i));
    }
    CHECK(joint.add(many).error().contains("more than 60 parts of the day"));
    CHECK(joint.empty());
    Month busy = empty_month("b", 2026y / 10);
    busy.counts.counts.push_back({.month = busy.head.month,
                                  .band = "morning",
                                  .card = "calm",
                                  .detail = "tile",
                                  .n = 900'000'000});
    REQUIRE(joint.add(busy));
    busy.head.desk = "c";
    CHECK(joint.add(busy).error() == "The counts come to more than any library can have.");
    CHECK(joint.report().evaluation.find(Measure::opened, "calm") == Figure::exact(900'000'000));
}

TEST_CASE("A card is named as the latest month names it, and parts of the day are in its order") {
    Month before = empty_month("a", 2026y / 9);
    before.head.cards = {{.id = "calm", .title = "Peace", .code = cards::Code::green},
                         {.id = "gone", .title = "Gone", .code = cards::Code::red}};
    before.head.bands = {"early", "late"};
    Month after = empty_month("b", 2026y / 10);
    after.head.bands = {"morning", "late", "evening"};
    Month same = empty_month("c", 2026y / 10);
    same.head.cards.front().title = "Zen";
    for (const auto& order : {std::vector{before, after, same}, std::vector{same, after, before}}) {
        const desk::Evaluation it = joined(order).report().evaluation;
        CHECK(it.cards == std::vector<desk::NamedCard>{{"calm", "Calm", cards::Code::yellow},
                                                       {"gone", "Gone", cards::Code::red}});
        CHECK(it.bands == std::vector<std::string>{"morning", "late", "evening", "early"});
    }
}

TEST_CASE("Missing months are those from a desk's first to the latest of all") {
    Joint joint(few_desks::today());
    for (const auto& [desk, month] :
         {std::pair{"a", 3}, {"a", 4}, {"a", 8}, {"a", 10}, {"b", 9}, {"b", 10}, {"c", 9}}) {
        REQUIRE(joint.add(empty_month(desk, 2026y / month)));
    }
    const tally::Coverage coverage = joint.coverage();
    CHECK(coverage.desks == 3);
    CHECK(coverage.months == 7);
    CHECK(missing_lines(coverage, 20) ==
          std::vector<std::string>{"Elm Street, a: 2026-05 to 2026-07, 2026-09",
                                   "Elm Street, c: 2026-10"});
    CHECK(
        missing_lines(coverage, 1) ==
        std::vector<std::string>{"Elm Street, a: 2026-05 to 2026-07, 2026-09", "And 1 more desk."});
    CHECK(tally::sentence_of(coverage) == "Counts of 3 desks. There are 7 months of desks.");
}

TEST_CASE("Of many stretches of missing months the first few are named") {
    std::vector<std::chrono::year_month> every_other;
    for (int i = 0; i < 12; ++i) {
        every_other.push_back(2025y / std::chrono::January + std::chrono::months(2 * i));
    }
    CHECK(tally::in_words(every_other) == "2025-01, 2025-03, 2025-05, 2025-07 and 8 more months");
}
