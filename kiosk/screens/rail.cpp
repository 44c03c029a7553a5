#include "screens/frame.h"

#include "screens/words.h"

#include <algorithm>
#include <array>

namespace screens {

using look::Form;
using look::Rect;
using look::Size;
using look::Style;
using look::Weight;

namespace {

constexpr Style kSmall{Size::small, Weight::regular};

/// What a button has for its words.
Rect room_in(const look::Look& look, const Rect& button) {
    return button.grown(-std::min(look.pad(), button.w * 0.08F), -look.panel.px(1.5));
}

/// The name below the acronym; where that is too wide, its short form.
const std::string& name_on_rail(const look::Look& look, const cards::CodeInfo& info, float width) {
    return look.fonts->width(kSmall, info.name) <= width ? info.name : info.tab;
}

} // namespace

/// So that the four look alike: the widest words and the lowest button decide for all.
Frame::RailWords Frame::rail_words(std::span<const Rect> buttons) const {
    const look::Look& look = stage_.look();
    const float width = room_in(look, buttons.front()).w;
    RailWords words{.names = true,
                    .acronym = {Size::display, Weight::bold},
                    .height = room_in(look, std::ranges::min(buttons, {}, &Rect::h)).h};
    for (const cards::Code code : cards::kCodes) {
        const cards::CodeInfo& info = stage_.pack().info(code);
        words.names &= look.fonts->width(kSmall, name_on_rail(look, info, width)) <= width;
        if (const cards::Card* const framework = stage_.pack().find(info.framework)) {
            words.acronym = look::fitting_style(look, words.acronym, framework->title, width,
                                                look.pitch(words.acronym));
        }
    }
    return words;
}

void Frame::put_rail() {
    const bool across = stage_.look().form() == Form::tall;
    const float gap = stage_.look().gap();
    const auto cell = [&](int n) {
        return across ? rail_.cell(n, 4, 0, 1, gap) : rail_.cell(0, 1, n, 4, gap);
    };
    const std::array buttons{cell(0), cell(1), cell(2), cell(3)};
    const RailWords words = rail_words(buttons);
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        put_rail_button(cards::kCodes.at(i), buttons.at(i), words);
    }
}

void Frame::put_rail_button(cards::Code code, const Rect& rect, const RailWords& shown) {
    const look::Look& look = stage_.look();
    look::Canvas& canvas = stage_.canvas();
    const cards::CodeInfo& info = stage_.pack().info(code);
    const cards::Card* framework = stage_.pack().find(info.framework);
    if (framework == nullptr) {
        return;
    }
    const look::Ground& ground = stage_.ground(code);
    const char* key = words::kKeyFrameworks.at(static_cast<std::size_t>(code));
    canvas.box(rect, ground.paper, look.radius());

    Rect room = room_in(look, rect);
    room.h = shown.height;
    const float symbol = look.em({Size::large, Weight::bold});
    const look::ChipSize chip = look::chip_size(look, key);
    const std::string& name = name_on_rail(look, info, room.w);
    const bool show_name = shown.names;
    const float name_h = show_name ? look.pitch(kSmall) : 0;
    const Style acronym = shown.acronym;
    const float acronym_h = look.pitch(acronym);

    if (room.h >= symbol + acronym_h + name_h) { // three rows, as tall as there is room
        const float spare = (room.h - symbol - acronym_h - name_h) / 4;
        room.y += spare;
        canvas.symbol(symbol_of(code), {room.x, room.y, symbol, symbol}, ground.ink);
        if (symbol + chip.w + look.gap() <= room.w && chip.h <= symbol + 2 * spare + 4) {
            canvas.chip(key, room.right(), room.y + (symbol - chip.h) / 2, ground.ink,
                        ground.paper);
        }
        room.y += symbol + spare;
        canvas.text(framework->title, room.take_top(acronym_h),
                    {.style = acronym, .ink = ground.ink, .paper = ground.paper});
        room.y += spare / 2;
    } else { // the shape and the acronym side by side
        const bool two_rows = room.h >= acronym_h + name_h && show_name;
        Rect line = two_rows ? room.take_top(acronym_h + (room.h - acronym_h - name_h) / 2) : room;
        const float side = std::min(std::round(symbol * 0.8F), room.h);
        // All four alike: the longest acronym decides.
        const auto fits = [&](float width) {
            return std::ranges::all_of(cards::kCodes, [&](cards::Code any) {
                const cards::Card* other = stage_.pack().find(stage_.pack().info(any).framework);
                return other == nullptr || look::fit_text(look, {Size::small, Weight::bold},
                                                          other->title, width, line.h)
                                               .fits;
            });
        };
        const bool shape = fits(line.w - side * 1.35F) || !fits(line.w);
        const bool words = !shape || fits(line.w - side * 1.35F);
        if (shape) { // in the middle where it stands alone
            const Rect at = words ? line.take_left(side, side * 0.35F) : line;
            canvas.symbol(symbol_of(code),
                          {std::round(at.centre_x() - side / 2),
                           std::round(at.centre_y() - side / 2), side, side},
                          ground.ink);
        }
        if (words) {
            canvas.text(
                framework->title, line,
                {.style = look::fitting_style(look, acronym, framework->title, line.w, line.h),
                 .ink = ground.ink,
                 .paper = ground.paper});
        }
        if (!two_rows) {
            room.h = 0;
        }
    }
    if (show_name && room.h >= name_h) {
        canvas.text(name, {room.x, room.y, room.w, name_h},
                    {.style = kSmall, .ink = ground.ink, .paper = ground.paper});
    }
    stage_.target({.id = "rail/" + info.framework,
                   .role = look::Role::card,
                   .label = framework->title + ", " + info.name,
                   .key = key,
                   .rect = rect},
                  desk::OpenFramework{code});
}

} // namespace screens
