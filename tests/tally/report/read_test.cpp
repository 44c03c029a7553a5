#include "made_up.h"
#include "tally/report_files.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace {

using desk::Figure;
using desk::Measure;

std::string bytes_of(const tally::Report& report, std::string_view name) {
    for (cards::SourceFile& file : tally::write_report(report)) {
        if (file.path == name) {
            return std::move(file.bytes);
        }
    }
    return {};
}

std::expected<tally::Report, std::string> again(const tally::Report& report) {
    return tally::read_report(bytes_of(report, "figures.csv"), bytes_of(report, "fairness.csv"));
}

void check_same(const tally::Report& report) {
    const auto read = again(report);
    if (!read) {
        FAIL(read.error());
    }
    CHECK(read->made == report.made);
    CHECK(read->evaluation.site == report.evaluation.site);
    CHECK(read->evaluation.desk == report.evaluation.desk);
    CHECK(read->evaluation.first == report.evaluation.first);
    CHECK(read->evaluation.last == report.evaluation.last);
    CHECK(read->evaluation.bands == report.evaluation.bands);
    CHECK(read->evaluation.cards == report.evaluation.cards);
    CHECK(read->evaluation.rows == report.evaluation.rows);
    CHECK(read->fairness == report.fairness);
}

constexpr std::string_view kFigures =
    "site,desk,made,from,to,code,card,title,measure,value,band,count\r\n";
constexpr std::string_view kFairness =
    "card,title,code,date,conduct,needed,understood,hardest,another-way,due,overdue\r\n";

/// A line of figures.csv from its sixth column on.
std::string line(std::string_view rest) {
    return "Riverside,Desk,2026-11-26,2026-Q3,2026-Q4," + std::string(rest) + "\r\n";
}

/// The desk, a band and a card: what comes before a row.
std::string begun() {
    return std::string(kFigures) + line(",,,desk,,,") + line(",,,band,,evening,") +
           line("green,sleeping,Sleeping,card,,,");
}

} // namespace

TEST_CASE("A report is read as it was written") {
    check_same(made_up::busy());
    check_same(made_up::quiet());
    check_same(made_up::empty());
    for (const tally::Report& branch : made_up::branches()) {
        check_same(branch);
    }
    check_same(tally::merge(made_up::branches()));
}

TEST_CASE("Texts that mean something to CSV, HTML or a spreadsheet come back as they were") {
    tally::Report report = made_up::empty();
    report.evaluation.site = "=HYPERLINK(\"x\"), \"Main\"";
    report.evaluation.desk = "'@ease";
    report.evaluation.cards = {{"a", "<script>alert('1')</script>", cards::Code::green},
                               {"b", "-2 + \"3\", 'x'", cards::Code::blue}};
    report.evaluation.rows = {
        {.measure = Measure::opened, .card = "b", .figure = Figure::exact(17)},
        {.measure = Measure::missed, .value = "+lost", .figure = Figure::under_five()},
        {.measure = Measure::missed, .value = "", .figure = Figure::withheld()}};
    check_same(report);
}

TEST_CASE("Each kind of figure has its word") {
    tally::Report report = made_up::empty();
    report.evaluation.cards = {{"a", "A", cards::Code::red}};
    report.evaluation.rows = {
        {.measure = Measure::opened, .card = "a", .figure = Figure::exact(0)},
        {.measure = Measure::after, .card = "a", .figure = Figure::under_five()},
        {.measure = Measure::not_after, .card = "a", .figure = Figure::withheld()}};
    const std::string figures = bytes_of(report, "figures.csv");
    CHECK(figures.starts_with("\xEF\xBB\xBFsite,desk,made"));
    CHECK(figures.contains("red,a,A,opened,,,0\r\n"));
    CHECK(figures.contains("red,a,A,after,,,under 5\r\n"));
    CHECK(figures.contains("red,a,A,not-after,,,not shown\r\n"));
}

