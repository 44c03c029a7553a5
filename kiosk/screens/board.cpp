#include "screens/frame.h"
#include "screens/news.h"
#include "screens/pieces.h"
#include "screens/tiles.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>
#include <optional>

namespace screens {

using look::Form;
using look::Rect;
using look::Size;
using look::Style;
using look::Symbol;
using look::Weight;

namespace {

std::string tab_label(const Stage& stage, const desk::Tab& tab) {
    return tab.code ? stage.pack().info(*tab.code).tab : words::kMostUsed;
}

std::vector<Tile> tiles_of(const Stage& stage, const desk::Tab& tab) {
    std::vector<Tile> tiles;
    const auto add = [&](const cards::Card& card) {
        tiles.push_back({.card = &card, .key = {}, .reason = {}, .id = "tile/" + card.id});
    };
    if (!tab.code) {
        for (const std::string& id : stage.pack().board) {
            if (const cards::Card* card = stage.pack().find(id)) {
                add(*card);
            }
        }
        return tiles;
    }
    for (const cards::Card& card : stage.pack().cards) {
        if (card.code == *tab.code && card.kind == cards::Card::Kind::situation) {
            add(card);
        }
    }
    return tiles;
}

/// The number row's label that takes the most room.
std::string widest_key(const Stage& stage) {
    const auto& row = stage.context().number_row;
    return *std::ranges::max_element(
        row, {}, [&](const std::string& key) { return look::chip_size(stage.look(), key).w; });
}

/// The tabs at the bottom. Where their words do not fit side by side, all but the open one show
/// only their shapes.
void put_tabs(Stage& stage, Rect row, const desk::Tab& open) {
    const look::Look& look = stage.look();
    const auto tabs = desk::all_tabs();
    const int count = static_cast<int>(tabs.size());
    const Style style{Size::base, Weight::bold};
    const float gap = look.gap();
    const float each = (row.w - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    const float symbol = look.em(style) * 1.4F;
    const Style least{Size::small, Weight::bold};
    const bool all_words = std::ranges::all_of(tabs, [&](const desk::Tab& tab) {
        return look.fonts->width(least, tab_label(stage, tab)) + symbol + look.pad() <= each;
    });

    for (int i = 0; i < count; ++i) {
        const desk::Tab& tab = tabs.at(static_cast<std::size_t>(i));
        const bool chosen = tab == open;
        Rect rect;
        if (all_words) {
            rect = row.cell(i, count, 0, 1, gap);
        } else {
            const float narrow = look.min_target();
            rect.w = chosen ? row.w - (narrow + gap) * static_cast<float>(count - 1 - i) : narrow;
            rect = row.take_left(rect.w, gap);
        }
        const look::Ground ground = chosen ? stage.theme().strong : stage.theme().card;
        Button button{.id = std::string("tab/") +
                            (tab.code ? std::string(cards::to_string(*tab.code)) : "most-used"),
                      .label = tab_label(stage, tab),
                      .event = desk::OpenTab{tab},
                      .face = {.labels = {tab_label(stage, tab)},
                               .symbol = tab.code ? symbol_of(*tab.code) : Symbol::star,
                               .style = style},
                      .ground = ground,
                      .role = look::Role::tab,
                      .chosen = chosen};
        if (!all_words && !chosen) {
            button.face.labels.clear();
        } else if (const float word = look.fonts->width(least, button.label);
                   !all_words && word + symbol > rect.w * 0.9F && word <= rect.w * 0.9F) {
            button.face.symbol.reset();
        }
        stage.button(button, rect);
        if (tab.code) { // a line in the code's colour; on the tab itself the shape must do
            const float line = look.panel.px(1.2);
            stage.canvas().box({rect.x + look.radius(), rect.bottom() - line * 1.6F,
                                rect.w - 2 * look.radius(), line},
                               stage.ground(*tab.code).paper, line / 2);
        }
    }
}

/// What a strip above the tiles says and does.
struct Strip {
    std::string id;
    std::string whole;              ///< All of it, in words.
    std::vector<std::string> words; ///< What is shown of it: the first that fits.
    Symbol symbol = Symbol::warning;
    desk::Event event;
    std::string close_label;
    std::optional<desk::Event> close_event; ///< Nothing: it cannot be closed.
};

/// The strip that the board has now: what has happened comes before what is wrong.
std::optional<Strip> strip_of(const Stage& stage) {
    const desk::State& state = stage.state();
    if (const auto news = news_for(stage)) {
        return Strip{.id = news->id,
                     .whole = news->whole,
                     .words = {news->whole, news->brief},
                     .symbol = news->symbol,
                     .event = news->event,
                     .close_label = news->close_label,
                     .close_event = news->close_event};
    }
    if (state.first_pin_offered) {
        return Strip{.id = "pin/first",
                     .whole = words::kFirstPinOnBoard,
                     .words = {words::kFirstPinOnBoard, words::kFirstPin},
                     .event = desk::AskPin{desk::ToSetFirst{}},
                     .close_label = words::kNotNow,
                     .close_event = desk::DeclineFirstPin{}};
    }
    const auto problems = desk::problems_of(state);
    if (!state.notice_open || problems.empty()) {
        return std::nullopt;
    }
    const cards::Problem& first = problems.front();
    const std::string place = first.file.empty() ? "" : words::place(first.file, first.line);
    const std::string whole = place.empty() ? first.text : words::labelled(place, first.text);
    return Strip{.id = "notice",
                 .whole = whole,
                 .words = {whole, first.text, place, words::kProblems},
                 .event = desk::OpenPage{desk::Topic::problems},
                 .close_label = words::kClose,
                 .close_event = desk::CloseNotice{}};
}

void put_strip(Stage& stage, Rect& area) {
    const look::Look& look = stage.look();
    const auto it = strip_of(stage);
    if (!it) {
        return;
    }
    const float least = look.min_target();
    Rect strip = area.take_top(least, look.gap());
    const Rect close = it->close_event ? strip.take_right(look.form() == Form::compact
                                                              ? least
                                                              : std::max(least, look.panel.px(26)),
                                                          look.gap())
                                       : Rect{};
    const look::Ground& ground = stage.ground(cards::Code::yellow);
    const Style style{Size::small, Weight::bold};
    stage.canvas().box(strip, ground.paper, look.radius());
    Rect room = strip.grown(-look.pad(), 0);
    const float side = look.em(style);
    const Rect at = room.take_left(side, side * 0.6F);
    stage.canvas().symbol(it->symbol, {at.x, std::round(at.centre_y() - side / 2), side, side},
                          ground.ink);
    for (const std::string& words : it->words) {
        if (!words.empty() && look::fit_text(look, style, words, room.w, room.h).fits) {
            stage.canvas().text(words, room,
                                {.style = style, .ink = ground.ink, .paper = ground.paper});
            break;
        }
    }
    stage.target({.id = it->id, .label = it->whole, .rect = strip, .live = true}, it->event);
    if (!it->close_event) {
        return;
    }
    stage.button({.id = it->id + "/close",
                  .label = it->close_label,
                  .event = *it->close_event,
                  .face = {.labels = {it->close_label},
                           .symbol = Symbol::cross,
                           .style = {Size::small, Weight::bold}},
                  .ground = stage.theme().card},
                 close);
}

/// Page down goes through the pages of a tab, then to the next tab; page up the other way.
void plan_paging(Stage& stage, const desk::Tab& open, int page, int pages) {
    const auto tabs = desk::all_tabs();
    const auto at = std::ranges::find(tabs, open) - tabs.begin();
    const auto count = static_cast<std::ptrdiff_t>(tabs.size());
    const auto tab = [&](std::ptrdiff_t i) {
        return desk::OpenTab{tabs.at(static_cast<std::size_t>((i + count) % count))};
    };
    KeyPlan& keys = stage.keys();
    keys.page_forward = page + 1 < pages ? desk::Event{desk::ShowPage{page + 1}} : tab(at + 1);
    keys.page_back = page > 0 ? desk::Event{desk::ShowPage{page - 1}} : tab(at - 1);
}

} // namespace

void put_board(Stage& stage, const desk::BoardView& view) {
    const look::Look& look = stage.look();
    const float gap = look.gap();
    stage.screen().name = "board";
    Frame frame(stage, false);
    Rect area = frame.content();

    look::Scene& scene = stage.screen().scene;
    scene.title =
        view.tab.code ? stage.pack().info(*view.tab.code).name : std::string(words::kBoardTitle);
    scene.about = tab_label(stage, view.tab);
    put_strip(stage, area);
    if (look.form() != Form::compact) {
        const Style style{Size::large, Weight::bold};
        stage.canvas().text(
            scene.title, area.take_top(look.pitch(style), gap / 2),
            {.style = style, .ink = stage.theme().page.ink, .paper = stage.theme().page.paper});
    }
    Rect tabs = area.take_bottom(std::max(look.min_target(), look.panel.px(12)), gap);

    std::vector<Tile> tiles = tiles_of(stage, view.tab);
    const TileGrid grid = choose_grid(stage, tiles, area, widest_key(stage));
    const int pages = grid.pages(tiles.size());
    const int page = std::min(view.page, pages - 1);
    stage.screen().page = page;
    stage.screen().pages = pages;
    const int from = page * grid.per_page();
    const int to = std::min(from + grid.per_page(), static_cast<int>(tiles.size()));
    for (int i = from; i < to; ++i) {
        Tile& tile = tiles.at(static_cast<std::size_t>(i));
        const auto place = static_cast<std::size_t>(i - from);
        if (place < stage.keys().row.size()) {
            tile.key = stage.context().number_row.at(place);
            stage.keys().row.at(place) = desk::OpenCard{tile.card->id};
        }
        put_tile(stage, tile,
                 area.cell((i - from) % grid.columns, grid.columns, (i - from) / grid.columns,
                           grid.rows, gap),
                 grid);
    }
    if (pages > 1) {
        put_page_button(stage, tabs.take_right(page_button_width(look), gap), page, pages);
    }
    put_tabs(stage, tabs, view.tab);
    plan_paging(stage, view.tab, page, pages);
    frame.put();
}

} // namespace screens
