#include "screens/menu.h"

#include "cards/languages.h"
#include "i18n/catalogue.h"
#include "screens/entries.h"
#include "screens/manager_words.h"
#include "screens/practice_words.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace screens {

using look::Rect;
using look::Size;
using look::Style;
using look::Symbol;
using look::Weight;

namespace {

constexpr Style kLabel{Size::small, Weight::regular};
constexpr Style kLeast{Size::small, Weight::bold};
constexpr Style kMost{Size::large, Weight::bold};

struct Item {
    std::string id;
    std::string label;
    std::string value; ///< What is chosen; empty if there is nothing to choose.
    std::optional<Symbol> symbol;
    desk::Event event;
};

/// What can be set and what is, one above the other.
void put_setting(Stage& stage, const Item& item, const Rect& rect) {
    const look::Look& look = stage.look();
    const look::Ground& ground = stage.theme().card;
    stage.canvas().sheet(rect, ground);
    Rect room = rect.grown(-look.pad(), 0);
    const Style style = look::fitting_style(look, kMost, item.value, room.w, room.h / 2);
    const float label_h = look.pitch(kLabel);
    const float spare = (room.h - label_h - look.pitch(style)) / 2;
    room.take_top(spare);
    stage.canvas().text(item.label, room.take_top(label_h),
                        {.style = kLabel, .ink = stage.theme().soft, .paper = ground.paper});
    stage.canvas().text(item.value, room.take_top(look.pitch(style)),
                        {.style = style, .ink = ground.ink, .paper = ground.paper});
    stage.target({.id = item.id, .label = words::labelled(item.label, item.value), .rect = rect},
                 item.event);
}

void put_item(Stage& stage, const Item& item, const Rect& rect) {
    if (!item.value.empty()) {
        put_setting(stage, item, rect);
        return;
    }
    stage.button({.id = item.id,
                  .label = item.label,
                  .event = item.event,
                  .face = {.labels = {item.label},
                           .symbol = item.symbol,
                           .words_needed = true,
                           .style = kMost},
                  .ground = stage.theme().card},
                 rect);
}

/// Whether an item's words fit a button of that size.
bool fits(const look::Look& look, const Item& item, const Rect& rect) {
    if (item.value.empty()) {
        const float room = rect.w - 2 * look.pad() - look.em(kMost) * 1.4F;
        return look::fit_text(look, kLeast, item.label, room, rect.h).fits;
    }
    const float room = rect.w - 2 * look.pad();
    return look.fonts->width(kLabel, item.label) <= room &&
           look.fonts->width(kLeast, item.value) <= room;
}

/// Two columns if all words fit then, and as many rows as have room for two lines of words each:
/// six at most. If that is not enough, the last cell of each page turns it.
void put_items(Stage& stage, const std::vector<Item>& items, const Rect& area, int wanted) {
    const look::Look& look = stage.look();
    const float least_h = std::max(look.min_target(), look.height(kLeast, 2) + look.pad() * 1.5F);
    const auto rows_fit = static_cast<int>((area.h + look.gap()) / (least_h + look.gap()));
    const int rows = std::clamp(rows_fit, 1, 6);
    const float most_h = std::max(least_h, look.panel.px(40));
    Rect grid = area;
    grid.h = std::min(grid.h, most_h * static_cast<float>(rows) +
                                  look.gap() * static_cast<float>(rows - 1));
    const Rect narrow = grid.smallest_cell(2, rows, look.gap());
    const bool all_fit =
        std::ranges::all_of(items, [&](const Item& item) { return fits(look, item, narrow); });
    const int columns = all_fit ? 2 : 1;
    const int cells = rows * columns;
    const int count = static_cast<int>(items.size());
    const bool paged = count > cells;
    Rect turn; // beside the items where there is but one to a page
    if (paged && cells == 1) {
        turn = grid.take_right(page_button_width(look), look.gap());
    }
    const int per_page = paged ? std::max(1, cells - 1) : cells;
    const int pages = (count + per_page - 1) / per_page;
    const int page = std::min(wanted, pages - 1);
    stage.screen().page = page;
    stage.screen().pages = pages;
    const auto cell = [&](int n) {
        return grid.cell(n % columns, columns, n / columns, rows, look.gap());
    };
    for (int i = page * per_page; i < std::min(count, (page + 1) * per_page); ++i) {
        put_item(stage, items.at(static_cast<std::size_t>(i)), cell(i - page * per_page));
    }
    if (paged) {
        put_page_button(stage, turn.empty() ? cell(cells - 1) : turn, page, pages);
        plan_pages(stage, page, pages);
    }
}

/// The value after this one, and after the last the first.
template <typename Choice>
Choice next_of(Choice now, int count) {
    return static_cast<Choice>((static_cast<int>(now) + 1) % count);
}

/// The language in use, by its own name; whoever cannot read the rest must know it. A tap takes the
/// next one.
Item language_item(const desk::Comfort& comfort, const std::vector<std::string>& tags) {
    const auto now = std::ranges::find(tags, i18n::language());
    const auto next =
        now == tags.end() || std::next(now) == tags.end() ? tags.begin() : std::next(now);
    const std::string tag(i18n::language());
    const auto language = cards::find_language(tag);
    desk::Comfort changed = comfort;
    changed.language = *next;
    return {.id = "menu/language",
            .label = words::kLanguage,
            .value = language ? language->name : tag,
            .symbol = {},
            .event = desk::SetComfort{changed}};
}

} // namespace

