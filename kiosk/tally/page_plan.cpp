#include "tally/html.h"
#include "tally/page_pieces.h"
#include "tally/report_words.h"

#include <algorithm>

namespace tally::page {

namespace {

std::string problems(const std::vector<cards::Problem>& problems) {
    constexpr std::size_t kMostShown = 40;
    html::Table table{.caption = words::kProblems,
                      .heads = {html::escaped(words::kWhere), html::escaped(words::kWhat)},
                      .lines = {},
                      .kind = "problems"};
    for (const cards::Problem& problem : problems) {
        if (table.lines.size() == kMostShown) {
            break;
        }
        table.lines.push_back(
            {html::escaped(problem.file.empty() ? words::kThePack.str()
                                                : words::place(problem.file, problem.line)),
             html::escaped(problem.text)});
    }
    return html::table(table) +
           (problems.size() > kMostShown
                ? html::paragraph(words::more_problems(problems.size() - kMostShown))
                : std::string());
}

} // namespace

std::string plan_section(const Page& page) {
    const Report& report = page.report();
    // The branches' plans and problems stay with the branches.
    if (page.is_joint()) {
        return {};
    }
    std::string rest;
    if (report.plan && !report.plan->missing.empty()) {
        rest += html::element(
            "div", html::text_element("h3", words::kWithoutCard) + html::list(report.plan->missing),
            "class=\"whole columns\"");
    }
    rest +=
        report.problems.empty() ? html::paragraph(words::kNoProblems) : problems(report.problems);
    return html::section(
        words::kPlan, html::paragraph(report.plan ? to_string(*report.plan) : words::kNoPlan.str()),
        rest);
}

std::string in_short_section(const Page& page) {
    using desk::Measure;
    const desk::Evaluation& evaluation = page.evaluation();
    std::vector<std::string> lines;
    const Total visits = page.total_of_code(Measure::opened);
    lines.push_back(words::visits(visits.count(), visits.is_whole() || visits.is_unknown()));
    if (std::string worse = worse_sentence(page, cards::Code::green); !worse.empty()) {
        lines.push_back(std::move(worse));
    }
    lines.push_back(evaluation.comparisons == 0
                        ? words::too_little()
                        : words::differences(evaluation.findings.size(), evaluation.comparisons));
    if (!page.report().fairness.empty()) {
        lines.push_back(words::review_due(static_cast<std::size_t>(std::ranges::count_if(
            page.report().fairness, [](const auto& it) { return it.overdue; }))));
    }
    if (page.report().plan) {
        lines.push_back(to_string(*page.report().plan));
    }
    if (!evaluation.counting) {
        lines.push_back(words::kNotCounting);
    }
    return html::element("section", html::text_element("h2", words::kInShort) + html::list(lines),
                         "class=\"in-short\"") +
           "\n";
}

} // namespace tally::page
