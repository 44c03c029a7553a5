#include "../../support/in_language.h"
#include "made_up.h"
#include "tally/report_page.h"

#include <catch2/catch_test_macros.hpp>
#include <cctype>
#include <set>
#include <string>

namespace {

using desk::Figure;
using desk::Measure;

/// What a person reads of a page: without its style, tags and what stands in them.
std::string read_aloud(std::string page) {
    page.erase(page.find("<style>"), page.find("</style>") - page.find("<style>"));
    std::string text;
    bool in_tag = false;
    for (const char c : page) {
        in_tag = c == '<' || (in_tag && c != '>');
        text += in_tag || c == '>' ? ' ' : c;
    }
    return text;
}

/// The numbers in a text, without commas.
std::multiset<std::string> numbers_in(const std::string& text) {
    std::multiset<std::string> numbers;
    std::string number;
    for (const char c : text + " ") {
        if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
            number += c;
        } else if (c != ',' && !number.empty()) {
            numbers.insert(number);
            number.clear();
        }
    }
    return numbers;
}

std::string titles(const std::string& page) {
    std::string all;
    for (std::size_t at = page.find("<h2>"); at != std::string::npos;
         at = page.find("<h2>", at + 1)) {
        all += page.substr(at + 4, page.find("</h2>", at) - at - 4) + "|";
    }
    return all;
}

/// One card with figures of each kind.
tally::Report small() {
    tally::Report report = made_up::empty();
    report.evaluation.cards = {{"a", "Sleeping", cards::Code::green}};
    report.evaluation.rows = {
        {.measure = Measure::opened, .card = "a", .figure = Figure::exact(8641)},
        {.measure = Measure::worse, .card = "a", .figure = Figure::under_five()},
        {.measure = Measure::stayed, .card = "a", .figure = Figure::withheld()},
        {.measure = Measure::ended, .card = "a", .figure = Figure::exact(733)},
        {.measure = Measure::imposed, .card = "a", .figure = Figure::exact(311)},
        {.measure = Measure::open_ended, .card = "a", .figure = Figure::exact(422)},
        {.measure = Measure::help, .card = "a", .figure = Figure::under_five()}};
    return report;
}

} // namespace

TEST_CASE("The page has each section in its order") {
    CHECK(titles(tally::report_page(made_up::busy())) ==
          "In short|Cards opened|What got worse|How it ended|How fast a card was found|Is it fair?|"
          "Fairness review|The plan|Searches that found nothing|");
    CHECK(titles(tally::report_page(made_up::empty())) ==
          titles(tally::report_page(made_up::busy())));
    CHECK(titles(tally::report_page(tally::merge(made_up::branches())))
              .starts_with("In short|The branches|Cards opened|"));
}

TEST_CASE("The page needs nothing besides itself and runs nothing") {
    for (const tally::Report& report : {made_up::busy(), tally::merge(made_up::branches())}) {
        const std::string page = tally::report_page(report);
        for (const char* word : {"http", "<script", "<link", "<img", "url(", "@import", "src="}) {
            CHECK_FALSE(page.contains(word));
        }
    }
}

TEST_CASE("Texts from a pack cannot become tags") {
    tally::Report report = made_up::busy();
    const std::string evil = "<script>alert(\"1\") & 'x'</script>";
    report.evaluation.site = report.evaluation.desk = report.evaluation.notice = evil;
    for (desk::NamedCard& card : report.evaluation.cards) {
        card.title = evil;
    }
    for (desk::CardFairness& it : report.fairness) {
        it.card.title = evil;
    }
    report.evaluation.bands.back() = evil;
    report.plan->missing = {evil};
    report.problems.front().text = report.problems.front().file = evil;
    report.evaluation.findings.front().high = evil;
    report.evaluation.rows.push_back(
        {.measure = Measure::missed, .value = evil, .figure = Figure::exact(9)});
    const std::string page = tally::report_page(report);
    CHECK_FALSE(page.contains("<script"));
    CHECK_FALSE(page.contains("alert(\""));
    CHECK(page.contains("&lt;script&gt;alert(&quot;1&quot;) &amp; &#39;x&#39;&lt;/script&gt;"));
}

