#include "screens/frame.h"
#include "screens/links.h"
#include "screens/pieces.h"
#include "screens/step_pages.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>

namespace screens {

using look::Across;
using look::Form;
using look::Rect;
using look::Size;
using look::Style;
using look::Symbol;
using look::Weight;

namespace {

/// The letter as large as a hand, beside the words; on small panels the title row has it.
void put_letter(Stage& stage, const cards::Card& card, const cards::Step& step, Rect& area) {
    const look::Look& look = stage.look();
    const Style giant{Size::giant, Weight::bold};
    const float width = std::round(
        std::clamp(look.fonts->width(giant, step.letter) * 1.9F, area.w * 0.08F, area.w * 0.17F));
    const Rect rect = area.take_left(width, look.gap() * 1.2F);
    const look::Ground& code = stage.ground(card.code);
    stage.canvas().box(rect, code.paper, look.radius());
    const Style style = look::fitting_style(look, giant, step.letter, rect.w, rect.h);
    stage.canvas().text(
        step.letter, rect,
        {.style = style, .ink = code.ink, .paper = code.paper, .across = Across::centre});
}

/// The button to a neighbouring step: its letter, and its name where there is room.
Button step_button(const Stage& stage, const cards::Card& card, int index, bool onward) {
    const cards::Step& step = card.steps.at(static_cast<std::size_t>(index));
    Button button{.id = onward ? "next" : "previous",
                  .label = words::labelled(step.letter, step.title),
                  .event = desk::OpenStep{index},
                  .face = {.labels = {words::labelled(step.letter, step.title), step.letter},
                           .symbol = onward ? Symbol::forward : Symbol::back,
                           .symbol_after = onward,
                           .style = {Size::base, Weight::bold}},
                  .ground = onward ? stage.theme().strong : stage.theme().card};
    if (onward) {
        button.face.key = words::kKeySpace;
    } else {
        button.face.labels.erase(button.face.labels.begin()); // short: it is the way already come
    }
    return button;
}

/// Previous page or step, the most pressing link, and next page or step.
void put_ways(Stage& stage, const desk::StepView& view, const cards::Card& card, Rect row, int page,
              int pages) {
    const look::Look& look = stage.look();
    const int last = static_cast<int>(card.steps.size()) - 1;
    const std::vector<CardLink> links = links_of(stage.pack(), card);
    const bool has_link = !links.empty();
    put_phrases_button(stage, row);
    const int cells = has_link ? 3 : 2;
    const auto all_steps = [&](bool onward) {
        return Button{.id = onward ? "next" : "previous",
                      .label = words::kAllSteps,
                      .event = desk::OpenCard{card.id},
                      .face = {.labels = {words::kAllSteps},
                               .symbol = onward ? Symbol::forward : Symbol::back,
                               .symbol_after = onward,
                               .key = onward ? words::kKeySpace.str() : "",
                               .style = {Size::base, Weight::bold}},
                      .ground = onward ? stage.theme().strong : stage.theme().card};
    };

    Button back = view.step > 0 ? step_button(stage, card, view.step - 1, false) : all_steps(false);
    if (page > 0) {
        back.event = desk::ShowPage{page - 1};
        back.label = words::page_of(page - 1, pages);
        back.face.labels = {back.label};
    }
    Button next =
        view.step < last ? step_button(stage, card, view.step + 1, true) : all_steps(true);
    if (page + 1 < pages) {
        next.event = desk::ShowPage{page + 1};
        next.label = words::more_pages(page, pages);
        next.face.labels = {words::kMore};
    }
    stage.keys().back = back.event;
    stage.keys().forward = next.event;
    stage.keys().page_back = back.event;
    stage.keys().page_forward = next.event;
    stage.button(next, row.cell(cells - 1, cells, 0, 1, look.gap()));
    stage.button(back, row.cell(0, cells, 0, 1, look.gap()));
    if (has_link) {
        put_link(stage, links.front(), row.cell(1, cells, 0, 1, look.gap()));
    }
}

/// What may be added between two lines of a block that has room left, so that a line that goes on
/// is told from one that begins.
float spread(const look::Look& look, const Block& block, const Rect& room) {
    if (block.lines.size() < 2) {
        return 0;
    }
    float used = 0;
    for (const std::string& line : block.lines) {
        used += look::fit_text(look, block.style, line, room.w, room.h).height + 1 +
                line_spacing(look, block.style);
    }
    const float each = (room.h - used) / static_cast<float>(block.lines.size() - 1);
    return std::clamp(std::floor(each), 0.0F, std::round(look.pitch(block.style) * 0.4F));
}

void put_block(Stage& stage, const Block& block) {
    const look::Look& look = stage.look();
    look::Canvas& canvas = stage.canvas();
    const look::Theme& theme = stage.theme();
    const Style heading{Size::small, Weight::regular};
    canvas.sheet(block.rect, theme.card);
    Rect room = block.rect.grown(-look.pad(), -block_padding(look));
    Rect caption = room.take_top(look.pitch(heading), caption_height(look) - look.pitch(heading));
    const auto [side, gap] = caption_mark(look);
    const Rect at = caption.take_left(side, gap);
    canvas.symbol(symbol_of(block.kind), {at.x, std::round(at.centre_y() - side / 2), side, side},
                  theme.soft);
    canvas.text(caption_of(block.kind), caption,
                {.style = heading, .ink = theme.soft, .paper = theme.card.paper});
    const float between = line_spacing(look, block.style) + spread(look, block, room);
    for (const std::string& line : block.lines) {
        const float height = look::fit_text(look, block.style, line, room.w, room.h).height;
        canvas.text(line, room.take_top(height + 1),
                    {.style = block.style,
                     .ink = block.kind == Part::say ? theme.spoken : theme.card.ink,
                     .paper = theme.card.paper,
                     .down = look::Down::top});
        room.take_top(between);
    }
}

} // namespace

void put_step(Stage& stage, const desk::StepView& view) {
    const look::Look& look = stage.look();
    const cards::Card& card = *stage.pack().find(view.card);
    const cards::CodeInfo& info = stage.pack().info(card.code);
    const cards::Step& step = card.steps.at(static_cast<std::size_t>(view.step));
    const bool compact = look.form() == Form::compact;
    stage.screen().name = "step";
    stage.screen().card = card.id;
    stage.screen().step = view.step;
    Frame frame(stage, true);
    Rect area = frame.content();

    const bool is_framework = card.kind == cards::Card::Kind::framework;
    const std::string of_card = is_framework ? card.title + " · " + info.name : card.title;
    const std::string place = words::page_of(view.step, static_cast<int>(card.steps.size()));
    const TitleRow row{.back_label = words::kAllSteps,
                       .back_event = desk::OpenCard{card.id},
                       .home_beside = true,
                       .title = compact ? words::labelled(step.letter, step.title) : of_card,
                       .short_title = compact ? step.letter : "",
                       .below = {},
                       .badge = place,
                       .badge_code = card.code};
    // A long title in large letters has a page of its own, before the words.
    const bool title_first = compact && !title_fits_row(look, row, area.w);
    put_title_row(stage, area, row);
    stage.screen().scene.title = words::labelled(step.letter, step.title) + ", " + place;
    stage.screen().scene.about = of_card;
    const Rect ways = area.take_bottom(std::max(look.min_target(), look.panel.px(12)), look.gap());

    if (!compact) {
        put_letter(stage, card, step, area);
        const Style style = look::fitting_style(look, {Size::display, Weight::bold}, step.title,
                                                area.w, look.pitch({Size::display, Weight::bold}));
        const float height = look::fit_text(look, style, step.title, area.w, area.h).height;
        stage.canvas().text(
            step.title, area.take_top(std::max(look.pitch(style), height), look.gap() / 2),
            {.style = style, .ink = stage.theme().page.ink, .paper = stage.theme().page.paper});
    }
    const cards::Picture* const picture = picture_of(card, view.step);
    auto pages = lay_out_step(look, step, area, picture != nullptr);
    if (title_first) {
        pages.insert(pages.begin(), StepPage{.blocks = {}, .picture = {}});
    }
    const int count = static_cast<int>(pages.size());
    const int page = std::min(view.page, count - 1);
    stage.screen().page = page;
    stage.screen().pages = count;
    const StepPage& shown = pages.at(static_cast<std::size_t>(page));
    if (title_first && page == 0) {
        stage.canvas().text(step.title, area,
                            {.style = heading_style(look, step.title, area),
                             .ink = stage.theme().page.ink,
                             .paper = stage.theme().page.paper});
    }
    for (const Block& block : shown.blocks) {
        put_block(stage, block);
    }
    if (picture != nullptr && !shown.picture.empty()) {
        put_picture(stage, *picture, shown.picture,
                    shown.blocks.empty() ? look::Down::middle : look::Down::top);
    }
    put_ways(stage, view, card, ways, page, count);
    for (std::size_t i = 0; i < std::min<std::size_t>(card.steps.size(), 12); ++i) {
        stage.keys().row.at(i) = desk::OpenStep{static_cast<int>(i)};
    }
    frame.put();
}

} // namespace screens
