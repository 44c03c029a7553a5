#include "screens/choices.h"

#include "screens/entries.h"
#include "screens/title_row.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace screens {

using look::Rect;
using look::Size;
using look::Style;
using look::Weight;

namespace {

/// The shape that reads best: words on one line, and air around them.
constexpr float kBestAspect = 3.5F;
/// How much an empty place costs, in shape.
constexpr float kSpareCost = 0.15F;
/// Higher than this, a button does not get easier to hit.
constexpr double kHighestMm = 45;

Rect words_room(const look::Look& look, const Choice& choice, const Rect& rect,
                const std::string& key) {
    Rect room = rect;
    if (choice.code) {
        room.take_left(stripe_width(look, rect));
    }
    room = room.grown(-std::min(look.pad(), rect.w * 0.05F), 0);
    const float chip = key.empty() ? 0 : look::chip_size(look, key).w + look.gap() / 2;
    room.take_right(chip);
    if (!choice.code) { // as much on the other side, so that the words stay in the middle
        room.take_left(chip);
    }
    return room;
}

struct Grid {
    int columns = 1;
    int rows = 1;
    Style style{Size::small, Weight::bold};
    bool with_keys = false;

    int cells() const { return columns * rows; }
    /// One place of each page is for the button to the next, if there is one.
    int per_page(int count) const { return count <= cells() ? cells() : std::max(1, cells() - 1); }
    int pages(int count) const {
        return std::max(1, (count + per_page(count) - 1) / per_page(count));
    }
};

/// The part of an area that so many rows take.
Rect filled(const look::Look& look, const Rect& area, int rows) {
    const float most = std::max(look.panel.px(kHighestMm), look.height({}, 2) + 2 * look.pad());
    Rect part = area;
    part.h = std::min(part.h,
                      most * static_cast<float>(rows) + look.gap() * static_cast<float>(rows - 1));
    return part;
}

Grid choose_grid(const look::Look& look, const std::vector<Choice>& choices, const Rect& area) {
    const int count = static_cast<int>(choices.size());
    const bool keys = look.form() != look::Form::compact && look.type.factor() < 1.2;
    Grid best;
    std::optional<std::tuple<int, int, float>> best_cost;
    for (int columns = 1; columns <= 4; ++columns) {
        for (int rows = 1; rows <= 8; ++rows) {
            const Rect cell = filled(look, area, rows).smallest_cell(columns, rows, look.gap());
            if (cell.w < look.min_target() || cell.h < look.min_target()) {
                break;
            }
            for (const Size size : {Size::title, Size::large, Size::base, Size::small}) {
                const Grid grid{.columns = columns,
                                .rows = rows,
                                .style = {size, Weight::bold},
                                .with_keys = keys};
                const int pages = grid.pages(count);
                if (pages > 1 && grid.cells() < 2) {
                    continue;
                }
                const auto spare = static_cast<float>(pages * grid.cells() - count);
                const float shape = std::abs(std::log(cell.w / cell.h / kBestAspect));
                const std::tuple cost{pages, -static_cast<int>(size), shape + spare * kSpareCost};
                if ((!best_cost || cost < *best_cost) &&
                    choices_fit(look, choices, cell, grid.style, grid.with_keys)) {
                    best_cost = cost;
                    best = grid;
                }
            }
        }
    }
    return best;
}

} // namespace

bool choices_fit(const look::Look& look, const std::vector<Choice>& choices, const Rect& rect,
                 Style style, bool with_keys) {
    return std::ranges::all_of(choices, [&](const Choice& choice) {
        const Rect room = words_room(look, choice, rect, with_keys ? choice.key : "");
        return look::fit_text(look, style, choice.label, room.w, room.h).fits;
    });
}

void put_choice(Stage& stage, const Choice& choice, const Rect& rect, Style style, bool with_key) {
    const look::Look& look = stage.look();
    const look::Theme& theme = stage.theme();
    const look::Ground faint{.paper = theme.page.paper, .ink = theme.soft};
    const look::Ground& ground = !choice.enabled ? faint
                                 : choice.chosen ? theme.strong
                                                 : theme.card;
    stage.canvas().sheet(rect, ground);
    if (choice.code) {
        Rect rest = rect;
        put_stripe(stage, *choice.code, rest.take_left(stripe_width(look, rect)));
    }
    const std::string key = with_key ? choice.key : "";
    stage.canvas().text(
        choice.label, words_room(look, choice, rect, key),
        {.style = style, .ink = ground.ink, .paper = ground.paper, .across = look::Across::centre});
    if (!key.empty()) {
        const float inset = std::min(look.pad(), rect.w * 0.05F);
        stage.canvas().chip(key, rect.right() - inset,
                            std::round(rect.centre_y() - look::chip_size(look, key).h / 2),
                            choice.enabled && choice.chosen ? ground.ink : theme.soft,
                            ground.paper);
    }
    stage.target({.id = choice.id,
                  .label = choice.label,
                  .key = choice.key,
                  .rect = rect,
                  .enabled = choice.enabled,
                  .chosen = choice.chosen},
                 choice.event);
}

void put_choices(Stage& stage, const std::vector<Choice>& choices, const Rect& area, int wanted) {
    const look::Look& look = stage.look();
    const Grid grid = choose_grid(look, choices, area);
    const int count = static_cast<int>(choices.size());
    const int pages = grid.pages(count);
    const int per_page = grid.per_page(count);
    const int page = std::min(wanted, pages - 1);
    stage.screen().page = page;
    stage.screen().pages = pages;
    Rect rest = area;
    Rect turn; // beside the choices where there is but one to a page
    if (pages > 1 && grid.cells() == 1) {
        turn = rest.take_right(page_button_width(look), look.gap());
    }
    const Rect room = filled(look, rest, grid.rows);
    const auto cell = [&](int n) {
        return room.cell(n % grid.columns, grid.columns, n / grid.columns, grid.rows, look.gap());
    };
    for (int i = page * per_page; i < std::min(count, (page + 1) * per_page); ++i) {
        put_choice(stage, choices.at(static_cast<std::size_t>(i)), cell(i - page * per_page),
                   grid.style, grid.with_keys);
    }
    if (pages > 1) {
        put_page_button(stage, turn.empty() ? cell(grid.cells() - 1) : turn, page, pages);
        plan_pages(stage, page, pages);
    }
}

} // namespace screens
