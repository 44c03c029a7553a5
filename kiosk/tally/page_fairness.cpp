#include "tally/compare.h"
#include "tally/html.h"
#include "tally/page_pieces.h"
#include "tally/report_words.h"

#include <algorithm>

namespace tally::page {

namespace {

using desk::Finding;
using html::Table;

std::string sentence(const Page& page, const Finding& finding) {
    const auto where = [&](std::string_view name) {
        return finding.between_branches ? words::at_branch(name) : words::in_band(name);
    };
    const auto say =
        finding.what == desk::Compared::imposed ? words::imposed_differs : words::worse_differs;
    return say(page.title_of(finding.card), finding.high_count, finding.high_of,
               where(finding.high), where(finding.low), finding.low_count, finding.low_of);
}

std::string of_finding(const Page& page, const Finding& finding) {
    return html::element(
               "div",
               html::text_element("p", sentence(page, finding), "class=\"finding-words\"") +
                   html::text_element("p",
                                      words::test(finding.chi_squared, finding.degrees, finding.p,
                                                  finding.p_adjusted),
                                      "class=\"quiet\""),
               "class=\"finding\"") +
           "\n";
}

/// What the answers say: "yes", "to mend" or "open", each told apart by more than its word.
std::string answer_cell(cards::FairAnswer answer) {
    constexpr std::array<std::string_view, 3> kMarks{"", "✓ ", "! "};
    const auto index = static_cast<std::size_t>(answer);
    const std::string text =
        std::string(kMarks.at(index)).append(words::kFairAnswers.at(index).view());
    return answer == cards::FairAnswer::yes
               ? html::escaped(text)
               : html::text_element(answer == cards::FairAnswer::to_mend ? "b" : "span", text,
                                    answer == cards::FairAnswer::open ? "class=\"quiet\"" : "");
}

std::vector<std::string> status(const std::vector<desk::CardFairness>& fairness) {
    const auto due = static_cast<std::size_t>(
        std::ranges::count_if(fairness, [](const auto& it) { return it.overdue; }));
    const auto never = static_cast<std::size_t>(
        std::ranges::count_if(fairness, [](const auto& it) { return it.due.empty(); }));
    std::vector<std::string> lines{words::reviewed(fairness.size() - due, fairness.size())};
    if (due > 0) {
        lines.push_back(words::review_due(due) +
                        (never > 0 ? " " + words::never_whole(never) : ""));
    }
    const desk::CardFairness& next = fairness.front();
    lines.push_back(next.overdue ? words::next_due_now(next.card.title)
                                 : words::next_due(next.card.title, next.due));
    return lines;
}

} // namespace

std::string findings_section(const Page& page) {
    const desk::Evaluation& evaluation = page.evaluation();
    const std::string lead =
        evaluation.comparisons == 0 ? words::kNoComparisons.str()
        : evaluation.findings.empty()
            ? words::none_larger(evaluation.comparisons) + " " + words::kNoProof.str()
            : words::some_larger(evaluation.comparisons, evaluation.findings.size());
    std::string rest;
    for (const Finding& finding : evaluation.findings) {
        rest += of_finding(page, finding);
    }
    for (const desk::Evaluation& branch : page.report().branches) {
        if (!branch.findings.empty()) {
            rest += html::text_element("h3", words::at_one_branch(branch.site));
        }
        for (const Finding& finding : branch.findings) {
            rest += of_finding(page, finding);
        }
    }
    std::vector<std::string> caveats(words::kCaveats.begin(), words::kCaveats.end());
    caveats.push_back(words::false_alarms(kFalseAlarms));
    rest +=
        html::element("div", html::text_element("h3", words::kReadWithCare) + html::list(caveats),
                      "class=\"whole\"");
    return html::section(words::kFair, html::paragraph(lead), rest);
}

std::string review_section(const Page& page) {
    const std::vector<desk::CardFairness>& fairness = page.report().fairness;
    if (page.report().coverage) {
        return {}; // The reviews stay with the branches.
    }
    if (fairness.empty()) {
        return html::section(words::kReview, html::paragraph(words::kNoReviews));
    }
    Table table{.caption = words::kReviewTable,
                .heads = {html::escaped(words::kCard)},
                .lines = {},
                .kind = "figures review"};
    for (std::size_t i = 0; i < words::kFairHeads.size(); ++i) {
        table.heads.push_back(words::number(static_cast<std::int64_t>(i) + 1) + "<br>" +
                              html::escaped(words::kFairHeads.at(i)));
    }
    table.heads.push_back(html::escaped(words::kDue));
    for (const desk::CardFairness& it : fairness) {
        std::vector<std::string> line{card_head(it.card)};
        for (const cards::FairAnswer answer : it.review.answers) {
            line.push_back(answer_cell(answer));
        }
        line.push_back(it.overdue ? html::text_element("b", words::kNow) : html::escaped(it.due));
        table.lines.push_back(std::move(line));
    }
    const std::vector<std::string> questions(words::kFairQuestions.begin(),
                                             words::kFairQuestions.end());
    return html::section(words::kReview,
                         html::list(status(fairness)) + html::element("div",
                                                                      html::list(questions, true),
                                                                      "class=\"questions\""),
                         html::table(table));
}

} // namespace tally::page
