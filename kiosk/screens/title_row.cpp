#include "screens/title_row.h"

#include "screens/news.h"
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

constexpr Style kSmall{Size::small, Weight::regular};
constexpr Style kSmallBold{Size::small, Weight::bold};

/// Whether buttons beside a title are symbols alone: an upright panel is too narrow for more in the
/// largest letters.
bool is_narrow(const look::Look& look) {
    return look.form() == Form::compact || (look.form() == Form::tall && look.type.factor() > 1.4);
}

/// How wide the button back is: with its name and key where there is room for them.
float back_width(const look::Look& look, const TitleRow& row) {
    if (is_narrow(look)) {
        return look.min_target();
    }
    const float em = look.em(kSmall);
    const float key = row.back_key.empty() ? 0 : look::chip_size(look, row.back_key).w + em * 0.6F;
    return std::round(std::max(look.min_target(), look.fonts->width(kSmall, row.back_label) +
                                                      em * 1.4F + 2 * look.pad() + key));
}

bool has_home(const look::Look& look, const TitleRow& row) {
    return look.form() == Form::compact && row.home_beside;
}

/// On the smallest panels the title needs the room; home, with the quiet screen, is beside it.
bool has_quiet(const look::Look& look, const TitleRow& row) {
    const bool tiny = look::min_target_mm(look.panel) < 20;
    return look.form() == Form::compact && !(tiny && row.home_beside);
}

/// What the buttons of a row leave for its title.
float title_width(const look::Look& look, const TitleRow& row, float width) {
    const float button = look.min_target() + look.gap();
    return width - back_width(look, row) - look.pad() -
           (row.aside > 0 ? row.aside + look.gap() : 0) - (has_home(look, row) ? button : 0) -
           (has_quiet(look, row) ? button : 0);
}

/// The way back, and home; on small panels with the quiet screen, or with news.
void put_ways_out(Stage& stage, Rect& line, const TitleRow& row) {
    const look::Look& look = stage.look();
    const look::Theme& theme = stage.theme();
    const float gap = look.gap();
    const float least = look.min_target();
    if (has_home(look, row)) {
        stage.button({.id = "home",
                      .label = words::kHome,
                      .event = desk::GoHome{},
                      .face = {.labels = {}, .symbol = Symbol::home},
                      .ground = theme.card},
                     line.take_left(least, gap));
    }
    look::Face face{.labels = {},
                    .symbol = row.back_symbol,
                    .key = is_narrow(look) ? "" : row.back_key,
                    .style = {Size::small, Weight::regular}};
    if (!is_narrow(look)) {
        face.labels = {row.back_label};
    }
    stage.button({.id = row.back_id,
                  .label = row.back_label,
                  .event = row.back_event,
                  .face = face,
                  .ground = theme.card},
                 line.take_left(back_width(look, row), look.pad()));
    if (has_quiet(look, row)) {
        // News comes before it: the quiet screen is on the board as well.
        if (const Rect at = line.take_right(least, gap); !put_news_button(stage, at)) {
            stage.button({.id = "quiet",
                          .label = words::kQuiet,
                          .event = desk::BeQuiet{},
                          .face = {.labels = {}, .symbol = Symbol::quiet},
                          .ground = theme.card},
                         at);
        }
    }
}

} // namespace

look::Style heading_style(const look::Look& look, std::string_view text, const Rect& room) {
    return look::fitting_style(look, {Size::title, Weight::bold}, text, room.w, room.h);
}

bool title_fits_row(const look::Look& look, const TitleRow& row, float width) {
    return look::fit_text(look, kSmallBold, row.title, title_width(look, row, width),
                          look.height(kSmallBold, 2))
        .fits;
}

Rect put_title_row(Stage& stage, Rect& area, const TitleRow& row) {
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
    const bool shortened = !row.short_title.empty() && !title_fits_row(look, row, area.w);
    const std::string& title = shortened ? row.short_title : row.title;
    // Where not even its words fit beside the buttons, the screen has to do without.
    const look::TextFit least_title =
        look::fit_text(look, kSmallBold, title, title_width(look, row, area.w), 1e6F);
    if (least_title.fits) {
        height = std::max(height, least_title.height);
    }
    Rect line = area.take_top(height, gap);
    stage.screen().scene.title = row.title;
    stage.screen().scene.about = row.below.empty() || row.badge.empty()
                                     ? row.below + row.badge
                                     : row.below + " " + row.badge;

    const Rect free = row.aside > 0 ? line.take_right(row.aside, gap) : Rect{};
    stage.around([&] { put_ways_out(stage, line, row); });
    if (!least_title.fits) {
        return free;
    }
    const float badge_w = std::ceil(look.fonts->width(kSmallBold, row.badge)) + 2 * look.pad();
    const Rect beside_badge{0, 0, line.w - badge_w - look.pad(), line.h};
    const bool title_fits =
        look::fit_text(look, {Size::small, Weight::bold}, title, beside_badge.w, line.h).fits;
    if (!row.badge.empty() && badge_w < line.w * 0.35F && title_fits) {
        const look::Ground& ground = row.badge_code ? stage.ground(*row.badge_code) : theme.strong;
        Rect at = line.take_right(badge_w, look.pad());
        const float h = look.em(kSmallBold) * 1.5F;
        at = {at.x, std::round(at.centre_y() - h / 2), at.w, h};
        canvas.box(at, ground.paper, h * 0.25F);
        canvas.text(row.badge, at,
                    {.style = kSmallBold,
                     .ink = ground.ink,
                     .paper = ground.paper,
                     .across = Across::centre});
    }

    Style big = heading_style(look, title, {0, 0, line.w, look.pitch({Size::title, Weight::bold})});
    while (!row.below.empty() && big.size > Size::base &&
           look.pitch(big) + look.pitch(kSmall) > line.h) {
        big = look::smaller(big); // the line below it is worth a size
    }
    const look::TextFit one = look::fit_text(look, big, title, line.w, line.h);
    const bool below_fits = !row.below.empty() && one.fits && one.wrapped.lines.size() == 1 &&
                            look.pitch(big) + look.pitch(kSmall) <= line.h &&
                            look.fonts->width(kSmall, row.below) <= line.w;
    if (below_fits) {
        const float both = look.pitch(big) + look.pitch(kSmall);
        Rect text = line.grown(0, (both - line.h) / 2);
        canvas.text(title, text.take_top(look.pitch(big)),
                    {.style = big, .ink = theme.page.ink, .paper = theme.page.paper});
        canvas.text(row.below, text,
                    {.style = kSmall, .ink = theme.soft, .paper = theme.page.paper});
    } else {
        const Style style = heading_style(look, title, line);
        canvas.text(title, line,
                    {.style = style, .ink = theme.page.ink, .paper = theme.page.paper});
    }
    return free;
}

Rect put_paged_title_row(Stage& stage, Rect& area, TitleRow row) {
    if (stage.look().form() == Form::compact) {
        row.aside = page_button_width(stage.look());
    }
    return put_title_row(stage, area, row);
}

float page_button_width(const look::Look& look) {
    return is_narrow(look) ? look.min_target() : look.min_target() * 2;
}

void put_page_button(Stage& stage, const Rect& rect, int page, int pages) {
    stage.button({.id = "page/next",
                  .label = words::more_pages(page, pages),
                  .event = desk::ShowPage{(page + 1) % pages},
                  .face = {.labels = {words::page_of(page, pages)},
                           .symbol = Symbol::forward,
                           .symbol_after = true,
                           .style = {Size::small, Weight::bold}},
                  .ground = stage.theme().card},
                 rect);
}

} // namespace screens
