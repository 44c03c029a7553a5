#include "tally/compare.h"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <tuple>
#include <vector>

using Catch::Approx;
using desk::Compared;
using desk::Evaluation;
using desk::Figure;
using desk::Finding;
using desk::Measure;
using tally::compare_bands;
using tally::compare_branches;

namespace {

Figure shown(int count) {
    return count < 0 ? Figure::withheld() : Figure::exact(count);
}

/// One with bands "morning", "noon" and "evening", and no rows.
Evaluation empty(const std::string& site = "Elm Street") {
    return {.site = site, .bands = {"morning", "noon", "evening"}};
}

/// Adds a card whose endings are as given; -1 is a figure that is withheld.
void add_imposed(Evaluation& evaluation, const std::string& card, const std::string& band,
                 int imposed, int open_ended) {
    if (std::ranges::find(evaluation.cards, card, &desk::NamedCard::id) == evaluation.cards.end()) {
        evaluation.cards.push_back({.id = card, .title = card});
    }
    evaluation.rows.push_back(
        {.measure = Measure::imposed, .card = card, .band = band, .figure = shown(imposed)});
    evaluation.rows.push_back(
        {.measure = Measure::open_ended, .card = card, .band = band, .figure = shown(open_ended)});
}

/// Three comparisons: of the first two alone p is 0.00041 and 0.0046, and the last is even.
Evaluation three() {
    Evaluation evaluation = empty();
    add_imposed(evaluation, "first", "morning", 10, 90);
    add_imposed(evaluation, "first", "evening", 30, 70);
    add_imposed(evaluation, "second", "morning", 15, 85);
    add_imposed(evaluation, "second", "evening", 32, 68);
    add_imposed(evaluation, "even", "morning", 20, 80);
    add_imposed(evaluation, "even", "evening", 20, 80);
    return evaluation;
}

} // namespace

TEST_CASE("A difference between bands is found by Pearson's chi-squared test") {
    Evaluation evaluation = empty();
    add_imposed(evaluation, "calm", "morning", 10, 90);
    add_imposed(evaluation, "calm", "evening", 30, 70);
    compare_bands(evaluation);
    REQUIRE(evaluation.findings.size() == 1);
    // 40 of 200: 20 and 80 are expected of each band, and each is 10 off:
    // 100 / 20 + 100 / 20 + 100 / 80 + 100 / 80 = 12.5. A table of the distribution has p =
    // 0.000407 for that at one degree of freedom.
    const Finding& finding = evaluation.findings.front();
    CHECK(finding.chi_squared == Approx(12.5));
    CHECK(finding.degrees == 1);
    CHECK(finding.p == Approx(0.000407).epsilon(0.001));
    CHECK(finding.p_adjusted == finding.p);
    CHECK(finding.what == Compared::imposed);
    CHECK(finding.card == "calm");
    CHECK(finding.high == "evening");
    CHECK(finding.high_of == 100);
    CHECK(finding.high_count == 30);
    CHECK(finding.low == "morning");
    CHECK(finding.low_of == 100);
    CHECK(finding.low_count == 10);
}

TEST_CASE("Visits that went on to a more serious card are compared, too") {
    Evaluation evaluation = empty();
    evaluation.cards = {{.id = "calm"}};
    for (const auto& [band, worse, stayed] :
         {std::tuple{"morning", 10, 90}, {"noon", 30, 70}, {"evening", 20, 80}}) {
        evaluation.rows.push_back({Measure::worse, "calm", "", band, Figure::exact(worse)});
        evaluation.rows.push_back({Measure::stayed, "calm", "", band, Figure::exact(stayed)});
    }
    compare_bands(evaluation);
    REQUIRE(evaluation.findings.size() == 1);
    const Finding& finding = evaluation.findings.front();
    CHECK(finding.what == Compared::worse);
    CHECK(finding.high == "noon");
    CHECK(finding.low == "morning");
    // The same as above with a band that is as expected; two degrees have p = exp(-12.5 / 2).
    CHECK(finding.chi_squared == Approx(12.5));
    CHECK(finding.degrees == 2);
    CHECK(finding.p == Approx(0.00193045));
}

TEST_CASE("The more there is to compare, the larger a difference has to be") {
    Evaluation evaluation = three();
    compare_bands(evaluation);
    CHECK(evaluation.comparisons == 3);
    REQUIRE(evaluation.findings.size() == 2);
    CHECK(evaluation.findings[0].card == "first");
    CHECK(evaluation.findings[0].p_adjusted == Approx(3 * evaluation.findings[0].p));
    // Three times this would be too much, but it is the second of three.
    CHECK(evaluation.findings[1].card == "second");
    CHECK(evaluation.findings[1].p == Approx(0.00458).epsilon(0.001));
    CHECK(evaluation.findings[1].p_adjusted == Approx(2 * evaluation.findings[1].p));

    add_imposed(evaluation, "another", "morning", 20, 80);
    add_imposed(evaluation, "another", "evening", 20, 80);
    compare_bands(evaluation);
    CHECK(evaluation.comparisons == 4);
    CHECK(evaluation.findings.size() == 1);
}

