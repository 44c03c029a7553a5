#include "tally/html.h"
#include "tally/page_pieces.h"
#include "tally/report_words.h"

#include <algorithm>
#include <span>

namespace tally::page {

namespace {

using desk::Measure;
using html::Table;

/// Two measures that part a whole: one that is looked at, and the rest.
struct Parted {
    Measure part = Measure::worse;
    Measure rest = Measure::stayed;
};

/// Cards by parts of the day: the share of each, as far as it is shown.
std::string shares_by_band(const Page& page, const Parted& parted, std::string_view caption) {
    const std::vector<std::string>& bands = page.evaluation().bands;
    std::string tables;
    for (std::size_t from = 0; from == 0 || from < bands.size(); from += kMostColumns) {
        const auto shown =
            std::span(bands).subspan(from, std::min(kMostColumns, bands.size() - from));
        Table table{.caption = std::string(caption),
                    .heads = {html::escaped(words::kCard), html::escaped(words::kAll)},
                    .lines = {},
                    .kind = "figures shares"};
        for (const std::string& band : shown) {
            table.heads.push_back(html::escaped(words::band(band)));
        }
        for (const desk::NamedCard& card : page.evaluation().cards) {
            if (!page.total(parted.part, card.id).may_be_some()) {
                continue;
            }
            const auto share = [&](std::string_view band) {
                return share_cell(page.total(parted.part, card.id, {}, band),
                                  page.total(parted.rest, card.id, {}, band));
            };
            std::vector<std::string> line{card_head(card), share({})};
            for (const std::string& band : shown) {
                line.push_back(share(band));
            }
            table.lines.push_back(std::move(line));
        }
        tables += html::table(table);
    }
    return tables;
}

std::string endings_by_card(const Page& page) {
    Table table{.caption = words::kEndings,
                .heads = {html::escaped(words::kCard), html::escaped(words::kAll)},
                .lines = {},
                .kind = "figures endings"};
    for (const words::Message& head : words::kEndingHeads) {
        table.heads.push_back(html::escaped(head));
    }
    table.heads.push_back(html::escaped(words::kHelpCalled));
    for (const desk::NamedCard& card : page.evaluation().cards) {
        const Total ended = page.total(Measure::ended, card.id);
        if (!ended.may_be_some()) {
            continue;
        }
        std::vector<std::string> line{card_head(card), cell(ended)};
        for (std::size_t i = 0; i < desk::kEndings; ++i) {
            const auto ending = static_cast<desk::Ending>(i);
            line.push_back(
                cell(page.total(desk::is_imposed(ending) ? Measure::imposed : Measure::open_ended,
                                card.id, to_string(ending))));
        }
        line.push_back(cell(page.total(Measure::help, card.id)));
        table.lines.push_back(std::move(line));
    }
    return html::table(table);
}

} // namespace

std::string worse_section(const Page& page) {
    std::vector<std::string> codes;
    for (const cards::Code code : {cards::Code::green, cards::Code::yellow}) {
        if (std::string sentence = worse_sentence(page, code); !sentence.empty()) {
            codes.push_back(std::move(sentence));
        }
    }
    const std::string table = shares_by_band(page, {}, words::kWorseByCard);
    return html::section(words::kWorse,
                         table.empty() ? html::paragraph(words::kNothingWorse) : html::list(codes),
                         table);
}

std::string ended_section(const Page& page) {
    const std::string endings = endings_by_card(page);
    if (endings.empty()) {
        return html::section(words::kEnded, html::paragraph(words::kNothing));
    }
    return html::section(
        words::kEnded,
        html::paragraph(words::ended(text_of(page.total_of_code(Measure::ended)),
                                     text_of(page.total_of_code(Measure::imposed)))) +
            html::paragraph(words::kImposedAre),
        endings + shares_by_band(page, {.part = Measure::imposed, .rest = Measure::open_ended},
                                 words::kImposedByBand));
}

} // namespace tally::page
