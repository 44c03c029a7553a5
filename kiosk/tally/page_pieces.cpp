#include "tally/page_pieces.h"

#include "tally/charts.h"
#include "tally/html.h"
#include "tally/report_words.h"

#include <algorithm>

namespace tally::page {

namespace {

using desk::Figure;
using desk::Measure;

std::string quiet(std::string_view text) {
    return html::text_element("span", text, "class=\"quiet\"");
}

} // namespace

void Total::add(const std::optional<Figure>& part) {
    known_ = known_ || part;
    if (part && part->is_exact()) {
        count_ += part->count();
        return;
    }
    ++hidden_;
    last_hidden_ = part.value_or(Figure::withheld());
}

void Total::add(const Total& other) {
    count_ += other.count_;
    hidden_ += other.hidden_;
    known_ = known_ || other.known_;
    if (other.hidden_ > 0) {
        last_hidden_ = other.last_hidden_;
    }
}

std::optional<Figure> Total::only_hidden() const {
    return count_ == 0 && hidden_ == 1 ? std::optional(last_hidden_) : std::nullopt;
}

Rows::Rows(const desk::Evaluation& evaluation) : evaluation_(&evaluation) {
    for (const desk::Row& row : evaluation.rows) {
        rows_.emplace(Key{row.measure, row.card, row.value, row.band}, row.figure);
        cards_.insert(row.card);
    }
}

std::optional<Figure> Rows::find(Measure measure, std::string_view card, std::string_view value,
                                 std::string_view band) const {
    const auto found = rows_.find(Key{measure, card, value, band});
    return found == rows_.end() ? std::nullopt : std::optional(found->second);
}

Page::Page(const Report& report) : report_(&report), rows_(report.evaluation) {
    for (const desk::Evaluation& branch : report.branches) {
        branches_.emplace_back(branch);
    }
}

std::span<const Rows> Page::sources() const {
    return branches_.empty() || report_->coverage ? std::span(&rows_, 1) : std::span(branches_);
}

Total Page::total(Measure measure, std::string_view card, std::string_view value,
                  std::string_view band) const {
    Total total;
    for (const Rows& source : sources()) {
        if (source.has(card)) {
            total.add(source.find(measure, card, value, band));
        }
    }
    return total;
}

Total Page::total_of_all(Measure measure, std::string_view value, std::string_view band) const {
    Total total;
    for (const Rows& source : sources()) {
        if (const auto figure = source.find(measure, {}, value, band)) {
            total.add(figure);
        }
    }
    // A branch that has others, and not this one.
    const auto joint = rows_.find(measure, {}, value, band);
    if (total.is_whole() && !(joint && joint->is_exact())) {
        total.add_unknown();
    }
    return total;
}

Total Page::total_of_code(Measure measure, std::optional<cards::Code> code) const {
    Total sum;
    for (const desk::NamedCard& card : evaluation().cards) {
        if (!code || card.code == *code) {
            sum.add(total(measure, card.id));
        }
    }
    return sum;
}

std::string Page::title_of(std::string_view card) const {
    const auto& cards = evaluation().cards;
    const auto found = std::ranges::find(cards, card, &desk::NamedCard::id);
    return found == cards.end() ? std::string(card) : found->title;
}

std::string worse_sentence(const Page& page, cards::Code code) {
    const Total worse = page.total_of_code(Measure::worse, code);
    const Total visits = page.total_of_code(Measure::opened, code);
    if (worse.is_unknown() || !visits.may_be_some()) {
        return {};
    }
    const std::string name = words::code(code);
    if (worse.is_whole() && visits.is_whole()) {
        return words::got_worse(name, worse.count(), visits.count());
    }
    return worse.count() > 0 ? words::got_worse_at_least(name, worse.count(), text_of(visits))
                             : words::worse_not_shown(name, text_of(visits));
}

std::string text_of(const Total& total) {
    if (total.is_unknown()) {
        return text_of(std::optional<Figure>());
    }
    if (total.is_whole()) {
        return words::number(total.count());
    }
    if (total.count() > 0) {
        return words::at_least(total.count());
    }
    return text_of(total.only_hidden().value_or(Figure::withheld()));
}

std::string text_of(const std::optional<Figure>& figure) {
    if (!figure) {
        return "–";
    }
    switch (figure->kind()) {
    case Figure::Kind::exact: return words::number(figure->count());
    case Figure::Kind::under_five: return words::kUnderFive;
    case Figure::Kind::withheld: return words::kNotShown;
    }
    return {};
}

std::string cell(const Total& total) {
    if (total.is_whole()) {
        return html::escaped(words::number(total.count()));
    }
    return quiet(total.count() > 0 ? words::or_more(total.count()) : text_of(total));
}

std::string cell(const std::optional<Figure>& figure) {
    const std::string text = text_of(figure);
    return figure && figure->is_exact() ? html::escaped(text) : quiet(text);
}

std::string share_cell(const Total& part, const Total& rest) {
    if (!part.is_whole() || !rest.is_whole()) {
        return cell(part);
    }
    const std::int64_t whole = part.count() + rest.count();
    if (whole == 0) {
        return cell(std::optional<Figure>());
    }
    return html::text_element("b", words::percent(part.count(), whole)) + "<br>" +
           quiet(words::part_of(part.count(), whole));
}

std::string card_head(const desk::NamedCard& card) {
    return charts::code_shape(card.code) + html::escaped(card.title);
}

bool is_nothing(const std::optional<Figure>& figure) {
    return !figure || (figure->is_exact() && figure->count() == 0);
}

} // namespace tally::page