void put_menu(Stage& stage, const Rect& area, int wanted) {
    const auto item = [](const char* id, const i18n::Message& label, Symbol symbol,
                         desk::Event event) {
        return Item{
            .id = id, .label = label, .value = {}, .symbol = symbol, .event = std::move(event)};
    };
    const auto page = [&](const char* id, const i18n::Message& label, Symbol symbol,
                          desk::Topic topic) {
        return item(id, label, symbol, desk::OpenPage{topic});
    };
    std::vector<Item> items{
        page("menu/comfort", words::kComfort, Symbol::look, desk::Topic::comfort),
        item("menu/practice", words::kPractice, Symbol::speak, desk::OpenPractices{}),
        page("menu/contacts", words::kContacts, Symbol::phone, desk::Topic::contacts),
        page("menu/keys", words::kKeys, Symbol::menu, desk::Topic::keys),
        page("menu/sound", words::kSound, Symbol::speak, desk::Topic::sound),
        page("menu/about", words::kAbout, Symbol::star, desk::Topic::about),
        item("menu/manager", words::kManager, Symbol::check, desk::OpenManager{}),
        item("menu/packs", words::kPacks, Symbol::loop, desk::OpenPacks{}),
        page("menu/problems", words::kProblems, Symbol::warning, desk::Topic::problems)};
    if (const std::vector<std::string>& languages = stage.context().languages;
        languages.size() > 1) {
        items.insert(items.begin() + 1, language_item(stage.state().comfort, languages));
    }
    if (!stage.pack().phrases.empty()) {
        items.insert(items.begin() + 1,
                     item("menu/phrases", words::kPhrases, Symbol::globe, desk::OpenPhrases{}));
    }
    put_items(stage, items, area, wanted);
}

void put_comfort(Stage& stage, const Rect& area, int wanted) {
    const desk::Comfort& now = stage.state().comfort;
    const auto item = [&](const char* id, const i18n::Message& label, const i18n::Message& value,
                          auto change) {
        desk::Comfort next = now;
        change(next);
        return Item{.id = id,
                    .label = label,
                    .value = value,
                    .symbol = {},
                    .event = desk::SetComfort{next}};
    };
    put_items(
        stage,
        {item("comfort/text", words::kTextSize,
              words::kTextSizes.at(static_cast<std::size_t>(now.text)),
              [](desk::Comfort& next) { next.text = next_of(next.text, 3); }),
         item("comfort/colours", words::kColours,
              words::kColourNames.at(static_cast<std::size_t>(now.colours)),
              [](desk::Comfort& next) { next.colours = next_of(next.colours, 3); }),
         item("comfort/rail", words::kRailSide, now.rail_on_right ? words::kRight : words::kLeft,
              [](desk::Comfort& next) { next.rail_on_right = !next.rail_on_right; }),
         item("comfort/reach", words::kReach, now.low ? words::kLow : words::kWhole,
              [](desk::Comfort& next) { next.low = !next.low; })},
        area, wanted);
}

} // namespace screens
