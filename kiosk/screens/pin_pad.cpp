#include "screens/pin_pad.h"

#include "screens/words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace screens {

using look::Rect;
using look::Size;
using look::Style;
using look::Symbol;
using look::Weight;

namespace {

/// A way to lay the keys out: 'e' erases, 'a' accepts.
struct Layout {
    int columns;
    std::string_view keys;
};
/// As a telephone has them, if there is room.
constexpr std::array<Layout, 3> kLayouts{
    {{3, "123456789e0a"}, {4, "123e4560789a"}, {6, "12345e67890a"}}};

constexpr Style kSays{Size::small, Weight::regular};

/// What is above the keys: dots, and a line that says something.
float head_height(const look::Look& look) {
    return look.em(kSays) + look.gap() + look.height(kSays, 2);
}

void put_dots(Stage& stage, const Rect& row, const desk::PinEntry& pin) {
    const look::Theme& theme = stage.theme();
    const std::size_t count = std::max(pin.digits.size(), desk::kLeastPin);
    const float step = std::min(row.h * 1.5F, row.w / static_cast<float>(desk::kMostPin));
    const float size = std::round(step * 0.66F);
    for (std::size_t i = 0; i < count; ++i) {
        const Rect dot{std::round(row.x + step * static_cast<float>(i)),
                       std::round(row.centre_y() - size / 2), size, size};
        stage.canvas().box(dot, theme.card.ink, dot.w / 2);
        if (i >= pin.digits.size()) {
            const Rect inside = dot.grown(-stage.look().hairline() * 1.5F);
            stage.canvas().box(inside, theme.card.paper, inside.w / 2);
        }
    }
}

std::string says(desk::PinFault fault, const std::string& sentence) {
    switch (fault) {
    case desk::PinFault::none: return {};
    case desk::PinFault::wrong: return words::kWrongPin;
    case desk::PinFault::too_early: return words::kTooEarly;
    case desk::PinFault::two_differ: return words::kPinsDiffer;
    case desk::PinFault::none_set: return words::kNoPinSet;
    case desk::PinFault::other: return sentence;
    }
    return sentence;
}

std::string says(const desk::PinEntry& pin, desk::Moment wait) {
    if (pin.accepted) {
        return words::kOneMoment;
    }
    if (pin.checking) {
        return words::kChecking;
    }
    std::string fault = says(pin.fault, pin.sentence);
    if (wait > desk::Moment{0}) {
        return fault + (fault.empty() ? "" : " ") + words::wait(desk::shown_wait(wait));
    }
    if (!fault.empty()) {
        return fault;
    }
    return pin.digits.empty() && std::holds_alternative<desk::ToSetFirst>(pin.purpose)
               ? std::string(words::kFirstPinRules)
               : words::digits_typed(pin.digits.size());
}

void put_key(Stage& stage, char key, const Rect& rect, const desk::PinEntry& pin) {
    const look::Theme& theme = stage.theme();
    const Style style{Size::large, Weight::bold};
    const bool takes = !pin.checking && desk::pin_wait(stage.state()) == desk::Moment{0};
    if (key == 'e') {
        stage.button({.id = "pin/erase",
                      .label = words::kErase,
                      .event = desk::ErasePin{},
                      .face = {.labels = {words::kErase}, .symbol = Symbol::erase, .style = kSays},
                      .ground = theme.card,
                      .enabled = takes},
                     rect);
    } else if (key == 'a') {
        stage.button({.id = "pin/accept",
                      .label = words::kAccept,
                      .event = desk::AcceptPin{},
                      .face = {.labels = {words::kAccept},
                               .symbol = Symbol::check,
                               .style = {Size::base, Weight::bold}},
                      .ground = theme.strong,
                      .enabled = takes && pin.digits.size() >= desk::kLeastPin},
                     rect);
    } else {
        stage.button({.id = std::string("pin/") + key,
                      .label = std::string(1, key),
                      .event = desk::PinDigit{key},
                      .face = {.labels = {std::string(1, key)}, .symbol = {}, .style = style},
                      .ground = theme.card,
                      .enabled = takes,
                      .spoken = words::kDigit}, // or the room would hear the PIN
                     rect);
    }
}

void plan_keys(KeyPlan& keys) {
    constexpr std::string_view kRow = "1234567890";
    for (std::size_t i = 0; i < kRow.size(); ++i) {
        keys.row.at(i) = desk::PinDigit{kRow[i]};
    }
    keys.types_pin = true;
    keys.erase = desk::ErasePin{};
    keys.enter = desk::AcceptPin{};
}

} // namespace

float pin_pad_width(const look::Look& look) {
    return 3 * std::max(look.min_target(), look.panel.px(30)) + 2 * look.gap() + 2 * look.pad();
}

PinPad::PinPad(const look::Look& look, float width, float height) {
    const float keys_h = height - head_height(look) - look.gap() - 2 * look.pad();
    for (const Layout& layout : kLayouts) {
        const int rows = static_cast<int>(layout.keys.size()) / layout.columns;
        const Rect cell = Rect{0, 0, width - 2 * look.pad(), keys_h}.smallest_cell(
            layout.columns, rows, look.gap());
        if (cell.w >= look.min_target() && cell.h >= look.min_target()) {
            columns_ = layout.columns;
            rows_ = rows;
            return;
        }
    }
}

void PinPad::put(Stage& stage, Rect area, const desk::PinEntry& pin) const {
    const look::Look& look = stage.look();
    const look::Theme& theme = stage.theme();
    stage.canvas().sheet(area, theme.card);
    area = area.grown(-look.pad(), -look.pad());
    put_dots(stage, area.take_top(look.em(kSays), look.gap()), pin);
    stage.canvas().text(
        says(pin, desk::pin_wait(stage.state())), area.take_top(look.height(kSays, 2), look.gap()),
        {.style = kSays, .ink = theme.card.ink, .paper = theme.card.paper, .live = true});
    const auto* const layout = std::ranges::find(kLayouts, columns_, &Layout::columns);
    for (int i = 0; i < columns_ * rows_; ++i) {
        put_key(stage, layout->keys[static_cast<std::size_t>(i)],
                area.cell(i % columns_, columns_, i / columns_, rows_, look.gap()), pin);
    }
    plan_keys(stage.keys());
}

} // namespace screens
