#include "screens/frame.h"
#include "screens/keyboard.h"
#include "screens/pieces.h"
#include "screens/tiles.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>

namespace screens {

using look::Form;
using look::Rect;
using look::Size;
using look::Style;
using look::Weight;

namespace {

/// Narrower results would break most titles. In mm.
constexpr double kNarrowestHitMm = 45;

std::vector<Tile> tiles_of(const Stage& stage, const desk::SearchView& view) {
    std::vector<Tile> tiles;
    for (std::size_t i = 0; i < view.hits.size(); ++i) {
        const cards::Hit& hit = view.hits.at(i);
        if (const cards::Card* card = stage.pack().find(hit.card)) {
            const bool chosen = std::cmp_equal(i, view.chosen);
            tiles.push_back({.card = card,
                             .key = chosen ? words::kKeyEnter.str() : "",
                             .reason = hit.reason.empty() ? "" : words::quoted(hit.reason),
                             .id = "hit/" + card->id,
                             .chosen = chosen});
        }
    }
    return tiles;
}

/// Rows of results as high as they need to be, in as many columns as the titles allow.
TileGrid grid_of(const Stage& stage, const std::vector<Tile>& tiles, const Rect& area) {
    const look::Look& look = stage.look();
    const float two_lines = look.height({Size::small, Weight::bold}, 2) + look.pad();
    const float least = std::max(look.min_target(), two_lines);
    TileGrid grid{
        .rows = std::clamp(static_cast<int>((area.h + look.gap()) / (least + look.gap())), 1, 4),
        .widest_key = look.form() != Form::compact ? words::kKeyEnter.str() : ""};
    for (grid.columns = 3; grid.columns >= 1; --grid.columns) {
        const Rect tile = area.smallest_cell(grid.columns, grid.rows, look.gap());
        for (const Size size : {Size::large, Size::base, Size::small}) {
            grid.style = {size, Weight::bold};
            if (tile.w >= look.panel.px(kNarrowestHitMm) && titles_fit(look, tiles, tile, grid)) {
                return grid;
            }
        }
    }
    grid.columns = 1;
    return grid;
}

/// Says which hit Enter opens, in a way that colour alone would not.
void put_chosen_edge(Stage& stage, const Rect& rect) {
    const look::Look& look = stage.look();
    stage.screen().scene.marks.emplace_back(look::Box{.rect = rect,
                                                      .fill = {0, 0, 0, 0},
                                                      .radius = look.radius(),
                                                      .edge = stage.theme().card.ink,
                                                      .edge_px = look.panel.px(0.9)});
}

std::string heading_of(const Stage& stage, const desk::SearchView& view, std::size_t hits) {
    if (view.query.empty()) {
        return words::kSearchEmpty;
    }
    return hits == 0 && !stage.state().library->whole ? words::kStillReading.str()
                                                      : words::hits_for(hits, view.query);
}

void plan_keys(Stage& stage, const desk::SearchView& view, const TileGrid& grid, int pages) {
    KeyPlan& keys = stage.keys();
    keys.row_types = true;
    const int count = static_cast<int>(view.hits.size());
    if (count == 0) {
        return;
    }
    keys.enter = desk::OpenCard{view.hits.at(static_cast<std::size_t>(view.chosen)).card};
    keys.forward = desk::ChooseHit{std::min(view.chosen + 1, count - 1)};
    keys.back = desk::ChooseHit{std::max(view.chosen - 1, 0)};
    const int page = view.chosen / grid.per_page();
    keys.page_forward = desk::ChooseHit{((page + 1) % pages) * grid.per_page()};
    keys.page_back = desk::ChooseHit{((page + pages - 1) % pages) * grid.per_page()};
}

} // namespace

void put_search(Stage& stage, const desk::SearchView& view) {
    const look::Look& look = stage.look();
    const bool compact = look.form() == Form::compact;
    const float gap = look.gap();
    stage.screen().name = "search";
    Frame frame(stage, false);
    Rect area = frame.content();

    const std::vector<Tile> tiles = tiles_of(stage, view);
    stage.screen().scene.title = heading_of(stage, view, tiles.size());
    const float more_w = page_button_width(look);
    Rect more;
    if (!compact) {
        more = put_title_row(stage, area,
                             {.back_label = words::kHome,
                              .back_key = words::kKeyEscape,
                              .back_event = desk::GoHome{},
                              .title = heading_of(stage, view, tiles.size()),
                              .aside = more_w});
    }
    const DrawnKeyboard keyboard(look, area.w, area.h);
    const Rect keys = area.take_bottom(keyboard.height(), gap);
    if (compact) {
        more = area.take_right(more_w, gap);
        more.h = look.min_target();
    }

    const TileGrid grid = grid_of(stage, tiles, area);
    const int pages = grid.pages(tiles.size());
    const int page = view.chosen / grid.per_page();
    stage.screen().page = page;
    stage.screen().pages = pages;
    const int from = page * grid.per_page();
    const int shown = std::min(grid.per_page(), static_cast<int>(tiles.size()) - from);
    for (int i = 0; i < shown; ++i) {
        const auto at = static_cast<std::size_t>(from) + static_cast<std::size_t>(i);
        const Rect rect =
            area.cell(i % grid.columns, grid.columns, i / grid.columns, grid.rows, gap);
        put_tile(stage, tiles.at(at), rect, grid);
        if (tiles.at(at).chosen) {
            put_chosen_edge(stage, rect);
        }
    }
    if (compact && tiles.empty()) {
        const Style largest{Size::base, Weight::bold};
        std::string words = heading_of(stage, view, 0);
        Style style = look::fitting_style(look, largest, words, area.w, area.h);
        if (!look::fit_text(look, style, words, area.w, area.h).fits) {
            words = words::kNothingFound;
            style = look::fitting_style(look, largest, words, area.w, area.h);
        }
        stage.canvas().text(
            words, area,
            {.style = style, .ink = stage.theme().page.ink, .paper = stage.theme().page.paper});
    }
    if (pages > 1) {
        put_page_button(stage, more, page, pages);
        // Pages of hits follow the chosen one.
        stage.screen().taps.back().second = desk::ChooseHit{((page + 1) % pages) * grid.per_page()};
    }
    keyboard.put(stage, keys, view.group);
    plan_keys(stage, view, grid, pages);
    frame.put();
}

} // namespace screens
