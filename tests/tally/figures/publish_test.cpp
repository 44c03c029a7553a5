#include "tally/publish.h"

#include "few_counts.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace std::chrono_literals;
using desk::Ending;
using desk::Figure;
using desk::Measure;
using desk::Way;
using few_counts::add;

namespace {

const std::chrono::year_month kWinter = 2026y / std::chrono::February;
const std::chrono::year_month kSummer = 2026y / std::chrono::August;

desk::Visit visit(std::chrono::year_month month, const std::string& band) {
    return {.card = "calm", .when = {.month = month, .band = band}};
}

desk::Ended ended(Ending ending, const std::string& band, bool help) {
    return {
        .card = "calm", .when = {.month = kSummer, .band = band}, .ending = ending, .help = help};
}

/// 60 visits to "calm": 20 in the first quarter and 40 in the third, 9 with a worse card; 30
/// endings.
tally::Counts by_hand() {
    tally::Counts counts;
    desk::Visit plain = visit(kWinter, "morning");
    plain.way = Way::tile;
    plain.took = 1500ms;
    add(counts, plain, 20);
    desk::Visit evening = visit(kSummer, "evening");
    evening.way = Way::search;
    evening.took = 6s;
    evening.steps = {0, 2};
    add(counts, evening, 31);
    desk::Visit worse = visit(kSummer, "evening");
    worse.way = Way::link;
    worse.worse = true;
    worse.after = true;
    add(counts, worse, 9);
    add(counts, ended(Ending::settled, "morning", false), 12);
    add(counts, ended(Ending::left, "evening", false), 8);
    add(counts, ended(Ending::suspended, "evening", true), 10);
    counts.missed = {{.month = kWinter, .words = "", .n = 7},
                     {.month = kWinter, .words = "loud music", .n = 3},
                     {.month = kSummer, .words = "loud music", .n = 3},
                     {.month = kSummer, .words = "charger", .n = 2}};
    return counts;
}

} // namespace

TEST_CASE("Figures are those of the counts") {
    const desk::Evaluation it = publish(by_hand(), few_counts::published());
    const auto is = [&](int count, Measure measure, std::string_view value = {},
                        std::string_view band = {}, std::string_view card = "calm") {
        CAPTURE(to_string(measure), value, band, count);
        CHECK(it.find(measure, card, value, band) == Figure::exact(count));
    };
    is(60, Measure::opened);
    is(20, Measure::opened, "2026-Q1");
    is(0, Measure::opened, "2026-Q2");
    is(40, Measure::opened, "2026-Q3");
    is(9, Measure::worse);
    is(0, Measure::worse, "", "morning");
    is(9, Measure::worse, "", "evening");
    is(51, Measure::stayed);
    is(20, Measure::stayed, "", "morning");
    is(31, Measure::stayed, "", "evening");
    is(9, Measure::after);
    is(51, Measure::not_after);
    is(31, Measure::step, "1");
    is(29, Measure::not_step, "1");
    is(31, Measure::step, "3");
    is(30, Measure::ended);
    is(20, Measure::open_ended);
    is(12, Measure::open_ended, "settled");
    is(0, Measure::open_ended, "agreed-to-differ");
    is(8, Measure::open_ended, "", "evening");
    is(10, Measure::imposed);
    is(10, Measure::imposed, "suspended");
    is(0, Measure::imposed, "", "morning");
    is(10, Measure::help);
    is(20, Measure::no_help);
    is(20, Measure::way, "tile", "", "");
    is(20, Measure::way, "tile", "under-2-s", "");
    is(31, Measure::way, "search", "under-10-s", "");
    is(0, Measure::way, "key", "", "");
    is(7, Measure::missed, "", "", "");
    is(6, Measure::missed, "loud music", "", "");
    CHECK(it.find(Measure::missed, "", "charger") == Figure::under_five());
    CHECK_FALSE(it.find(Measure::way, "", "link"));
    CHECK_FALSE(it.find(Measure::step, "calm", "2"));
    CHECK(it.site == "Elm Street");
    CHECK(it.desk == "Front");
    CHECK(it.bands == std::vector<std::string>{"morning", "evening"});
    CHECK(it.comparisons == 0);
    CHECK(it.findings.empty());
}

