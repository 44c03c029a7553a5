#include "support.h"

#include "desk/fairness.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using cards::FairAnswer;
using cards::FairnessReview;
using desk_test::small_pack;

namespace {

constexpr auto kToday = std::chrono::year(2026) / 11 / 26;

FairnessReview answered(const std::string& date, FairAnswer answer = FairAnswer::yes) {
    FairnessReview review{.date = date, .answers = {}};
    review.answers.fill(answer);
    return review;
}

} // namespace

TEST_CASE("Every situation is to be reviewed, what was never whole first, then what is due first") {
    FairnessReview begun = answered("2026-11-20");
    begun.answers.back() = FairAnswer::open;
    const auto all = desk::fairness_of(small_pack(),
                                       {{"fine", answered("2026-02-28")}, {"yell", begun}}, kToday);
    REQUIRE(all.size() == 2);
    CHECK(all.front().card.id == "yell");
    CHECK(all.front().due.empty());
    CHECK(all.front().overdue);
    CHECK(all.back().card.id == "fine");
    CHECK(all.back().due == "2027-02-28");
    CHECK_FALSE(all.back().overdue);
}

TEST_CASE("A review is due again after a year, on that day") {
    const auto overdue = [](const std::string& date) {
        return desk::fairness_of(small_pack(), {{"fine", answered(date)}}, kToday).back().overdue;
    };
    CHECK_FALSE(overdue("2025-11-27"));
    CHECK(overdue("2025-11-26"));
    CHECK(overdue("2024-02-29"));
    CHECK(desk::fairness_of(small_pack(), {{"fine", answered("2024-02-29")}}, kToday).back().due ==
          "2025-02-28");
}

TEST_CASE("The later of the desk's answers and the file's stand") {
    cards::Pack pack = small_pack();
    for (cards::Card& card : pack.cards) {
        card.fairness = answered("2026-06-01", FairAnswer::to_mend);
    }
    const auto first = [&](const std::string& date) {
        const auto all = desk::fairness_of(pack, {{"fine", answered(date)}}, kToday);
        return std::ranges::find(all, "fine", [](const auto& it) { return it.card.id; })
            ->review.answers.front();
    };
    CHECK(first("2026-05-31") == FairAnswer::to_mend);
    CHECK(first("2026-06-01") == FairAnswer::yes);
}
