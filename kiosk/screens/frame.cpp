#include "screens/frame.h"

#include <algorithm>

namespace screens {

using look::Form;
using look::Rect;
using look::Size;
using look::Style;
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
    const auto all = static_cast<float>(look.panel.width_px);
    const float most = chips ? 0.2F : 0.235F;
    return std::ceil(std::clamp(text + 2 * look.pad(), 0.12F * all, most * all));
}

/// How the contacts are laid out at the bottom: on one line, on two, or only the first that fit.
float bar_height(const look::Look& look) {
    const float least = look.min_target();
    const float two_lines = look.height(kSmall, 2) + look.panel.px(3);
    const auto of_panel = static_cast<float>(look.panel.height_px);
    return look.form() == Form::wide
               ? std::max(least, look.panel.px(7) + look.height(kSmallBold, 1))
           : two_lines <= 0.17F * of_panel ? std::max(least, two_lines)
                                           : least;
}

} // namespace

Frame::Frame(Stage& stage, bool own_header) : stage_(stage) {
    const look::Look& look = stage.look();
    const float gap = look.gap();
    const float row = look.min_target();
    Rect all = look.within_reach();
    above_ = {0, 0, all.w, all.y};
    const auto take_rail = [&](Rect& from, float between) {
        const float width = rail_width(stage);
        return look.rail_on_right ? from.take_right(width, between)
                                  : from.take_left(width, between);
    };
    switch (look.form()) {
    case Form::wide:
        header_ = all.take_top(row + 2 * look.panel.px(1.6));
        bar_ = all.take_bottom(bar_height(look));
        content_ = all.grown(-gap);
        rail_ = take_rail(content_, gap * 1.6F);
        break;
    case Form::tall:
        header_ = all.take_top(row + 2 * look.panel.px(1.6));
        bar_ = all.take_bottom(bar_height(look));
        content_ = all.grown(-gap);
        rail_ = content_.take_bottom(std::max(row, content_.h * 0.12F), gap);
        break;
    case Form::compact: {
        all = all.grown(-std::round(gap / 2));
        rail_ = take_rail(all, gap);
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

/// The library's name for those who stand before the desk.
void Frame::put_above() {
    const look::Look& look = stage_.look();
    const look::Ground& page = stage_.theme().page;
    const Rect room = above_.grown(-look.pad());
    stage_.canvas().text(stage_.pack().site, room,
                         {.style = look::fitting_style(look, {Size::display, Weight::bold},
                                                       stage_.pack().site, room.w, room.h),
                          .ink = page.ink,
                          .paper = page.paper,
                          .across = look::Across::centre});
}

void Frame::put() {
    if (above_.h > stage_.look().pitch(kSmallBold) + 2 * stage_.look().pad()) {
        put_above();
    }
    stage_.around([this] {
        put_rail();
        if (!header_.empty()) {
            put_header();
        }
        put_contacts();
    });
}

} // namespace screens
