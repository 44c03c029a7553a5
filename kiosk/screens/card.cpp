#include "screens/ending.h"
#include "screens/frame.h"
#include "screens/links.h"
#include "screens/pieces.h"
#include "screens/step_pages.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace screens {

using look::Across;
using look::Down;
using look::Form;
using look::Rect;
using look::Size;
using look::Style;
using look::Weight;

namespace {

/// How the steps of a card share the room, and how large their letters are.
struct StepGrid {
    int columns = 1;
    int rows = 1;
    Style title;
    Style say;
    bool with_say = true;

    int per_page() const { return columns * rows; }
};

struct StepRooms {
    Rect letter;
    Rect text;
    Rect chip; ///< Empty if keys are not shown.
};

StepRooms rooms_of(const look::Look& look, const Rect& row) {
    Rect rest = row;
    StepRooms rooms;
    const float huge = look.em({Size::huge, Weight::bold});
    rooms.letter = rest.take_left(std::round(std::clamp(row.w * 0.1F, huge * 0.85F, huge * 1.6F)));
    rest = rest.grown(-look.pad(), 0);
    if (look.form() != Form::compact) {
        rooms.chip = rest.take_right(look::chip_size(look, "0").w, look.gap());
    }
    rooms.text = rest;
    return rooms;
}

std::string first_say(const cards::Step& step) {
    if (!step.say.empty()) {
        return words::quoted(step.say.front());
    }
    return std::string(step.actions.empty() ? "" : step.actions.front());
}

struct StepFit {
    look::TextFit title;
    look::TextFit say;
    float height = 0;
    bool fits = false;
};

StepFit fit_step(const look::Look& look, const cards::Step& step, const Rect& room,
                 const StepGrid& grid) {
    StepFit fit{.title = look::fit_text(look, grid.title, step.title, room.w, room.h),
                .say = look::fit_text(look, grid.say, grid.with_say ? first_say(step) : "", room.w,
                                      room.h)};
    const float between =
        fit.say.height > 0 ? look.pitch(grid.title) - look.height(grid.title, 1) : 0;
    fit.height = fit.title.height + between + fit.say.height;
    fit.fits = fit.title.fits && fit.say.fits && fit.height <= room.h;
    return fit;
}

bool all_fit(const look::Look& look, const cards::Card& card, const Rect& row,
             const StepGrid& grid) {
    const Rect room = rooms_of(look, row).text.grown(0, -look.panel.px(0.8));
    return std::ranges::all_of(
        card.steps, [&](const cards::Step& step) { return fit_step(look, step, room, grid).fits; });
}

/// How a row of a card may look, from the largest letters to the title alone.
struct RowLook {
    Size title;
    Size say;
    bool with_say = true;
};
constexpr std::array kRowLooks{RowLook{Size::title, Size::large}, RowLook{Size::large, Size::base},
                               RowLook{Size::base, Size::base}, RowLook{Size::small, Size::small},
                               RowLook{Size::small, Size::small, false}};

StepGrid choose_grid(const look::Look& look, const cards::Card& card, const Rect& area) {
    const int count = std::max(1, static_cast<int>(card.steps.size()));
    const float least = look.min_target();
    StepGrid best{.title = {Size::small, Weight::bold},
                  .say = {Size::small, Weight::regular},
                  .with_say = false};
    std::optional<std::tuple<bool, int, int, int>> best_cost;
    for (int columns = 1; columns <= 2; ++columns) {
        for (int rows = 1; rows <= (count + columns - 1) / columns; ++rows) {
            const Rect row = area.smallest_cell(columns, rows, look.gap());
            if (rows > 1 && row.h < least) {
                break;
            }
            const int pages = (count + columns * rows - 1) / (columns * rows);
            int level = 0;
            for (const RowLook& row_look : kRowLooks) {
                const StepGrid grid{.columns = columns,
                                    .rows = rows,
                                    .title = {row_look.title, Weight::bold},
                                    .say = {row_look.say, Weight::regular},
                                    .with_say = row_look.with_say};
                // One column reads best: it is worth a step in size.
                const std::tuple cost{!grid.with_say, pages, level + 2 * (columns - 1), columns};
                if ((!best_cost || cost < *best_cost) && all_fit(look, card, row, grid)) {
                    best_cost = cost;
                    best = grid;
                }
                ++level;
            }
        }
    }
    return best;
}

/// Chooses the grid for the steps, with the card's picture beside it if all of them are on one page
/// then, in letters as large as without. Elsewhere the picture is on the first step alone.
StepGrid make_room(Stage& stage, const cards::Card& card, Rect& area) {
    const look::Look& look = stage.look();
    const StepGrid whole = choose_grid(look, card, area);
    if (!card.picture || look.form() == Form::compact) {
        return whole;
    }
    for (const float share : kPictureShares) {
        Rect rest = area;
        const Rect room = take_picture_room(rest, share, look.gap());
        const StepGrid beside = choose_grid(look, card, rest);
        const bool one_page = std::cmp_less_equal(card.steps.size(), beside.per_page());
        if (one_page && beside.title == whole.title && beside.say == whole.say) {
            put_picture(stage, *card.picture, room, Down::top);
            area = rest;
            return beside;
        }
    }
    return whole;
}

void put_step_row(Stage& stage, const cards::Card& card, int index, const Rect& rect,
                  const StepGrid& grid, const std::string& key) {
    const look::Look& look = stage.look();
    look::Canvas& canvas = stage.canvas();
    const look::Theme& theme = stage.theme();
    const look::Ground& code = stage.ground(card.code);
    const cards::Step& step = card.steps.at(static_cast<std::size_t>(index));
    canvas.sheet(rect, theme.card);
    const StepRooms rooms = rooms_of(look, rect);
    stage.screen().scene.marks.emplace_back(look::Box{.rect = rooms.letter,
                                                      .fill = code.paper,
                                                      .radius = look.radius(),
                                                      .round = look::Box::Round::left});
    const Style letter = look::fitting_style(look, {Size::huge, Weight::bold}, step.letter,
                                             rooms.letter.w, rooms.letter.h);
    canvas.text(step.letter, rooms.letter,
                {.style = letter, .ink = code.ink, .paper = code.paper, .across = Across::centre});

    const StepFit fit = fit_step(look, step, rooms.text, grid);
    Rect text = rooms.text.grown(0, (fit.height - rooms.text.h) / 2);
    const Rect title = text.take_top(fit.title.height + 1);
    canvas.text(
        step.title, title,
        {.style = grid.title, .ink = theme.card.ink, .paper = theme.card.paper, .down = Down::top});
    if (fit.say.height > 0) {
        text.take_top(fit.height - fit.title.height - fit.say.height - 1);
        canvas.text(first_say(step), {text.x, text.y, text.w, fit.say.height + 1},
                    {.style = grid.say,
                     .ink = step.say.empty() ? theme.card.ink : theme.spoken,
                     .paper = theme.card.paper,
                     .down = Down::top});
    }
    if (!rooms.chip.empty() && !key.empty()) {
        const look::ChipSize size = look::chip_size(look, key);
        canvas.chip(key, rooms.chip.right(), std::round(rect.centre_y() - size.h / 2), theme.soft,
                    theme.card.paper);
    }
    stage.target({.id = "step/" + std::to_string(index + 1),
                  .role = look::Role::step,
                  .label = words::labelled(step.letter, step.title) + ". " + first_say(step),
                  .key = key,
                  .rect = rect},
                 desk::OpenStep{index});
}

void put_links(Stage& stage, const cards::Card& card, Rect row, int page, int pages) {
    const look::Look& look = stage.look();
    if (pages > 1) {
        put_page_button(stage, row.take_right(page_button_width(look), look.gap()), page, pages);
    }
    put_phrases_button(stage, row);
    const std::vector<CardLink> links = links_of(stage.pack(), card);
    const bool asks = card.code == cards::Code::blue && stage.state().habits.counting;
    const int count = static_cast<int>(links.size()) + (asks ? 1 : 0);
    for (int i = 0; std::cmp_less(i, links.size()); ++i) {
        put_link(stage, links.at(static_cast<std::size_t>(i)),
                 row.cell(i, count, 0, 1, look.gap()));
    }
    if (asks) {
        put_ending_button(stage, row.cell(count - 1, count, 0, 1, look.gap()));
    }
}

} // namespace

