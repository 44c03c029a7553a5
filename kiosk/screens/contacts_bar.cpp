#include "screens/frame.h"

#include "screens/words.h"

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

} // namespace

/// Cards that are not in use must not be taken for those that are: the bar says so, and leads back.
void Frame::put_looking_ahead() {
    const look::Look& look = stage_.look();
    const look::Ground& ground = stage_.ground(cards::Code::yellow);
    const bool compact = look.form() == Form::compact;
    stage_.canvas().box(bar_, ground.paper, compact ? look.radius() : 0);
    const Rect room = bar_.grown(-std::max(look.gap(), look.pad()), 0);
    const std::string not_yet = words::not_in_use_yet(stage_.pack().version);
    const std::string both = not_yet + " " + words::kBackToReview;
    const std::string words = look::fit_text(look, kSmallBold, both, room.w, room.h).fits
                                  ? both
                                  : std::string(words::kBackToReview);
    stage_.canvas().text(words, room,
                         {.style = look::fitting_style(look, kSmallBold, words, room.w, room.h),
                          .ink = ground.ink,
                          .paper = ground.paper});
    stage_.target({.id = "drop/back", .label = both, .rect = bar_}, desk::StopLooking{});
}

void Frame::put_contacts() {
    if (desk::is_looking_ahead(stage_.state())) {
        put_looking_ahead();
        return;
    }
    const look::Look& look = stage_.look();
    look::Canvas& canvas = stage_.canvas();
    const look::Theme& theme = stage_.theme();
    const bool compact = look.form() == Form::compact;
    canvas.box(bar_, theme.bar.paper, compact ? look.radius() : 0);
    const float pad = std::max(look.gap(), look.pad());
    Rect room = bar_.grown(-pad, -look.panel.px(1));
    const float between = std::round(look.em(kSmall) * 0.9F);
    const int rows = room.h >= look.height(kSmall, 2) ? 2 : 1;
    // One row stands in the middle; two share the height.
    const float row_h = rows == 2 && look.form() != Form::wide ? room.h / 2 : room.h;
    const int usable_rows = row_h < room.h ? 2 : 1;

    int row = 0;
    float x = room.x;
    // Puts words where they fit, on the present row or the next, and says whether they did.
    const auto put = [&](std::string_view soft, std::string_view strong, bool to_the_right) {
        const float space = std::round(look.em(kSmall) * 0.28F);
        const float soft_w =
            std::ceil(look.fonts->width(kSmall, soft)) + (soft.empty() ? 0 : space);
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
    std::string label = words::labelled(words::kGetHelp, "");
    for (const cards::Contact& contact : stage_.pack().contacts) {
        put(contact.who, contact.call, false);
        label += " " + contact.who + " " + contact.call + ".";
    }
    if (!stage_.pack().address.empty()) {
        const std::string address = std::string(words::kAddress) + " " + stage_.pack().address;
        const bool at_right = look.form() == Form::wide;
        if (!put(address, "", at_right)) {
            put(stage_.pack().address, "", at_right);
        }
        label += " " + address;
    }
    stage_.target({.id = "contacts", .label = label, .rect = bar_},
                  desk::OpenPage{desk::Topic::contacts});
}

} // namespace screens
