#include "tally/html.h"
#include "tally/page_pieces.h"
#include "tally/report_words.h"

#include <algorithm>
#include <span>

namespace tally::page {

namespace {

using desk::Measure;
using html::Table;

/// The names of the branches; with the desk's where one site has several.
std::vector<std::string> names(const Page& page) {
    std::vector<std::string> names;
    for (const Rows& branch : page.branches()) {
        const desk::Evaluation& evaluation = branch.evaluation();
        const bool several = std::ranges::count(page.report().branches, evaluation.site,
                                                &desk::Evaluation::site) > 1;
        names.push_back(several ? words::titled(evaluation.site, evaluation.desk)
                                : evaluation.site);
    }
    return names;
}

/// What one branch has of all cards together.
Total total_of(const Rows& branch, Measure measure) {
    Total total;
    for (const desk::NamedCard& card : branch.evaluation().cards) {
        if (branch.has(card.id)) {
            total.add(branch.find(measure, card.id));
        }
    }
    return total;
}

std::string overview(const Page& page, std::span<const std::string> names) {
    Table table{.caption = words::kBranchTable, .heads = {}, .lines = {}, .kind = "figures shares"};
    for (const words::Message& head :
         {words::kBranch, words::kVisits, words::kWentOn, words::kToldOf, words::kImposedHead}) {
        table.heads.push_back(html::escaped(head));
    }
    const bool has_help = !page.report().coverage; // See branch_split.h.
    if (has_help) {
        table.heads.push_back(html::escaped(words::kHelpCalled));
    }
    for (std::size_t i = 0; i < page.branches().size(); ++i) {
        const Rows& branch = page.branches().at(i);
        const auto of = [&](Measure measure) { return total_of(branch, measure); };
        table.lines.push_back({html::escaped(names[i]), cell(of(Measure::opened)),
                               share_cell(of(Measure::worse), of(Measure::stayed)),
                               cell(of(Measure::ended)),
                               share_cell(of(Measure::imposed), of(Measure::open_ended))});
        if (has_help) {
            table.lines.back().push_back(share_cell(of(Measure::help), of(Measure::no_help)));
        }
    }
    return html::table(table);
}

/// Visits of each card, for as many branches as have room beside each other. Of more branches than
/// anybody would look through there is a sentence in their place.
std::string by_card(const Page& page, std::span<const std::string> names) {
    constexpr std::size_t kMostTables = 6;
    if (names.size() > kMostTables * kMostColumns) {
        return html::paragraph(words::no_branch_cards(kMostTables * kMostColumns, names.size()));
    }
    std::string tables;
    for (std::size_t from = 0; from < names.size(); from += kMostColumns) {
        const std::size_t to = std::min(from + kMostColumns, names.size());
        Table table{.caption = words::kBranchCards,
                    .heads = {html::escaped(words::kCard)},
                    .lines = {},
                    .kind = "figures"};
        for (std::size_t i = from; i < to; ++i) {
            table.heads.push_back(html::escaped(names[i]));
        }
        for (const desk::NamedCard& card : page.evaluation().cards) {
            std::vector<std::string> line{card_head(card)};
            for (std::size_t i = from; i < to; ++i) {
                line.push_back(cell(page.branches().at(i).find(Measure::opened, card.id)));
            }
            table.lines.push_back(std::move(line));
        }
        tables += html::table(table);
    }
    return tables;
}

} // namespace

std::string branches_section(const Page& page) {
    if (!page.is_joint()) {
        return {};
    }
    const std::vector<std::string> branches = names(page);
    return html::section(words::kBranches,
                         html::paragraph(page.report().coverage ? words::kSummed : words::kJoined),
                         overview(page, branches) + by_card(page, branches));
}

std::string coverage_section(const Page& page) {
    constexpr std::size_t kMostLines = 20;
    const std::optional<Coverage>& coverage = page.report().coverage;
    if (!coverage) {
        return {};
    }
    const std::vector<std::string> missing = missing_lines(*coverage, kMostLines);
    return html::section(words::kCameIn, html::paragraph(sentence_of(*coverage)),
                         missing.empty()
                             ? html::paragraph(words::kAllCame)
                             : html::paragraph(words::kMissingMonths) + html::list(missing));
}

} // namespace tally::page
