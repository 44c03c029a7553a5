#include "screens/entries.h"
#include "screens/frame.h"
#include "screens/pieces.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>

namespace screens {

using look::Rect;
using look::Size;
using look::Style;
using look::Symbol;
using look::Weight;

namespace {

std::string title_of(desk::Topic topic) {
    switch (topic) {
    case desk::Topic::menu: return words::kMenu;
    case desk::Topic::contacts: return words::kContacts;
    case desk::Topic::keys: return words::kKeys;
    case desk::Topic::about: return words::kAbout;
    case desk::Topic::problems: return words::kProblems;
    case desk::Topic::sound: return words::kSound;
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
    case desk::Topic::menu:
    case desk::Topic::sound: break;
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
            entries.push_back(entry_of(problem));
        }
        if (entries.empty()) {
            entries.push_back({.term = {}, .text = words::kNoProblems});
        }
        break;
    }
    return entries;
}

void put_menu(Stage& stage, const Rect& area, int wanted) {
    const look::Look& look = stage.look();
    struct Item {
        const char* id;
        const char* label;
        desk::Event event;
        Symbol symbol;
    };
    const std::array<Item, 6> items{{
        {"menu/contacts", words::kContacts, desk::OpenPage{desk::Topic::contacts}, Symbol::phone},
        {"menu/keys", words::kKeys, desk::OpenPage{desk::Topic::keys}, Symbol::menu},
        {"menu/sound", words::kSound, desk::OpenPage{desk::Topic::sound}, Symbol::speak},
        {"menu/about", words::kAbout, desk::OpenPage{desk::Topic::about}, Symbol::star},
        {"menu/packs", words::kPacks, desk::OpenPacks{}, Symbol::loop},
        {"menu/problems", words::kProblems, desk::OpenPage{desk::Topic::problems}, Symbol::warning},
    }};
    // Three rows where each has room for two lines of words; otherwise two, and a button for more.
    constexpr int kColumns = 2;
    const Style least{Size::small, Weight::bold};
    const float two_lines = look.height(least, 2) + look.pad();
    const int rows = Rect{area}.smallest_cell(kColumns, 3, look.gap()).h >= two_lines ? 3 : 2;
    const int cells = rows * kColumns;
    const int count = static_cast<int>(items.size());
    const bool paged = count > cells;
    const int per_page = paged ? cells - 1 : cells;
    const int pages = (count + per_page - 1) / per_page;
    const int page = std::min(wanted, pages - 1);
    stage.screen().page = page;
    stage.screen().pages = pages;
    const float most = look.panel.px(40);
    Rect grid = area;
    grid.h = std::min(grid.h,
                      most * static_cast<float>(rows) + look.gap() * static_cast<float>(rows - 1));
    const auto cell = [&](int n) {
        return grid.cell(n % kColumns, kColumns, n / kColumns, rows, look.gap());
    };
    for (int i = page * per_page; i < std::min(count, (page + 1) * per_page); ++i) {
        const Item& item = items.at(static_cast<std::size_t>(i));
        stage.button({.id = item.id,
                      .label = item.label,
                      .event = item.event,
                      .face = {.labels = {item.label},
                               .symbol = item.symbol,
                               .words_needed = true,
                               .style = {Size::large, Weight::bold}},
                      .ground = stage.theme().card},
                     cell(i - page * per_page));
    }
    if (paged) {
        put_page_button(stage, cell(cells - 1), page, pages);
        plan_pages(stage, page, pages);
    }
}

std::string_view name_of(desk::Topic topic) {
    switch (topic) {
    case desk::Topic::menu: return "menu";
    case desk::Topic::contacts: return "contacts";
    case desk::Topic::keys: return "keys";
    case desk::Topic::about: return "about";
    case desk::Topic::problems: return "problems";
    case desk::Topic::sound: return "sound";
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
        put_menu(stage, area, view.page);
    } else if (view.topic == desk::Topic::sound) {
        put_sound(stage, area);
    } else {
        put_entries(stage, entries_of(stage, view.topic), area, view.page,
                    view.topic == desk::Topic::contacts);
    }
    frame.put();
}

} // namespace screens
