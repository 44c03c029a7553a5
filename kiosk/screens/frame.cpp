#include "screens/frame.h"

#include "screens/words.h"

#include <algorithm>

namespace screens {

using look::Across;
using look::Down;
using look::Form;
using look::Rect;
using look::Size;
using look::Style;
using look::Symbol;
using look::Weight;

namespace {

constexpr Style kSmall{Size::small, Weight::regular};
constexpr Style kSmallBold{Size::small, Weight::bold};

/// Wide enough for the longest acronym with its key, within reason.
float rail_width(const Stage& stage) {
    const look::Look& look = stage.look();
    const bool chips = look.form() != Form::compact;
    float text = 0;
    for (const cards::Code code : cards::kCodes) {
        const cards::CodeInfo& info = stage.pack().info(code);
        const cards::Card* framework = stage.pack().find(info.framework);
        const std::string acronym = framework != nullptr ? framework->title : info.name;
        text = std::max({text, look.fonts->width({Size::display, Weight::bold}, acronym),
                         look.fonts->width(kSmall, chips ? info.name : info.tab)});
    }
    const float all = static_cast<float>(look.panel.width_px);
    const float most = chips ? 0.2F : 0.235F;
    return std::round(std::clamp(text + 2 * look.pad(), 0.12F * all, most * all));
}

/// How the contacts are laid out at the bottom: on one line, on two, or only the first that fit.
float bar_height(const look::Look& look) {
    const float least = look.min_target();
    const float two_lines = look.height(kSmall, 2) + look.panel.px(3);
    const float of_panel = static_cast<float>(look.panel.height_px);
    return look.form() == Form::wide ? std::max(least, look.panel.px(7) + look.height(kSmallBold, 1))
           : two_lines <= 0.17F * of_panel ? std::max(least, two_lines)
                                           : least;
}

} // namespace

Frame::Frame(Stage& stage, bool own_header) : stage_(stage) {
    const look::Look& look = stage.look();
    const float gap = look.gap();
    const float row = look.min_target();
    Rect all = look.panel.rect();
    stage.canvas().box(all, stage.theme().page.paper);
    switch (look.form()) {
    case Form::wide:
        header_ = all.take_top(row + 2 * look.panel.px(1.6));
        bar_ = all.take_bottom(bar_height(look));
        content_ = all.grown(-gap);
        rail_ = content_.take_left(rail_width(stage), gap * 1.6F);
        break;
    case Form::tall:
        header_ = all.take_top(row + 2 * look.panel.px(1.6));
        bar_ = all.take_bottom(bar_height(look));
        content_ = all.grown(-gap);
        rail_ = content_.take_bottom(std::max(row, content_.h * 0.12F), gap);
        break;
    case Form::compact: {
        all = all.grown(-std::round(gap / 2));
        rail_ = all.take_left(rail_width(stage), gap);
        Rect beside = all;
        bar_ = beside.take_bottom(bar_height(look), gap);
        if (!own_header) {
            header_ = beside.take_top(row, gap);
        }
        content_ = beside;
        break;
    }
    }
}

void Frame::put() {
    put_rail();
    if (!header_.empty()) {
        put_header();
    }
    put_contacts();
}

void Frame::put_rail() {
    const bool across = stage_.look().form() == Form::tall;
    for (std::size_t i = 0; i < cards::kCodes.size(); ++i) {
        const int n = static_cast<int>(i);
        const float gap = stage_.look().gap();
        put_rail_button(cards::kCodes.at(i), across ? rail_.cell(n, 4, 0, 1, gap)
                                                    : rail_.cell(0, 1, n, 4, gap));
    }
}

void Frame::put_rail_button(cards::Code code, const Rect& rect) {
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

    Rect room = rect.grown(-std::min(look.pad(), rect.w * 0.08F), -look.panel.px(1.5));
    const float symbol = static_cast<float>(look.em({Size::large, Weight::bold}));
    const look::ChipSize chip = look::chip_size(look, key);
    const std::string name =
        look.fonts->width(kSmall, info.name) <= room.w ? info.name : info.tab;
    const bool show_name = look.fonts->width(kSmall, name) <= room.w;
    const float name_h = show_name ? look.pitch(kSmall) : 0;
    const Style acronym = look::fitting_style(look, {Size::display, Weight::bold}, framework->title,
                                              room.w, look.pitch({Size::display, Weight::bold}));
    const float acronym_h = look.pitch(acronym);

    if (room.h >= symbol + acronym_h + name_h) { // three rows, as tall as there is room
        const float spare = (room.h - symbol - acronym_h - name_h) / 4;
        room.y += spare;
        canvas.symbol(symbol_of(code), {room.x, room.y, symbol, symbol}, ground.ink);
        if (symbol + chip.w + look.gap() <= room.w && chip.h <= symbol + 2 * spare + 4) {
            canvas.chip(key, room.right(), room.y + (symbol - chip.h) / 2, ground.ink, ground.paper);
        }
        room.y += symbol + spare;
        canvas.text(framework->title, room.take_top(acronym_h),
                    {.style = acronym, .ink = ground.ink, .paper = ground.paper});
        room.y += spare / 2;
    } else { // the shape and the acronym side by side
        const bool two_rows = room.h >= acronym_h + name_h && show_name;
        Rect line = two_rows ? room.take_top(acronym_h + (room.h - acronym_h - name_h) / 2) : room;
        const float side = std::round(symbol * 0.8F);
        const Rect at = line.take_left(side, side * 0.35F);
        canvas.symbol(symbol_of(code), {at.x, std::round(at.centre_y() - side / 2), side, side},
                      ground.ink);
        const Style fitting = look::fitting_style(look, acronym, framework->title, line.w, line.h);
        canvas.text(framework->title, line,
                    {.style = fitting, .ink = ground.ink, .paper = ground.paper});
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

void Frame::put_name(const Rect& rect) {
    const look::Look& look = stage_.look();
    look::Canvas& canvas = stage_.canvas();
    const cards::Pack& pack = stage_.pack();
    const look::Ground& ground = stage_.theme().card;
    Rect room = rect;
    const float side = static_cast<float>(look.em(kSmallBold));
    const Rect at = room.take_left(side, side * 0.5F);
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
    } else {
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
        stage_.canvas().box({header_.x, header_.bottom() - look.hairline(), header_.w,
                             look.hairline()},
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
        const std::string widest = "12:00";
        clock = row.take_right(
            std::ceil(look.fonts->width({Size::base, Weight::bold}, widest)) + look.hairline(), gap);
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
        stage_.canvas().text(words::time_of_day(stage_.state().minute_of_day), clock,
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

    look::Ground ground = theme.card;
    canvas.sheet(rect, ground);
    canvas.box(rect, theme.card.ink, look.radius());
    const float edge = look.hairline() * (search != nullptr ? 2 : 1);
    canvas.box(rect.grown(-edge), ground.paper, look.radius() - edge);

    Rect room = rect.grown(-look.pad(), 0);
    const Style style = typed ? Style{Size::base, Weight::bold} : Style{Size::base, Weight::regular};
    const float side = static_cast<float>(look.em(style));
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
        for (const char* prompt : {words::kSearchPrompt, words::kSearchPromptShort}) {
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

void Frame::put_contacts() {
    const look::Look& look = stage_.look();
    look::Canvas& canvas = stage_.canvas();
    const look::Theme& theme = stage_.theme();
    const bool compact = look.form() == Form::compact;
    canvas.box(bar_, theme.bar.paper, compact ? look.radius() : 0);
    const float pad = std::max(look.gap(), look.pad());
    Rect room = bar_.grown(-pad, -look.panel.px(1));
    const float between = std::round(static_cast<float>(look.em(kSmall)) * 0.9F);
    const int rows = room.h >= look.height(kSmall, 2) ? 2 : 1;
    // One row stands in the middle; two share the height.
    const float row_h = rows == 2 && look.form() != Form::wide ? room.h / 2 : room.h;
    const int usable_rows = row_h < room.h ? 2 : 1;

    int row = 0;
    float x = room.x;
    // Puts words where they fit, on the present row or the next, and says whether they did.
    const auto put = [&](std::string_view soft, std::string_view strong, bool to_the_right) {
        const float space = std::round(static_cast<float>(look.em(kSmall)) * 0.28F);
        const float soft_w = std::ceil(look.fonts->width(kSmall, soft)) + (soft.empty() ? 0 : space);
        const float width = soft_w + std::ceil(look.fonts->width(kSmallBold, strong));
        if (x + width > room.right() + 1) {
            if (row + 1 >= usable_rows || room.x + width > room.right() + 1) {
                return false;
            }
            ++row;
            x = room.x;
        }
        const float left = to_the_right ? room.right() - width : x;
        const float y = room.y + static_cast<float>(row) * row_h;
        const look::Colour ink = strong.empty() ? theme.bar_soft : theme.bar.ink;
        if (!soft.empty()) {
            canvas.text(soft, {left, y, soft_w + 1, row_h},
                        {.style = kSmall, .ink = ink, .paper = theme.bar.paper});
        }
        if (!strong.empty()) {
            canvas.text(strong, {left + soft_w, y, width - soft_w + 2, row_h},
                        {.style = kSmallBold, .ink = ink, .paper = theme.bar.paper});
        }
        x += width + between;
        return true;
    };

    if (!compact) {
        put(words::kGetHelp, "", false);
    }
    std::string label = std::string(words::kGetHelp) + ":";
    for (const cards::Contact& contact : stage_.pack().contacts) {
        put(contact.who, contact.call, false);
        label += " " + contact.who + " " + contact.call + ".";
    }
    if (!stage_.pack().address.empty()) {
        const std::string address = std::string(words::kAddress) + " " + stage_.pack().address;
        put(address, "", look.form() == Form::wide);
        label += " " + address;
    }
    stage_.target({.id = "contacts", .label = label, .rect = bar_},
                  desk::OpenPage{desk::Topic::contacts});
}

look::Style heading_style(const look::Look& look, std::string_view text, const Rect& room) {
    return look::fitting_style(look, {Size::title, Weight::bold}, text, room.w, room.h);
}

void put_title_row(Stage& stage, Rect& area, const TitleRow& row) {
    const look::Look& look = stage.look();
    look::Canvas& canvas = stage.canvas();
    const look::Theme& theme = stage.theme();
    const bool compact = look.form() == Form::compact;
    const float gap = look.gap();
    const float least = look.min_target();
    float height = std::max(least, look.height(kSmall, 2));
    if (!compact && !row.below.empty()) {
        height = std::max(height, look.pitch({Size::large, Weight::bold}) + look.pitch(kSmall));
    }
    Rect line = area.take_top(height, gap);

    if (row.aside > 0) {
        line.take_right(row.aside, gap);
    }
    if (compact && row.home_beside) {
        stage.button({.id = "home",
                      .label = words::kHome,
                      .event = desk::GoHome{},
                      .face = {.labels = {}, .symbol = Symbol::home},
                      .ground = theme.card},
                     line.take_left(least, gap));
    }
    look::Face face{.labels = {},
                    .symbol = row.back_symbol,
                    .key = compact ? "" : row.back_key,
                    .style = {Size::small, Weight::regular}};
    float back_w = least;
    if (!compact) {
        face.labels = {row.back_label};
        const float em = static_cast<float>(look.em(face.style));
        back_w = std::max(least, look.fonts->width(face.style, row.back_label) + em * 1.4F +
                                     2 * look.pad() +
                                     (row.back_key.empty()
                                          ? 0
                                          : look::chip_size(look, row.back_key).w + em * 0.6F));
    }
    stage.button({.id = row.back_id,
                  .label = row.back_label,
                  .event = row.back_event,
                  .face = face,
                  .ground = theme.card},
                 line.take_left(std::round(back_w), look.pad()));
    // On the smallest panels the title needs the room; home, with the quiet screen, is beside it.
    const bool tiny = look::min_target_mm(look.panel) < 20;
    if (compact && !(tiny && row.home_beside)) {
        stage.button({.id = "quiet",
                      .label = words::kQuiet,
                      .event = desk::BeQuiet{},
                      .face = {.labels = {}, .symbol = Symbol::quiet},
                      .ground = theme.card},
                     line.take_right(least, gap));
    }

    const float badge_w = std::ceil(look.fonts->width(kSmallBold, row.badge)) + 2 * look.pad();
    const Rect beside_badge{0, 0, line.w - badge_w - look.pad(), line.h};
    const bool title_fits =
        look::fit_text(look, {Size::small, Weight::bold}, row.title, beside_badge.w, line.h).fits;
    if (!row.badge.empty() && badge_w < line.w * 0.35F && title_fits) {
        const look::Ground& ground =
            row.badge_code ? stage.ground(*row.badge_code) : theme.strong;
        Rect at = line.take_right(badge_w, look.pad());
        const float h = static_cast<float>(look.em(kSmallBold)) * 1.5F;
        at = {at.x, std::round(at.centre_y() - h / 2), at.w, h};
        canvas.box(at, ground.paper, h * 0.25F);
        canvas.text(row.badge, at,
                    {.style = kSmallBold,
                     .ink = ground.ink,
                     .paper = ground.paper,
                     .across = Across::centre});
    }

    Style big = heading_style(look, row.title,
                              {0, 0, line.w, look.pitch({Size::title, Weight::bold})});
    while (!row.below.empty() && big.size > Size::base &&
           look.pitch(big) + look.pitch(kSmall) > line.h) {
        big = look::smaller(big); // the line below it is worth a size
    }
    const look::TextFit one = look::fit_text(look, big, row.title, line.w, line.h);
    const bool below_fits =
        !row.below.empty() && one.fits && one.wrapped.lines.size() == 1 &&
        look.pitch(big) + look.pitch(kSmall) <= line.h &&
        look.fonts->width(kSmall, row.below) <= line.w;
    if (below_fits) {
        const float both = look.pitch(big) + look.pitch(kSmall);
        Rect text = line.grown(0, (both - line.h) / 2);
        canvas.text(row.title, text.take_top(look.pitch(big)),
                    {.style = big, .ink = theme.page.ink, .paper = theme.page.paper});
        canvas.text(row.below, text,
                    {.style = kSmall, .ink = theme.soft, .paper = theme.page.paper});
    } else {
        const Style style = heading_style(look, row.title, line);
        canvas.text(row.title, line,
                    {.style = style, .ink = theme.page.ink, .paper = theme.page.paper});
    }
}

float page_button_width(const look::Look& look) {
    return look.form() == Form::compact ? look.min_target() : look.min_target() * 2;
}

void put_page_button(Stage& stage, const Rect& rect, int page, int pages) {
    stage.button({.id = "page/next",
                  .label = std::string(words::kMore) + ", " + words::page_of(page, pages),
                  .event = desk::ShowPage{(page + 1) % pages},
                  .face = {.labels = {words::page_of(page, pages)},
                           .symbol = Symbol::forward,
                           .symbol_after = true,
                           .style = {Size::small, Weight::bold}},
                  .ground = stage.theme().card},
                 rect);
}

} // namespace screens
