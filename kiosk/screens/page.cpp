#include "screens/frame.h"
#include "screens/pieces.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>

namespace screens {

using look::Down;
using look::Rect;
using look::Size;
using look::Style;
using look::Symbol;
using look::Weight;

namespace {

/// A paragraph of a page to read: a term in bold and what it means, or either alone.
struct Entry {
    std::string term;
    std::string text;
};

std::string title_of(desk::Topic topic) {
    switch (topic) {
    case desk::Topic::menu: return words::kMenu;
    case desk::Topic::contacts: return words::kContacts;
    case desk::Topic::keys: return words::kKeys;
    case desk::Topic::about: return words::kAbout;
    case desk::Topic::problems: return words::kProblems;
    }
    return words::kMenu;
}

std::vector<Entry> about(const cards::Pack& pack) {
    std::vector<Entry> entries{{.term = pack.name,
                                .text = "Version " + std::to_string(pack.version) + ", " +
                                        std::to_string(pack.cards.size()) + " cards"}};
    if (!pack.notice.empty()) {
        entries.push_back({.term = {}, .text = pack.notice});
    }
    return entries;
}

std::vector<Entry> entries_of(const Stage& stage, desk::Topic topic) {
    const cards::Pack& pack = stage.pack();
    std::vector<Entry> entries;
    switch (topic) {
    case desk::Topic::menu: break;
    case desk::Topic::contacts:
        for (const cards::Contact& contact : pack.contacts) {
            entries.push_back({.term = contact.call, .text = contact.who});
        }
        if (!pack.address.empty()) {
            entries.push_back({.term = pack.address, .text = words::kAddress});
        }
        break;
    case desk::Topic::keys:
        for (const auto& [key, meaning] : words::kKeyHelp) {
            entries.push_back({.term = key, .text = meaning});
        }
        break;
    case desk::Topic::about: entries = about(pack); break;
    case desk::Topic::problems:
        for (const cards::Problem& problem : stage.state().library->problems) {
            const std::string word = problem.severity == cards::Severity::error
                                         ? words::kErrorWord
                                         : words::kWarningWord;
            const std::string place =
                problem.file.empty()
                    ? word
                    : problem.file +
                          (problem.line > 0 ? ", line " + std::to_string(problem.line) : "");
            entries.push_back({.term = place, .text = problem.text});
        }
        if (entries.empty()) {
            entries.push_back({.term = {}, .text = words::kNoProblems});
        }
        break;
    }
    return entries;
}

/// How entries are set: term above text, or beside it where there is room.
struct Columns {
    Style term;
    Style text;
    float term_w = 0; ///< 0: the term stands above.
};

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

/// Entries by page: as many as fit on each.
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

void put_menu(Stage& stage, const Rect& area) {
    const look::Look& look = stage.look();
    struct Item {
        const char* id;
        const char* label;
        desk::Event event;
        Symbol symbol;
    };
    const std::array<Item, 4> items{{
        {"menu/contacts", words::kContacts, desk::OpenPage{desk::Topic::contacts}, Symbol::phone},
        {"menu/keys", words::kKeys, desk::OpenPage{desk::Topic::keys}, Symbol::menu},
        {"menu/about", words::kAbout, desk::OpenPage{desk::Topic::about}, Symbol::speak},
        {"menu/problems", words::kProblems, desk::OpenPage{desk::Topic::problems}, Symbol::warning},
    }};
    const int columns = 2;
    const int rows = 2;
    const float most = look.panel.px(40);
    Rect grid = area;
    grid.h = std::min(grid.h, most * rows + look.gap() * (rows - 1));
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Item& item = items.at(i);
        const int n = static_cast<int>(i);
        stage.button({.id = item.id,
                      .label = item.label,
                      .event = item.event,
                      .face = {.labels = {item.label},
                               .symbol = item.symbol,
                               .words_needed = true,
                               .style = {Size::large, Weight::bold}},
                      .ground = stage.theme().card},
                     grid.cell(n % columns, columns, n / columns, rows, look.gap()));
    }
}

void put_entries(Stage& stage, const desk::PageView& view, Rect area) {
    const look::Look& look = stage.look();
    const auto entries = entries_of(stage, view.topic);
    const Rect button = area.take_bottom(look.min_target(), look.gap());
    const bool large = view.topic == desk::Topic::contacts;
    const auto padded = [&](const Rect& sheet) { return sheet.grown(-look.pad(), -look.pad()); };
    Rect sheet = {area.x, area.y, area.w, button.bottom() - area.y};
    const Columns columns = columns_of(look, entries, padded(sheet).w, large);
    auto pages = paginate(look, entries, columns, padded(sheet));
    if (pages.size() > 1) { // the button takes its room from the sheet
        sheet = area;
        pages = paginate(look, entries, columns, padded(sheet));
    }
    const int count = static_cast<int>(pages.size());
    const int page = std::min(view.page, count - 1);
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
        stage.keys().forward = desk::ShowPage{(page + 1) % count};
        stage.keys().back = desk::ShowPage{(page + count - 1) % count};
        stage.keys().page_forward = stage.keys().forward;
        stage.keys().page_back = stage.keys().back;
    }
}

std::string_view name_of(desk::Topic topic) {
    switch (topic) {
    case desk::Topic::menu: return "menu";
    case desk::Topic::contacts: return "contacts";
    case desk::Topic::keys: return "keys";
    case desk::Topic::about: return "about";
    case desk::Topic::problems: return "problems";
    }
    return "menu";
}

} // namespace

void put_page(Stage& stage, const desk::PageView& view) {
    stage.screen().name = name_of(view.topic);
    Frame frame(stage, true);
    Rect area = frame.content();
    put_title_row(stage, area,
                  {.back_label = words::kHome,
                   .back_key = words::kKeyEscape,
                   .back_event = desk::GoHome{},
                   .title = title_of(view.topic),
                   .below = {},
                   .badge = {},
                   .badge_code = {}});
    if (view.topic == desk::Topic::menu) {
        put_menu(stage, area);
    } else {
        put_entries(stage, view, area);
    }
    frame.put();
}

} // namespace screens
