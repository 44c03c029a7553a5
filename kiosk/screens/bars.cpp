#include "screens/bars.h"

#include "screens/entries.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>
#include <cmath>

namespace screens {

using look::Down;
using look::Rect;
using look::Size;
using look::Style;
using look::Weight;

namespace {

/// How much of the width labels and values take beside a bar, at most.
constexpr float kMostLabel = 0.42F;
constexpr float kMostValue = 0.3F;

Style value_style(Style style) {
    return {style.size, Weight::bold};
}

/// The inside of the sheet, without the caption.
Rect room_for_bars(const look::Look& look, const std::string& caption, Rect area) {
    Rect room = area.grown(-look.pad());
    if (!caption.empty()) {
        const Style style{Size::base, Weight::bold};
        room.take_top(look::fit_text(look, style, caption, room.w, room.h).height, look.gap());
    }
    return room;
}

/// How the bars lie in letters of that size; nothing if the labels are too long for it.
std::optional<BarLook> lay(const look::Look& look, const std::vector<Bar>& bars, const Rect& room,
                           Style style, bool beside) {
    BarLook laid{.style = style};
    for (const Bar& bar : bars) {
        laid.value_w = std::max(laid.value_w, look.fonts->width(value_style(style), bar.value));
        laid.label_w = std::max(laid.label_w, look.fonts->width(style, bar.label));
    }
    laid.value_w = std::ceil(laid.value_w) + 1;
    laid.label_w = beside ? std::min(std::ceil(laid.label_w) + 1, room.w * kMostLabel) : 0;
    if (laid.value_w > room.w * (beside ? kMostValue : 1)) {
        return std::nullopt;
    }
    float tallest = 0;
    for (const Bar& bar : bars) {
        const look::TextFit fit =
            look::fit_text(look, style, bar.label, beside ? laid.label_w : room.w, room.h);
        if (!fit.fits) {
            return std::nullopt;
        }
        tallest = std::max(tallest, fit.height);
    }
    const float line = look.pitch(style);
    laid.row_h = std::ceil(beside ? std::max(tallest, look.height(style, 1)) + look.gap()
                                  : tallest + line + look.gap());
    laid.rows = static_cast<int>((room.h + look.gap() / 2) / laid.row_h);
    return laid.rows > 0 ? std::optional(laid) : std::nullopt;
}

void put_bar(Stage& stage, const Bar& bar, const BarLook& laid, Rect row) {
    const look::Look& look = stage.look();
    const look::Theme& theme = stage.theme();
    row.take_bottom(look.gap());
    const look::Setting label{
        .style = laid.style, .ink = theme.card.ink, .paper = theme.card.paper};
    Rect line = row;
    if (laid.label_w > 0) {
        stage.canvas().text(bar.label, line.take_left(laid.label_w, look.gap()), label);
    } else {
        line = row.take_bottom(look.pitch(laid.style));
        stage.canvas().text(bar.label, row, label);
    }
    look::Setting value = label;
    value.style = value_style(laid.style);
    // What is not exact has no length: its words stand where its bar would begin.
    const float most = line.w - laid.value_w - look.gap();
    const float length = std::round(std::max(0.0F, most * static_cast<float>(bar.share)));
    if (most > 0 && length > 0) {
        const float thick = std::min(line.h, look.em(laid.style));
        const Rect at{line.x, std::round(line.centre_y() - thick / 2), length, thick};
        stage.canvas().box(at, bar.code ? stage.ground(*bar.code).paper : theme.soft,
                           std::min(look.radius(), thick / 4));
    }
    line.take_left(length > 0 ? length + look.gap() : 0);
    stage.canvas().text(bar.value, line, value);
}

std::vector<Entry> as_entries(const std::string& caption, const std::vector<Bar>& bars) {
    std::vector<Entry> entries;
    if (!caption.empty()) {
        entries.push_back({.term = {}, .text = caption});
    }
    for (const Bar& bar : bars) {
        entries.push_back({.term = {}, .text = words::labelled(bar.label, bar.value)});
    }
    return entries;
}

} // namespace

std::optional<BarLook> look_of(const look::Look& look, const std::vector<Bar>& bars,
                               const Rect& area) {
    std::optional<BarLook> best;
    for (const bool beside : {true, false}) {
        for (const Size size : {Size::large, Size::base, Size::small}) {
            const auto laid = lay(look, bars, area, {size, Weight::regular}, beside);
            if (laid && std::cmp_greater_equal(laid->rows, bars.size())) {
                return laid;
            }
            best = laid && (!best || laid->rows > best->rows) ? laid : best;
        }
    }
    return best;
}

void put_bars(Stage& stage, const std::string& caption, const std::vector<Bar>& bars, int first,
              const Rect& area) {
    const look::Look& look = stage.look();
    const look::Theme& theme = stage.theme();
    stage.canvas().sheet(area, theme.card);
    Rect room = room_for_bars(look, caption, area);
    if (!caption.empty()) {
        const Rect inside = area.grown(-look.pad());
        stage.canvas().text(caption, {inside.x, inside.y, inside.w, room.y - look.gap() - inside.y},
                            {.style = {Size::base, Weight::bold},
                             .ink = theme.card.ink,
                             .paper = theme.card.paper,
                             .down = Down::top});
    }
    const auto laid = look_of(look, bars, room);
    const int rows = laid ? laid->rows : 0;
    for (int i = first; i < std::min(first + rows, static_cast<int>(bars.size())); ++i) {
        put_bar(stage, bars.at(static_cast<std::size_t>(i)), *laid, room.take_top(laid->row_h));
    }
}

void put_paged_bars(Stage& stage, const std::string& caption, const std::vector<Bar>& bars,
                    const Rect& area, const Rect& turn, int wanted) {
    const look::Look& look = stage.look();
    const auto rows_in = [&](const Rect& sheet) {
        const auto laid = look_of(look, bars, room_for_bars(look, caption, sheet));
        return laid ? laid->rows : 0;
    };
    const auto count = static_cast<int>(bars.size());
    Rect button = turn;
    Rect sheet = area;
    if (rows_in(area) < count && turn.empty()) {
        Rect bottom = sheet.take_bottom(look.min_target(), look.gap());
        button = bottom.take_right(page_button_width(look));
    }
    const int rows = rows_in(sheet);
    if (rows == 0) {
        put_entries(stage, as_entries(caption, bars), area, wanted, false);
        return;
    }
    const int pages = std::max(1, (count + rows - 1) / rows);
    const int page = std::min(wanted, pages - 1);
    stage.screen().page = page;
    stage.screen().pages = pages;
    put_bars(stage, caption, bars, page * rows, sheet);
    if (pages > 1) {
        put_page_button(stage, button, page, pages);
        plan_pages(stage, page, pages);
    }
}

} // namespace screens
