#include "tally/charts.h"
#include "tally/html.h"
#include "tally/page_pieces.h"
#include "tally/report_words.h"

#include <algorithm>

namespace tally::page {

namespace {

using desk::Measure;
using html::Table;

struct Opened {
    const desk::NamedCard* card = nullptr;
    Total visits;
};

/// The cards that were opened, by code, the most used first. One that was opened fewer than five
/// times comes after those that have a number, one that never was is left out.
std::vector<Opened> opened_cards(const Page& page) {
    std::vector<Opened> all;
    for (const desk::NamedCard& card : page.evaluation().cards) {
        const Total visits = page.total(Measure::opened, card.id);
        if (visits.may_be_some()) {
            all.push_back({.card = &card, .visits = visits});
        }
    }
    std::ranges::sort(all, {}, [](const Opened& it) {
        return std::tuple(it.card->code, -it.visits.count(), std::string_view(it.card->title));
    });
    return all;
}

std::string bars(const std::vector<Opened>& opened) {
    std::int64_t most = 0;
    for (const Opened& it : opened) {
        most = std::max(most, it.visits.count());
    }
    Table table{.caption = words::kByCard,
                .heads = {html::escaped(words::kCode), html::escaped(words::kCard),
                          html::escaped(words::kVisits)},
                .lines = {},
                .kind = "bars",
                .names = 1};
    for (const Opened& it : opened) {
        table.lines.push_back(
            {charts::code_shape(it.card->code) + html::escaped(words::code(it.card->code)),
             html::escaped(it.card->title),
             charts::bar(it.card->code,
                         it.visits.count() > 0 ? std::optional(it.visits.count()) : std::nullopt,
                         most, text_of(it.visits))});
    }
    return html::table(table);
}

/// The quarters that have room beside each other: the last ones.
std::vector<desk::Quarter> quarters_shown(const desk::Evaluation& evaluation) {
    std::vector<desk::Quarter> quarters;
    for (int back = static_cast<int>(kMostColumns) - 1; back >= 0; --back) {
        const desk::Quarter quarter = evaluation.last + -back;
        if (quarter >= evaluation.first) {
            quarters.push_back(quarter);
        }
    }
    return quarters;
}

std::string by_quarter(const Page& page, const std::vector<Opened>& opened) {
    const desk::Evaluation& evaluation = page.evaluation();
    const std::vector<desk::Quarter> quarters = quarters_shown(evaluation);
    if (quarters.size() < 2) {
        return {};
    }
    Table table{.caption = words::by_quarter(quarters.size(), evaluation.first == quarters.front()),
                .heads = {html::escaped(words::kCard)},
                .lines = {},
                .kind = "figures"};
    for (const desk::Quarter& quarter : quarters) {
        table.heads.push_back(html::escaped(quarter == evaluation.last ? words::unfinished(quarter)
                                                                       : words::quarter(quarter)));
    }
    for (const Opened& it : opened) {
        std::vector<std::string> line{card_head(*it.card)};
        for (const desk::Quarter& quarter : quarters) {
            line.push_back(cell(page.total(Measure::opened, it.card->id, to_string(quarter))));
        }
        table.lines.push_back(std::move(line));
    }
    return html::table(table);
}

} // namespace

std::string opened_section(const Page& page) {
    const std::vector<Opened> opened = opened_cards(page);
    if (opened.empty()) {
        return html::section(words::kOpened, html::paragraph(words::kNothing));
    }
    return html::section(words::kOpened, {}, bars(opened) + by_quarter(page, opened));
}

} // namespace tally::page