void put_card(Stage& stage, const desk::CardView& view) {
    const look::Look& look = stage.look();
    const cards::Card& card = *stage.pack().find(view.card);
    const cards::CodeInfo& info = stage.pack().info(card.code);
    const cards::Card* framework = stage.pack().find(card.framework);
    stage.screen().name = "card";
    stage.screen().card = card.id;
    Frame frame(stage, true);
    Rect area = frame.content();

    const bool is_framework = card.kind == cards::Card::Kind::framework;
    put_title_row(
        stage, area,
        {.back_label = words::kHome,
         .back_key = words::kKeyEscape,
         .back_event = desk::GoHome{},
         .title = is_framework ? card.title + " · " + info.name : card.title,
         .below = card.summary,
         .badge = (framework != nullptr && !is_framework ? framework->title + " · " : "") +
                  words::colour_of(info, card.code),
         .badge_code = card.code});
    const Rect links = area.take_bottom(std::max(look.min_target(), look.panel.px(12)), look.gap());

    const StepGrid grid = make_room(stage, card, area);
    const int count = static_cast<int>(card.steps.size());
    const int pages = std::max(1, (count + grid.per_page() - 1) / grid.per_page());
    const int page = std::min(view.page, pages - 1);
    stage.screen().page = page;
    stage.screen().pages = pages;
    for (int i = page * grid.per_page(); i < std::min(count, (page + 1) * grid.per_page()); ++i) {
        const int place = i - page * grid.per_page();
        const std::string key = static_cast<std::size_t>(i) < stage.keys().row.size()
                                    ? stage.context().number_row.at(static_cast<std::size_t>(i))
                                    : std::string();
        put_step_row(stage, card, i,
                     area.cell(place % grid.columns, grid.columns, place / grid.columns, grid.rows,
                               look.gap()),
                     grid, key);
    }
    for (int i = 0; i < std::min(count, 12); ++i) {
        stage.keys().row.at(static_cast<std::size_t>(i)) = desk::OpenStep{i};
    }
    put_links(stage, card, links, page, pages);
    stage.keys().forward = desk::OpenStep{0};
    stage.keys().back = desk::OpenStep{count - 1};
    stage.keys().page_forward = desk::ShowPage{(page + 1) % pages};
    stage.keys().page_back = desk::ShowPage{(page + pages - 1) % pages};
    frame.put();
}

} // namespace screens
