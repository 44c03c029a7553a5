#include "screens/entries.h"
#include "screens/frame.h"
#include "screens/manager_words.h"
#include "screens/pieces.h"
#include "screens/pin_pad.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>

namespace screens {

using look::Rect;
using look::Size;
using look::Style;
using look::Weight;

namespace {

constexpr Style kButton{Size::base, Weight::bold};

/// A pack that is kept: which it is, and the way back to it.
void put_kept(Stage& stage, const desk::KeptPack& pack, Rect row) {
    const look::Look& look = stage.look();
    const look::Theme& theme = stage.theme();
    const std::string back = words::go_back_to(pack.version);
    const Rect right = row.take_right(std::round(row.w * 0.5F), look.gap());
    const std::string number = words::version(pack.version);
    for (const std::string& words : {pack.name.empty() ? number : number + " · " + pack.name,
                                     number, std::to_string(pack.version)}) {
        const Style style = look::fitting_style(look, kButton, words, row.w, row.h);
        if (look::fit_text(look, style, words, row.w, row.h).fits) {
            stage.canvas().text(words, row,
                                {.style = style, .ink = theme.page.ink, .paper = theme.page.paper});
            break;
        }
    }
    if (pack.in_use) {
        stage.canvas().text(words::kInUse, right,
                            {.style = kButton, .ink = theme.page.ink, .paper = theme.page.paper});
        return;
    }
    stage.button({.id = "packs/back/" + pack.key,
                  .label = back,
                  .event = desk::AskPin{desk::ToGoBack{pack}},
                  .face = {.labels = {back, words::kGoBackShort},
                           .symbol = {},
                           .words_needed = true,
                           .style = kButton},
                  .ground = theme.card},
                 right);
}

struct Asked {
    std::string title;
    std::string below;
    desk::Event back;
    std::string back_label;
};

Asked asked_for(const Stage& stage, const desk::PinEntry& pin) {
    if (const auto* back = std::get_if<desk::ToGoBack>(&pin.purpose)) {
        return {words::kPin, words::go_back_to(back->pack.version), desk::OpenPacks{},
                words::kPacks};
    }
    if (std::holds_alternative<desk::ToCopyOut>(pin.purpose)) {
        return {words::kPin, words::kCopyOut, desk::OpenPacks{}, words::kPacks};
    }
    if (std::holds_alternative<desk::ToManage>(pin.purpose)) {
        return {words::kPin, words::kManager, desk::GoHome{}, words::kHome};
    }
    const auto* review =
        stage.state().drop ? std::get_if<desk::DropReview>(&*stage.state().drop) : nullptr;
    if (const auto* first = std::get_if<desk::ToSetFirst>(&pin.purpose)) {
        Asked asked{first->once.empty() ? words::kFirstPin : words::kFirstPinAgain,
                    words::kFirstPinWhy, desk::GoHome{}, words::kNotNow};
        if (review != nullptr) {
            asked.back = desk::OpenDrop{};
            asked.back_label = words::kBackToReview;
        }
        return asked;
    }
    return {words::kPin,
            review != nullptr ? words::use_version(review->library->pack.version) : std::string(),
            desk::OpenDrop{}, words::kBackToReview};
}

} // namespace

void put_packs(Stage& stage, const desk::PacksView& view) {
    const look::Look& look = stage.look();
    stage.screen().name = "packs";
    Frame frame(stage, true);
    Rect area = frame.content();
    put_title_row(stage, area,
                  {.back_label = words::kHome,
                   .back_key = words::kKeyEscape,
                   .back_event = desk::GoHome{},
                   .title = words::kPacks,
                   .below = {},
                   .badge = {},
                   .badge_code = {}});
    const float least = std::max(look.min_target(), look.panel.px(14));
    Rect bottom = area.take_bottom(least, look.gap());
    const std::vector<desk::KeptPack>& packs = stage.state().packs;
    const int per_page =
        std::max(1, static_cast<int>((area.h + look.gap()) / (least + look.gap())));
    const int count = static_cast<int>(packs.size());
    const int pages = std::max(1, (count + per_page - 1) / per_page);
    const int page = std::min(view.page, pages - 1);
    stage.screen().page = page;
    stage.screen().pages = pages;
    if (packs.empty()) {
        put_entries(stage, {{.term = {}, .text = words::kStarterInUse}}, area, 0, false);
    }
    for (int i = page * per_page; i < std::min(count, (page + 1) * per_page); ++i) {
        put_kept(stage, packs.at(static_cast<std::size_t>(i)), area.take_top(least, look.gap()));
    }
    if (pages > 1) {
        put_page_button(stage, bottom.take_right(page_button_width(look), look.gap()), page, pages);
        plan_pages(stage, page, pages);
    }
    stage.button({.id = "packs/copy",
                  .label = words::kCopyOut,
                  .event = desk::AskPin{desk::ToCopyOut{}},
                  .face = {.labels = {words::kCopyOut, words::kCopyOutShort},
                           .symbol = {},
                           .words_needed = true,
                           .style = kButton},
                  .ground = stage.theme().card},
                 bottom);
    frame.put();
}

void put_pin(Stage& stage, const desk::PinView& /*view*/) {
    const look::Look& look = stage.look();
    stage.screen().name = "pin";
    Frame frame(stage, true);
    Rect area = frame.content();
    const desk::PinEntry none{};
    const desk::PinEntry& pin = stage.state().pin ? *stage.state().pin : none;
    const Asked asked = asked_for(stage, pin);
    put_title_row(stage, area,
                  {.back_label = asked.back_label,
                   .back_key = {},
                   .back_event = asked.back,
                   .home_beside = asked.back != desk::Event{desk::GoHome{}},
                   .title = asked.title,
                   .below = asked.below,
                   .badge = {},
                   .badge_code = {}});
    // As wide as a hand reaches, not as wide as the glass.
    const float most = look.panel.px(170);
    const Rect at = area.w > most * 1.25F ? Rect{area.x, area.y, most, area.h} : area;
    PinPad(look, at.w, at.h).put(stage, at, pin);
    frame.put();
}

} // namespace screens