TEST_CASE("Figures that nobody would write are refused with their line") {
    struct Case {
        std::string bytes;
        std::string words; ///< In the sentence.
    };
    const std::string begin = begun();
    const std::string header(kFigures);
    const std::array cases{
        Case{"", "line 1: The first line has to be"},
        Case{header, "line 2: The line of the desk is missing"},
        Case{header + line(",,,band,,evening,"), "line 2: “band”"},
        Case{header + "Riverside,Desk,2026-02-30,2026-Q3,2026-Q4,,,,desk,,,\r\n",
             "line 2: “2026-02-30”"},
        Case{header + "Riverside,Desk,yesterday!,2026-Q3,2026-Q4,,,,desk,,,\r\n", "“yesterday!”"},
        Case{header + "Riverside,Desk,2026-11-26,2026-Q5,2026-Q4,,,,desk,,,\r\n", "“2026-Q5”"},
        Case{header + "Riverside,Desk,2026-11-26,2026-Q4,2026-Q3,,,,desk,,,\r\n", "“2026-Q3”"},
        Case{header + "Riverside,Desk,2026-11-26,0000-Q1,9999-Q4,,,,desk,,,\r\n", "“9999-Q4”"},
        Case{header + "River\x07side,Desk,2026-11-26,2026-Q3,2026-Q4,,,,desk,,,\r\n",
             "“River?side”"},
        Case{header + "\xFF,Desk,2026-11-26,2026-Q3,2026-Q4,,,,desk,,,\r\n", "“?”"},
        Case{header + std::string(121, 'x') + ",Desk,2026-11-26,2026-Q3,2026-Q4,,,,desk,,,\r\n",
             "column “site”"},
        Case{begin + "Hill,Desk,2026-11-26,2026-Q3,2026-Q4,,,,missed,,,0\r\n",
             "line 5: This line is of another branch"},
        Case{begin + line(",,,band,,midday,"), "line 5: “band”"},
        Case{begin + line("green,sleeping,Sleeping,card,,,"), "line 5: “sleeping”"},
        Case{begin + line("green,Bad Id,Sleeping,card,,,"), "“Bad Id”"},
        Case{begin + line("mauve,other,Other,card,,,"), "“mauve”"},
        Case{begin + line("Green,other,Other,card,,,"), "“Green”"},
        Case{begin + line("green,other,,card,,,"), "column “title”"},
        Case{begin + line("green,other,Other,card,,,7"), "“card”"},
        Case{begin + line("green,sleeping,Sleeping,counted,,,7"), "“counted”"},
        Case{begin + line("green,fight,Fight,opened,,,7"), "“fight”"},
        Case{begin + line("red,sleeping,Sleeping,opened,,,7"), "“red”"},
        Case{begin + line("green,sleeping,Snoring,opened,,,7"), "“Snoring”"},
        Case{begin + line(",,,opened,,,7"), "do not fit the measure “opened”"},
        Case{begin + line("green,sleeping,Sleeping,way,tile,,7"), "do not fit"},
        Case{begin + line("green,sleeping,Sleeping,opened,2025-Q4,,7"), "do not fit"},
        Case{begin + line("green,sleeping,Sleeping,opened,,evening,7"), "do not fit"},
        Case{begin + line("green,sleeping,Sleeping,worse,,night,7"), "do not fit"},
        Case{begin + line("green,sleeping,Sleeping,imposed,settled,,7"), "do not fit"},
        Case{begin + line("green,sleeping,Sleeping,imposed,suspended,evening,7"), "do not fit"},
        Case{begin + line("green,sleeping,Sleeping,step,0,,7"), "do not fit"},
        Case{begin + line("green,sleeping,Sleeping,step,01,,7"), "do not fit"},
        Case{begin + line(",,,way,tile,evening,7"), "do not fit"},
        Case{begin + line("green,sleeping,Sleeping,opened,,,3"), "“3”"},
        Case{begin + line("green,sleeping,Sleeping,opened,,,-7"), "“-7”"},
        Case{begin + line("green,sleeping,Sleeping,opened,,,07"), "“07”"},
        Case{begin + line("green,sleeping,Sleeping,opened,,,7.0"), "“7.0”"},
        Case{begin + line("green,sleeping,Sleeping,opened,,,"), "“”"},
        Case{begin + line("green,sleeping,Sleeping,opened,,,Under 5"), "“Under 5”"},
        Case{begin + line("green,sleeping,Sleeping,opened,,,99999999999999999999"), "“9999999"},
        Case{begin + line("green,sleeping,Sleeping,opened,,,1000000001"), "“1000000001”"},
        Case{begin + line("green,sleeping,Sleeping,opened,,,7") +
                 line("green,sleeping,Sleeping,opened,,,8"),
             "line 6: An earlier line counts the same"},
        Case{begin + line("green,sleeping,Sleeping,opened,,,7") + line("blue,late,Late,card,,,"),
             "line 6: “card”"},
    };
    for (const Case& it : cases) {
        CAPTURE(it.bytes.substr(it.bytes.size() > 90 ? it.bytes.size() - 90 : 0));
        const auto read = tally::read_report(it.bytes, kFairness);
        REQUIRE_FALSE(read);
        CAPTURE(read.error(), it.words);
        CHECK(read.error().starts_with("figures.csv, line "));
        CHECK(read.error().contains(it.words));
    }
    CHECK(tally::read_report(begin + line("green,sleeping,Sleeping,opened,,,5"), kFairness));
}

