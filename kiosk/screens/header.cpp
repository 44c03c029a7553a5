#include "screens/frame.h"

#include "screens/news.h"
#include "screens/words.h"

#include <algorithm>
#include <string>

namespace screens {

using look::Across;
using look::Form;
using look::Rect;
using look::Size;
using look::Style;
using look::Symbol;
using look::Weight;

namespace {

/// As wide as the clock ever is, so that nothing beside it moves with the minutes.
float widest_time(const look::Look& look, const Style& style) {
    constexpr int kTen = 22 * 60; // has four digits, whichever way hours are counted
    std::string time = i18n::time_of_day(kTen);
    std::ranges::replace_if(time, [](char c) { return c >= '1' && c <= '9'; }, '0');
    return std::ceil(look.fonts->width(style, time)) + look.hairline();
}

constexpr Style kSmall{Size::small, Weight::regular};
constexpr Style kSmallBold{Size::small, Weight::bold};

} // namespace

void Frame::put_name(const Rect& rect) {
    const look::Look& look = stage_.look();
    look::Canvas& canvas = stage_.canvas();
    const cards::Pack& pack = stage_.pack();
    const look::Ground& ground = stage_.theme().card;
    Rect room = rect;
    const float side = look.em(kSmallBold);
    const bool words_fit = look.fonts->width(kSmallBold, words::kHome) <= rect.w - side * 1.5F ||
                           look.fonts->width(kSmallBold, pack.site) <= rect.w - side * 1.5F;
    const Rect at = words_fit ? room.take_left(side, side * 0.5F)
                              : Rect{rect.centre_x() - side / 2, rect.y, side, rect.h};
    canvas.symbol(Symbol::home, {at.x, std::round(at.centre_y() - side / 2), side, side},
                  ground.ink);
    const bool both = !pack.desk.empty() && look.fonts->width(kSmall, pack.desk) <= room.w &&
                      look.pitch(kSmallBold) * 2 <= room.h;
    const Rect whole = room;
    if (look.fonts->width(kSmallBold, pack.site) <= room.w) {
        const float rows = both ? 2 : 1;
        room.y += (room.h - rows * look.pitch(kSmallBold)) / 2;
        canvas.text(pack.site, room.take_top(look.pitch(kSmallBold)),
                    {.style = kSmallBold, .ink = ground.ink, .paper = ground.paper});
        if (both) {
            canvas.text(pack.desk, room.take_top(look.pitch(kSmall)),
                        {.style = kSmall, .ink = stage_.theme().soft, .paper = ground.paper});
        }
    } else if (words_fit) {
        canvas.text(words::kHome, whole,
                    {.style = kSmallBold, .ink = ground.ink, .paper = ground.paper});
    }
    stage_.target({.id = "home", .label = words::kHome, .key = words::kKeyEscape, .rect = rect},
                  desk::GoHome{});
}

void Frame::put_header() {
    const look::Look& look = stage_.look();
    const float gap = look.gap();
    Rect row = header_;
    if (look.form() != Form::compact) {
        stage_.canvas().box(header_, stage_.theme().card.paper);
        stage_.canvas().box(
            {header_.x, header_.bottom() - look.hairline(), header_.w, look.hairline()},
            stage_.theme().line);
        row = header_.grown(-gap, -look.panel.px(1.6));
    }
    const bool compact = look.form() == Form::compact;
    const float least = look.min_target();

    Rect name;
    if (look.form() == Form::wide) {
        name = row.take_left(std::max(rail_.w, least), gap * 1.6F);
    } else if (stage_.screen().name != "board") {
        name = row.take_left(least, gap);
    } else if (look.form() == Form::tall) {
        name = row.take_left(std::round(row.w * 0.2F), gap);
    }

    Rect clock;
    if (stage_.state().habits.clock && look.form() != Form::compact) {
        clock = row.take_right(widest_time(look, {Size::base, Weight::bold}), gap);
    }
    const float button = compact ? least : std::max(least, std::round(row.w * 0.12F));
    const Rect menu = row.take_right(button, gap);
    const Rect quiet = row.take_right(compact ? least : std::round(button * 1.5F), gap);

    if (!name.empty()) {
        if (name.w > least * 1.2F) {
            put_name(name);
        } else {
            stage_.button({.id = "home",
                           .label = words::kHome,
                           .event = desk::GoHome{},
                           .face = {.labels = {}, .symbol = Symbol::home, .key = words::kKeyEscape},
                           .ground = stage_.theme().card},
                          name);
        }
    }
    // A banner, for whoever is in the middle of something; the board has a strip of its own.
    if (stage_.screen().name != "board" && news_for(stage_)) {
        put_news_button(stage_, row.take_right(compact ? least : std::round(button * 1.5F), gap));
    }
    put_search_field(row);
    const Style plain{Size::small, Weight::regular};
    stage_.button({.id = "quiet",
                   .label = words::kQuiet,
                   .event = desk::BeQuiet{},
                   .face = {.labels = {words::kQuiet, words::kQuietShort},
                            .symbol = Symbol::quiet,
                            .key = words::kKeyQuiet,
                            .style = plain},
                   .ground = stage_.theme().card},
                  quiet);
    stage_.button({.id = "menu",
                   .label = words::kMenu,
                   .event = desk::OpenPage{desk::Topic::menu},
                   .face = {.labels = {words::kMenu}, .symbol = Symbol::menu, .style = plain},
                   .ground = stage_.theme().card},
                  menu);
    if (!clock.empty()) {
        stage_.canvas().text(i18n::time_of_day(stage_.state().minute_of_day), clock,
                             {.style = {Size::base, Weight::bold},
                              .ink = stage_.theme().card.ink,
                              .paper = stage_.theme().card.paper,
                              .across = Across::right});
    }
}

void Frame::put_search_field(const Rect& rect) {
    const look::Look& look = stage_.look();
    look::Canvas& canvas = stage_.canvas();
    const look::Theme& theme = stage_.theme();
    const auto* search = std::get_if<desk::SearchView>(&stage_.state().view);
    const bool typed = search != nullptr && !search->query.empty();

    const look::Ground& ground = theme.card;
    canvas.sheet(rect, ground);
    canvas.box(rect, theme.card.ink, look.radius());
    const float edge = look.hairline() * (search != nullptr ? 2.0F : 1.0F);
    canvas.box(rect.grown(-edge), ground.paper, look.radius() - edge);

    Rect room = rect.grown(-look.pad(), 0);
    const Style style =
        typed ? Style{Size::base, Weight::bold} : Style{Size::base, Weight::regular};
    const float side = look.em(style);
    const Rect at = room.take_left(side, side * 0.5F);
    canvas.symbol(Symbol::search, {at.x, std::round(at.centre_y() - side / 2), side, side},
                  ground.ink);
    float caret = room.x;
    if (typed) {
        // The end of a long query is what is being typed: show that.
        std::string_view shown = search->query;
        while (look.fonts->width(style, shown) > room.w - side && shown.size() > 1) {
            shown.remove_prefix(1);
            while ((static_cast<unsigned char>(shown.front()) & 0xC0U) == 0x80U) {
                shown.remove_prefix(1);
            }
        }
        caret = room.x + look.fonts->width(style, shown);
        if (shown.find_first_not_of(' ') != std::string_view::npos) {
            canvas.text(shown, room, {.style = style, .ink = ground.ink, .paper = ground.paper});
        }
    } else {
        for (const std::string_view prompt :
             {words::kSearchPrompt.view(), words::kSearchPromptShort.view()}) {
            if (look.fonts->width(style, prompt) <= room.w) {
                canvas.text(prompt, {room.x + side * 0.2F, room.y, room.w, room.h},
                            {.style = style, .ink = theme.soft, .paper = ground.paper});
                break;
            }
        }
    }
    if (search != nullptr) {
        const float height = side * 1.1F;
        canvas.box({std::round(caret + side * 0.08F), std::round(rect.centre_y() - height / 2),
                    std::max(2.0F, look.panel.px(0.4)), height},
                   ground.ink);
    }
    stage_.target({.id = "search",
                   .role = look::Role::field,
                   .label = typed ? search->query : words::kSearchPrompt,
                   .rect = rect},
                  desk::StartSearch{});
}

} // namespace screens