TEST_CASE("A difference of less than five points is no finding, however certain") {
    Evaluation evaluation = empty();
    add_imposed(evaluation, "calm", "morning", 10'000, 90'000);
    add_imposed(evaluation, "calm", "evening", 14'900, 85'100);
    compare_bands(evaluation);
    CHECK(evaluation.comparisons == 1);
    CHECK(evaluation.findings.empty());
}

TEST_CASE("Nothing is compared where fewer than five are expected") {
    Evaluation evaluation = empty();
    add_imposed(evaluation, "calm", "morning", 0, 90); // 4.74 imposed expected, of 9 in 171.
    add_imposed(evaluation, "calm", "evening", 9, 72);
    compare_bands(evaluation);
    CHECK(evaluation.comparisons == 0);
    CHECK(evaluation.findings.empty());
}

TEST_CASE("A band of which something is withheld is left out, and so is one with nothing in it") {
    Evaluation evaluation = empty();
    add_imposed(evaluation, "calm", "morning", 10, 90);
    add_imposed(evaluation, "calm", "noon", -1, 900);
    add_imposed(evaluation, "calm", "evening", 30, 70);
    add_imposed(evaluation, "safe", "morning", 10, 90);
    add_imposed(evaluation, "safe", "noon", 0, 0);
    add_imposed(evaluation, "safe", "evening", 30, 70);
    add_imposed(evaluation, "help", "morning", 10, -1);
    add_imposed(evaluation, "help", "evening", 30, 70);
    compare_bands(evaluation);
    CHECK(evaluation.comparisons == 2); // "help" has one band left.
    REQUIRE(evaluation.findings.size() == 2);
    CHECK(evaluation.findings[0].degrees == 1);
    CHECK(evaluation.findings[1].degrees == 1);
}

TEST_CASE("Comparing again replaces what was found before") {
    Evaluation evaluation = three();
    compare_bands(evaluation);
    const Evaluation once = evaluation;
    compare_bands(evaluation);
    CHECK(evaluation.findings == once.findings);
    CHECK(evaluation.comparisons == once.comparisons);
}

TEST_CASE("Branches are compared, and judged together with the bands") {
    Evaluation elm = empty("Elm Street");
    Evaluation oak = empty("Oak Hill");
    const Evaluation far = empty("Far End"); // Shows nothing of the card.
    add_imposed(elm, "calm", "", 30, 70);
    add_imposed(oak, "calm", "", 10, 90);
    Evaluation joint = three();
    compare_branches(joint, std::vector{elm, oak, far});
    CHECK(joint.comparisons == 4);
    REQUIRE(joint.findings.size() == 3);
    const auto found = std::ranges::find(joint.findings, true, &Finding::between_branches);
    REQUIRE(found != joint.findings.end());
    CHECK(found->card == "calm");
    CHECK(found->high == "Elm Street");
    CHECK(found->low == "Oak Hill");
    CHECK(found->chi_squared == Approx(12.5));
    CHECK(found->p_adjusted == Approx(4 * found->p));
}

TEST_CASE("Of many branches, those are left out of which few are expected") {
    // Of all, one in ten: of 49 fewer than five are expected, of 50 there are five.
    Evaluation joint = empty("All");
    add_imposed(joint, "calm", "", 300, 2700);
    std::vector<Evaluation> branches;
    for (int i = 0; i < 6; ++i) {
        branches.push_back(empty("Large " + std::to_string(i)));
        add_imposed(branches.back(), "calm", "", 40 + i, 360 - i);
    }
    branches.push_back(empty("Enough"));
    add_imposed(branches.back(), "calm", "", 5, 45);
    const auto degrees = [&] {
        Evaluation compared = joint;
        compare_branches(compared, branches);
        REQUIRE(compared.comparisons == 1);
        return compared.findings.empty() ? 0 : compared.findings.front().degrees;
    };
    CHECK(degrees() == 0); // All are even.
    branches.back().rows.clear();
    add_imposed(branches.back(), "calm", "", 25, 25);
    CHECK(degrees() == 6);
    branches.push_back(empty("Small"));
    add_imposed(branches.back(), "calm", "", 25, 24);
    CHECK(degrees() == 6);
    branches.back().rows.clear();
    add_imposed(branches.back(), "calm", "", 0, 10); // Would keep all others from being compared.
    CHECK(degrees() == 6);
    // Where the share of all is not shown, none is left out.
    joint.rows.clear();
    Evaluation compared = joint;
    compare_branches(compared, branches);
    CHECK(compared.comparisons == 0);
}