TEST_CASE("Reviews that nobody would write are refused with their line") {
    struct Case {
        std::string line;
        std::string words; ///< In the sentence.
    };
    const std::array cases{
        Case{"a,A,green,2026-05-04,yes,yes,yes,yes,yes,2027-05-04\r\n", "has to have 11 fields"},
        Case{"A!,A,green,,open,open,open,open,open,,yes\r\n", "“A!”"},
        Case{"a,,green,,open,open,open,open,open,,yes\r\n", "column “title”"},
        Case{"a,A,pink,,open,open,open,open,open,,yes\r\n", "“pink”"},
        Case{"a,A,green,2026-13-01,open,open,open,open,open,,yes\r\n", "“2026-13-01”"},
        Case{"a,A,green,,open,maybe,open,open,open,,yes\r\n",
             "“maybe” is nothing that the column “needed”"},
        Case{"a,A,green,,open,open,open,open,open,soon,yes\r\n", "“soon”"},
        Case{"a,A,green,,open,open,open,open,open,,1\r\n", "“1”"},
    };
    for (const Case& it : cases) {
        const auto read = tally::read_report(begun(), std::string(kFairness) + it.line);
        REQUIRE_FALSE(read);
        CAPTURE(read.error(), it.words);
        CHECK(read.error().starts_with("fairness.csv, line 2: "));
        CHECK(read.error().contains(it.words));
    }
    const std::string good = "a,A,green,,open,open,open,open,open,,yes\r\n";
    CHECK(tally::read_report(begun(), std::string(kFairness) + good));
    const auto twice = tally::read_report(begun(), std::string(kFairness) + good + good);
    REQUIRE_FALSE(twice);
    CHECK(twice.error().starts_with("fairness.csv, line 3: "));
}

TEST_CASE("A file that is cut off or damaged anywhere is read or refused, and nothing else") {
    const tally::Report report = made_up::quiet();
    const std::string figures = bytes_of(report, "figures.csv");
    const std::string fairness = bytes_of(made_up::empty(), "fairness.csv");
    std::size_t refused = 0;
    for (std::size_t at = 0; at < figures.size(); at += 7) {
        refused += !tally::read_report(figures.substr(0, at), fairness);
        std::string damaged = figures;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
        refused += !tally::read_report(damaged, fairness);
    }
    CHECK(refused > figures.size() / 7);
}