TEST_CASE("A count that is not shown stands nowhere, and no number lets it be worked out") {
    const std::string page = tally::report_page(small());
    const auto numbers = numbers_in(read_aloud(page));
    CHECK(numbers.contains("8641"));
    CHECK(page.contains("how many of 8,641 visits went on to a more serious card is not shown"));
    // What is left of the visits, for each count that may be hidden.
    for (const char* number : {"8640", "8639", "8638", "8637"}) {
        CHECK_FALSE(numbers.contains(number));
    }
    CHECK(page.contains("42%"));
    CHECK(page.contains("311 of 733"));
}

TEST_CASE("Every number of a page's tables is one that the figures have, or a share of them") {
    tally::Report report = small();
    report.fairness.clear();
    report.plan.reset();
    std::string text = read_aloud(tally::report_page(report));
    // The numbers of the words themselves: limits, days and quarters.
    std::set<std::string> known{"5", "2", "10", "4", "2026", "11", "26", "100", "0"};
    for (const desk::Row& row : report.evaluation.rows) {
        known.insert(std::to_string(row.figure.count()));
    }
    known.insert("42");
    for (const std::string& number : numbers_in(text)) {
        CAPTURE(number);
        CHECK(known.contains(number));
    }
}

TEST_CASE("A share has a percentage only if both of its figures are exact") {
    tally::Report report = small();
    report.evaluation.rows.at(5).figure = Figure::withheld();
    CHECK_FALSE(read_aloud(tally::report_page(report)).contains('%'));
}

TEST_CASE("Figures of branches are joined as far as they are shown") {
    tally::Report one = small();
    tally::Report two = small();
    two.evaluation.rows.at(0).figure = Figure::under_five();
    const auto page = [](const std::vector<tally::Report>& branches) {
        return read_aloud(tally::report_page(tally::merge(branches)));
    };
    CHECK(page({one, two}).contains("At least 8,641 visits to cards were counted."));
    CHECK(page({one, one}).contains("17,282 visits to cards were counted."));
    // Two of under five may be more than five.
    CHECK_FALSE(page({two, two}).contains("At least 8"));
    tally::Report few = two;
    few.evaluation.rows.resize(1);
    CHECK(page({few, few}).contains("not shown"));
}

TEST_CASE("A finding is told in plain words, with its test and what it cannot say") {
    const std::string page = tally::report_page(made_up::busy());
    CHECK(page.contains(
        "On “Sleeping”, 35 of 100 endings in the evening were imposed; at midday 15 of 102."));
    CHECK(page.contains("χ² = 18.4, degrees of freedom 3, p less than 0.001"));
    CHECK(page.contains("A difference is no proof that something is unfair."));
    CHECK(page.contains("about one report in 100"));
}

TEST_CASE("Without findings the page says what was compared, and that it is no proof") {
    tally::Report report = made_up::busy();
    report.evaluation.findings.clear();
    CHECK(tally::report_page(report).contains("24 comparisons were made, and none showed"));
    CHECK(tally::report_page(report).contains("That is no proof of fairness"));
    report.evaluation.comparisons = 0;
    CHECK(tally::report_page(report).contains("There is too little to compare yet"));
}

TEST_CASE("The page says in which language it is") {
    CHECK(tally::report_page(made_up::busy()).contains("<html lang=\"en\">"));
    const InLanguage spanish("es");
    CHECK(tally::report_page(made_up::busy()).contains("<html lang=\"es\">"));
}

TEST_CASE("Each drawing and each table says in words what it shows") {
    for (const tally::Report& report : {made_up::busy(), tally::merge(made_up::branches())}) {
        const std::string page = tally::report_page(report);
        for (std::size_t at = page.find("<svg"); at != std::string::npos;
             at = page.find("<svg", at + 1)) {
            const std::string tag = page.substr(at, page.find('>', at) - at);
            CAPTURE(tag);
            CHECK((tag.contains("aria-hidden") ||
                   (tag.contains("role=\"img\"") && tag.contains("aria-label=\""))));
        }
        for (std::size_t at = page.find("<table"); at != std::string::npos;
             at = page.find("<table", at + 1)) {
            CHECK(page.substr(page.find('>', at) + 1).starts_with("<caption>"));
        }
        CHECK(page.contains("<th scope=\"col\">"));
        CHECK(page.contains("<th scope=\"row\">"));
    }
}
