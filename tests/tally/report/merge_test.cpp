#include "made_up.h"

#include <catch2/catch_test_macros.hpp>

namespace {

using desk::Figure;
using desk::Measure;

tally::Report branch(std::string site, std::vector<desk::Row> rows) {
    tally::Report report;
    report.made = "2026-11-26";
    report.evaluation.site = std::move(site);
    report.evaluation.first = report.evaluation.last = {.year = 2026, .number = 4};
    report.evaluation.bands = {"midday", "evening"};
    report.evaluation.cards = {{"a", "A", cards::Code::green}, {"b", "B", cards::Code::green}};
    report.evaluation.rows = std::move(rows);
    return report;
}

desk::Row row(Measure measure, std::string card, Figure figure, std::string value = {}) {
    return {
        .measure = measure, .card = std::move(card), .value = std::move(value), .figure = figure};
}

tally::Report merged(std::vector<tally::Report> branches) {
    return tally::merge(branches);
}

} // namespace

TEST_CASE("A figure of several branches is their sum if all are exact") {
    const tally::Report joint =
        merged({branch("One", {row(Measure::opened, "a", Figure::exact(20))}),
                branch("Two", {row(Measure::opened, "a", Figure::exact(0))}),
                branch("Three", {row(Measure::opened, "a", Figure::exact(7))})});
    CHECK(joint.evaluation.rows == std::vector{row(Measure::opened, "a", Figure::exact(27))});
    CHECK(joint.evaluation.site == "3 branches");
    CHECK(joint.made == "2026-11-26");
    REQUIRE(joint.branches.size() == 3);
    CHECK(joint.branches.at(2).rows.front().figure == Figure::exact(7));
}

TEST_CASE("A figure is withheld if a branch does not show its part") {
    for (const Figure hidden : {Figure::under_five(), Figure::withheld()}) {
        const tally::Report joint =
            merged({branch("One", {row(Measure::opened, "a", Figure::exact(20))}),
                    branch("Two", {row(Measure::opened, "a", hidden)})});
        CHECK(joint.evaluation.rows.front().figure == Figure::withheld());
    }
}

TEST_CASE("A branch without a row has counted none only if it has nothing of that card") {
    const desk::Row worse = row(Measure::worse, "a", Figure::exact(9));
    const auto figure = [&](const tally::Report& other) {
        return merged({branch("One", {worse}), other}).evaluation.find(Measure::worse, "a");
    };
    CHECK(figure(branch("Two", {})) == Figure::exact(9));
    CHECK(figure(branch("Two", {row(Measure::opened, "b", Figure::exact(30))})) ==
          Figure::exact(9));
    CHECK(figure(branch("Two", {row(Measure::opened, "a", Figure::exact(30))})) ==
          Figure::withheld());
}

TEST_CASE("What is of no card is looked at by its measure") {
    const desk::Row way = row(Measure::way, "", Figure::exact(9), "tile");
    const auto figure = [&](const tally::Report& other) {
        return merged({branch("One", {way}), other}).evaluation.find(Measure::way, "", "tile");
    };
    CHECK(figure(branch("Two", {row(Measure::missed, "", Figure::exact(30))})) == Figure::exact(9));
    CHECK(figure(branch("Two", {row(Measure::way, "", Figure::exact(30), "key")})) ==
          Figure::withheld());
}

TEST_CASE("Rows of different values and bands stay apart") {
    desk::Row evening = row(Measure::worse, "a", Figure::exact(5));
    evening.band = "evening";
    const desk::Row all = row(Measure::worse, "a", Figure::exact(8));
    const tally::Report joint =
        merged({branch("One", {all, evening}), branch("Two", {all, evening})});
    CHECK(joint.evaluation.find(Measure::worse, "a") == Figure::exact(16));
    CHECK(joint.evaluation.find(Measure::worse, "a", "", "evening") == Figure::exact(10));
}

TEST_CASE("Cards, bands and quarters are those of all branches") {
    tally::Report one = branch("One", {});
    tally::Report two = branch("Two", {});
    one.evaluation.cards = {{"b", "B", cards::Code::green}, {"z", "Z", cards::Code::red}};
    two.evaluation.cards = {{"a", "A", cards::Code::green}, {"b", "Bee", cards::Code::green}};
    two.evaluation.bands = {"night", "evening"};
    two.evaluation.first = {.year = 2025, .number = 2};
    two.made = "2026-12-01";
    const tally::Report joint = merged({one, two});
    CHECK(joint.evaluation.cards == std::vector<desk::NamedCard>{{"a", "A", cards::Code::green},
                                                                 {"b", "B", cards::Code::green},
                                                                 {"z", "Z", cards::Code::red}});
    CHECK(joint.evaluation.bands == std::vector<std::string>{"midday", "evening", "night"});
    CHECK(joint.evaluation.first == desk::Quarter{.year = 2025, .number = 2});
    CHECK(joint.evaluation.last == desk::Quarter{.year = 2026, .number = 4});
    CHECK(joint.made == "2026-12-01");
}

TEST_CASE("A card's fairness is that of the branch that is most overdue") {
    const auto review = [](std::string card, std::string due, bool overdue) {
        desk::CardFairness it;
        it.card = {.id = card, .title = card, .code = cards::Code::green};
        it.due = std::move(due);
        it.overdue = overdue;
        return it;
    };
    tally::Report one = branch("One", {});
    tally::Report two = branch("Two", {});
    one.fairness = {review("b", "2026-01-05", true), review("a", "2027-06-01", false),
                    review("c", "2027-02-01", false)};
    two.fairness = {review("b", "", true), review("a", "2026-03-01", true)};
    CHECK(merged({one, two}).fairness == std::vector{review("b", "", true),
                                                     review("a", "2026-03-01", true),
                                                     review("c", "2027-02-01", false)});
}

TEST_CASE("Nothing joined is nothing, and one branch is as it was") {
    CHECK(tally::merge({}).evaluation.rows.empty());
    const std::vector one{made_up::busy()};
    CHECK(tally::merge(one).evaluation.cards == one.front().evaluation.cards);
    for (const desk::Row& it : tally::merge(one).evaluation.rows) {
        const auto before = one.front().evaluation.find(it.measure, it.card, it.value, it.band);
        CHECK((it.figure == before || it.figure == Figure::withheld()));
    }
}

TEST_CASE("A sum that no number can hold is withheld") {
    std::vector<tally::Report> many(
        200, branch("One", {row(Measure::opened, "a", Figure::exact(20'000'000))}));
    CHECK(tally::merge(many).evaluation.rows.front().figure == Figure::withheld());
}
