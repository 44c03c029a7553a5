#include "screens/entries.h"

#include "cards/problem.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>
#include <cmath>

namespace screens {

using look::Down;
using look::Rect;
using look::Size;
using look::Weight;

namespace {

/// An entry in pieces of which each fits a page: a long text goes on over several.
std::vector<Entry> pieces_of(const look::Look& look, const Entry& entry, const Columns& columns,
                             const Rect& room) {
    if (entry_height(look, entry, columns, room.w) <= room.h) {
        return {entry};
    }
    std::vector<Entry> pieces{{.term = entry.term, .text = {}}};
    for (const std::string_view line :
         look::wrap(*look.fonts, columns.text, entry.text, room.w - columns.term_w).lines) {
        Entry longer = pieces.back();
        longer.text += (longer.text.empty() ? "" : " ") + std::string(line);
        if (entry_height(look, longer, columns, room.w) <= room.h) {
            pieces.back() = std::move(longer);
        } else {
            pieces.push_back({.term = {}, .text = std::string(line)});
        }
    }
    return pieces;
}

} // namespace

Columns columns_of(const look::Look& look, const std::vector<Entry>& entries, float width,
                   bool large) {
    Columns columns{.term = {large ? Size::title : Size::small, Weight::bold},
                    .text = {large ? Size::base : Size::small, Weight::regular}};
    for (const Entry& entry : entries) {
        columns.term_w = std::max(columns.term_w, look.fonts->width(columns.term, entry.term));
    }
    columns.term_w = std::ceil(columns.term_w) + look.pad() * 2;
    if (columns.term_w > width * 0.42F) {
        columns.term_w = 0;
    }
    return columns;
}

float entry_height(const look::Look& look, const Entry& entry, const Columns& c, float width) {
    const bool above = c.term_w <= 0;
    const float term =
        entry.term.empty()
            ? 0
            : look::fit_text(look, c.term, entry.term, above ? width : c.term_w, 1e6F).height;
    const float text = look::fit_text(look, c.text, entry.text, width - c.term_w, 1e6F).height;
    const float between = look.pitch(c.text) - look.height(c.text, 1);
    return above ? term + (term > 0 ? between : 0) + text : std::max(term, text);
}

void put_entry(Stage& stage, const Entry& entry, const Columns& c, Rect room) {
    const look::Theme& theme = stage.theme();
    const look::Look& look = stage.look();
    const look::Setting strong{.style = c.term,
                               .ink = theme.card.ink,
                               .paper = theme.card.paper,
                               .down = c.term_w > 0 ? Down::middle : Down::top};
    const look::Setting plain{.style = c.text,
                              .ink = theme.card.ink,
                              .paper = theme.card.paper,
                              .down = c.term_w > 0 ? Down::middle : Down::top};
    if (!entry.term.empty()) {
        const Rect at =
            c.term_w > 0
                ? room.take_left(c.term_w)
                : room.take_top(look::fit_text(look, c.term, entry.term, room.w, 1e6F).height,
                                look.pitch(c.text) - look.height(c.text, 1));
        stage.canvas().text(entry.term, at.grown(0, 0.6F), strong);
    } else if (c.term_w > 0) {
        room.take_left(c.term_w);
    }
    stage.canvas().text(entry.text, room.grown(0, 0.6F), plain);
}

std::vector<std::vector<Entry>> paginate(const look::Look& look, const std::vector<Entry>& entries,
                                         const Columns& columns, const Rect& room) {
    std::vector<std::vector<Entry>> pages(1);
    float used = 0;
    for (const Entry& whole : entries) {
        for (const Entry& entry : pieces_of(look, whole, columns, room)) {
            const float height = entry_height(look, entry, columns, room.w) + look.gap();
            if (used + height > room.h + look.gap() && !pages.back().empty()) {
                pages.emplace_back();
                used = 0;
            }
            pages.back().push_back(entry);
            used += height;
        }
    }
    return pages;
}

void put_entries(Stage& stage, const std::vector<Entry>& entries, Rect area, int wanted,
                 bool large) {
    const look::Look& look = stage.look();
    const Rect button = area.take_bottom(look.min_target(), look.gap());
    const auto padded = [&](const Rect& sheet) { return sheet.grown(-look.pad(), -look.pad()); };
    Rect sheet = {area.x, area.y, area.w, button.bottom() - area.y};
    const Columns columns = columns_of(look, entries, padded(sheet).w, large);
    auto pages = paginate(look, entries, columns, padded(sheet));
    if (pages.size() > 1) { // the button takes its room from the sheet
        sheet = area;
        pages = paginate(look, entries, columns, padded(sheet));
    }
    const int count = static_cast<int>(pages.size());
    const int page = std::min(wanted, count - 1);
    stage.screen().page = page;
    stage.screen().pages = count;
    stage.canvas().sheet(sheet, stage.theme().card);
    Rect room = padded(sheet);
    for (const Entry& entry : pages.at(static_cast<std::size_t>(page))) {
        put_entry(stage, entry, columns,
                  room.take_top(entry_height(look, entry, columns, room.w), look.gap()));
    }
    if (count > 1) {
        put_page_button(stage, button, page, count);
        plan_pages(stage, page, count);
    }
}

void plan_pages(Stage& stage, int page, int pages) {
    stage.keys().forward = desk::ShowPage{(page + 1) % pages};
    stage.keys().back = desk::ShowPage{(page + pages - 1) % pages};
    stage.keys().page_forward = stage.keys().forward;
    stage.keys().page_back = stage.keys().back;
}

Entry entry_of(const cards::Problem& problem) {
    const std::string word =
        problem.severity == cards::Severity::error ? words::kErrorWord : words::kWarningWord;
    if (problem.file.empty()) {
        return {.term = word, .text = problem.text};
    }
    return {.term = words::place(problem.file, problem.line), .text = problem.text};
}

} // namespace screens