TEST_CASE("What is not exact is not split further") {
    tally::Counts counts;
    add(counts, visit(kWinter, "morning"), 4);
    desk::Evaluation it = publish(counts, few_counts::published());
    CHECK(it.find(Measure::opened, "calm") == Figure::under_five());
    CHECK_FALSE(it.find(Measure::opened, "calm", "2026-Q1"));
    CHECK_FALSE(it.find(Measure::stayed, "calm"));

    desk::Visit worse = visit(kSummer, "morning");
    worse.worse = true;
    add(counts, worse, 3);
    it = publish(counts, few_counts::published());
    CHECK(it.find(Measure::opened, "calm") == Figure::exact(7));
    CHECK(it.find(Measure::opened, "calm", "2026-Q1") == Figure::withheld());
    CHECK(it.find(Measure::worse, "calm") == Figure::withheld());
    CHECK(it.find(Measure::stayed, "calm") == Figure::withheld());
    CHECK_FALSE(it.find(Measure::stayed, "calm", "", "morning"));
}

TEST_CASE("Ways do not count the cards whose visits are not shown, so that none can be taken out") {
    tally::Counts counts;
    desk::Visit other = visit(kSummer, "morning");
    other.took = 1s;
    add(counts, other, 5);
    other.card = "help";
    add(counts, other, 4);
    const desk::Evaluation it = publish(counts, few_counts::published());
    CHECK(it.find(Measure::opened, "help") == Figure::under_five());
    CHECK(it.find(Measure::way, "", to_string(other.way)) == Figure::exact(5));
}

TEST_CASE("Of quarters, the oldest is withheld for the sake of another") {
    tally::Counts counts;
    add(counts, visit(kWinter, "morning"), 20);
    add(counts, visit(2026y / std::chrono::May, "morning"), 3);
    add(counts, visit(kSummer, "morning"), 10);
    const desk::Evaluation it = publish(counts, few_counts::published());
    CHECK(it.find(Measure::opened, "calm", "2026-Q1") == Figure::withheld());
    CHECK(it.find(Measure::opened, "calm", "2026-Q2") == Figure::under_five());
    CHECK(it.find(Measure::opened, "calm", "2026-Q3") == Figure::exact(10));
}

TEST_CASE("What was counted before the first quarter or after the last is left out") {
    tally::Counts counts = by_hand();
    const auto before = publish(counts, few_counts::published());
    add(counts, visit(2025y / std::chrono::December, "night"), 50);
    add(counts, visit(2026y / std::chrono::October, "night"), 50);
    counts.missed.push_back({.month = 2026y / std::chrono::October, .words = "", .n = 50});
    const auto after = publish(counts, few_counts::published());
    CHECK(after.rows == before.rows);
    CHECK(after.bands == before.bands);
}

TEST_CASE("A card that is gone from the cards in use keeps its figures, by its id") {
    tally::Counts counts = by_hand();
    add(counts,
        desk::Visit{.card = "gone",
                    .code = cards::Code::yellow,
                    .when = {.month = kWinter, .band = "morning"}},
        6);
    const desk::Evaluation it = publish(counts, few_counts::published());
    CHECK(it.cards == std::vector<desk::NamedCard>{{"calm", "Calm", cards::Code::yellow},
                                                   {"gone", "gone", cards::Code::yellow},
                                                   {"safe", "Safe", cards::Code::red}});
    CHECK(it.find(Measure::opened, "gone") == Figure::exact(6));
}

TEST_CASE("A card in use that nobody opened is shown as such") {
    const desk::Evaluation it = publish(by_hand(), few_counts::published());
    CHECK(it.find(Measure::opened, "safe") == Figure::exact(0));
    CHECK(std::ranges::count(it.rows, "safe", &desk::Row::card) == 1);
}

TEST_CASE("A band that is not in use any more comes after the others") {
    tally::Counts counts = by_hand();
    add(counts, visit(kWinter, "night"), 6);
    const desk::Evaluation it = publish(counts, few_counts::published());
    CHECK(it.bands == std::vector<std::string>{"morning", "evening", "night"});
    CHECK(it.find(Measure::stayed, "calm", "", "night") == Figure::exact(6));
}

TEST_CASE("Counts that cannot be do no harm") {
    tally::Counts counts;
    const desk::Visit plain = visit(kWinter, "morning");
    add(counts, plain, 6);
    tally::Count odd = counts.counts.front();
    odd.what = tally::What::worse;
    odd.n = 8; // More than were opened.
    counts.counts.push_back(odd);
    odd.what = tally::What::ended;
    odd.detail = "no-such-ending";
    counts.counts.push_back(odd);
    odd.what = tally::What::reached;
    counts.counts.push_back(odd);
    odd.what = tally::What::step;
    odd.n = -1;
    counts.counts.push_back(odd);
    const desk::Evaluation it = publish(counts, few_counts::published());
    CHECK(it.find(Measure::worse, "calm") == Figure::exact(6));
    CHECK(it.find(Measure::stayed, "calm") == Figure::exact(0));
    CHECK(it.find(Measure::ended, "calm") == Figure::exact(0));
}
