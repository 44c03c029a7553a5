#include "app/hands.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace app {

namespace {

using platform::Key;
using platform::KeyPress;
using screens::Screen;

/// A mouse never gets this far between two reports of its place; a new finger does. In mm.
constexpr double kJumpMm = 12;

template <typename... Handlers>
struct Overload : Handlers... {
    using Handlers::operator()...;
};

std::vector<desk::Event> only(const std::optional<desk::Event>& event) {
    return event ? std::vector{*event} : std::vector<desk::Event>{};
}

std::optional<desk::Event> event_of(const Screen& screen, const std::string& target) {
    const look::Target* found = screen.scene.find(target);
    const desk::Event* event = screen.tap(target);
    return found != nullptr && found->enabled && event != nullptr ? std::optional(*event)
                                                                  : std::nullopt;
}

std::optional<std::size_t> place_in_row(Key key) {
    if (key >= Key::row_1 && key <= Key::row_equal) {
        return static_cast<std::size_t>(key) - static_cast<std::size_t>(Key::row_1);
    }
    return std::nullopt;
}

std::optional<cards::Code> framework_key(Key key) {
    if (key >= Key::f1 && key <= Key::f4) {
        return cards::kCodes.at(static_cast<std::size_t>(key) - static_cast<std::size_t>(Key::f1));
    }
    return std::nullopt;
}

/// What the keys about speech do; they do it on every screen.
std::optional<desk::Event> speech_event(Key key) {
    switch (key) {
    case Key::f9: return desk::ToggleSpeech{};
    case Key::f10: return desk::AskToSayAll{};
    case Key::f11: return desk::HushSpeech{};
    default: return std::nullopt;
    }
}

/// Whether holding a key goes on: moving about and typing do; opening cards and steps does not.
bool repeats(Key key) {
    switch (key) {
    case Key::other:
    case Key::tab:
    case Key::backspace:
    case Key::left:
    case Key::right:
    case Key::up:
    case Key::down:
    case Key::page_up:
    case Key::page_down: return true;
    default: return false;
    }
}

/// A letter of any script, as opposed to digits and signs.
bool is_letter(const std::string& text) {
    if (text.empty()) {
        return false;
    }
    const auto c = static_cast<unsigned char>(text.front());
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

void Hands::forget() {
    focused_.clear();
    pressed_.clear();
    armed_.clear();
}

std::vector<desk::Event> Hands::take(const platform::Input& input, const Screen& screen,
                                     const look::Panel& panel) {
    const auto xy = [](const auto& p) {
        return std::pair{static_cast<float>(p.x), static_cast<float>(p.y)};
    };
    return std::visit(Overload{[&](const KeyPress& it) { return key(it, screen); },
                               [&](const platform::TypedText& it) { return text(it, screen); },
                               [&](const platform::PointerMove& it) {
                                   const auto [x, y] = xy(it);
                                   move(x, y, screen, panel);
                                   return Events{};
                               },
                               [&](const platform::PointerDown& it) {
                                   const auto [x, y] = xy(it);
                                   press(x, y, screen);
                                   return Events{};
                               },
                               [&](const platform::PointerUp& it) {
                                   const auto [x, y] = xy(it);
                                   return release(x, y, screen, panel);
                               },
                               [&](const platform::Wheel& it) {
                                   return screen.pages < 2 || it.lines == 0 ? Events{}
                                          : it.lines < 0 ? only(screen.keys.page_forward)
                                                         : only(screen.keys.page_back);
                               },
                               [&](const platform::Withdrawn&) {
                                   pressed_.clear();
                                   armed_.clear();
                                   return Events{};
                               },
                               [](const platform::Exposed&) { return Events{}; }},
                      input);
}

Hands::Events Hands::key(const KeyPress& key, const Screen& screen) {
    swallow_text_ = true;
    const bool digit_again = screen.keys.types_pin && key.key == Key::other;
    if (key.command || (key.repeat && (!repeats(key.key) || digit_again))) {
        return {};
    }
    if (const auto code = framework_key(key.key)) {
        return {desk::OpenFramework{*code}};
    }
    if (const auto event = speech_event(key.key)) {
        return {*event};
    }
    if (screen.keys.wakes) {
        return key.repeat ? Events{} : Events{desk::Wake{}};
    }
    if (const auto place = place_in_row(key.key); place && !screen.keys.row_types) {
        return only(screen.keys.row.at(*place));
    }
    const bool searching = screen.name == "search";
    switch (key.key) {
    case Key::f12: return {desk::BeQuiet{}};
    case Key::escape: return {screen.keys.escape.value_or(desk::GoHome{})};
    case Key::page_down: return only(screen.keys.page_forward);
    case Key::page_up: return only(screen.keys.page_back);
    case Key::enter: return only(focused_.empty() ? screen.keys.enter : event_of(screen, focused_));
    case Key::backspace: return searching ? Events{desk::Erase{}} : only(screen.keys.erase);
    case Key::del: return searching ? Events{desk::ClearQuery{}} : Events{};
    case Key::space:
        if (searching && focused_.empty()) {
            swallow_text_ = false;
            return {};
        }
        return only(screen.keys.forward && !searching ? screen.keys.forward
                                                      : event_of(screen, focused_));
    default: break;
    }
    Events events = focus_key(key, screen);
    // Only keys without another meaning type.
    swallow_text_ = key.key != Key::other && !place_in_row(key.key);
    return events;
}

Hands::Events Hands::focus_key(const KeyPress& key, const Screen& screen) {
    const bool onward = key.key == Key::right || key.key == Key::down;
    const bool backward = key.key == Key::left || key.key == Key::up;
    if (key.key == Key::tab) {
        step_focus(screen, key.shift);
    } else if (onward || backward) {
        if (const auto& event = onward ? screen.keys.forward : screen.keys.back;
            event && focused_.empty()) {
            return {*event};
        }
        const float sign = onward ? 1.0F : -1.0F;
        const bool across = key.key == Key::left || key.key == Key::right;
        steer_focus(screen, across ? sign : 0, across ? 0 : sign);
    }
    return {};
}

Hands::Events Hands::text(const platform::TypedText& typed, const Screen& screen) const {
    if (swallow_text_ || screen.keys.wakes || typed.text.empty()) {
        return {};
    }
    if (screen.keys.types_pin) { // the number pad's digits come as text
        const char c = typed.text.front();
        return typed.text.size() == 1 && c >= '0' && c <= '9' ? Events{desk::PinDigit{c}}
                                                              : Events{};
    }
    if (screen.name == "search" || is_letter(typed.text)) {
        return {desk::Type{typed.text}};
    }
    return {};
}

void Hands::press(float x, float y, const Screen& screen) {
    const look::Target* target = screen.scene.at(x, y);
    focused_.clear();
    armed_ = target != nullptr ? target->id : std::string();
    pressed_ = armed_;
    last_x_ = x;
    last_y_ = y;
}

void Hands::move(float x, float y, const Screen& screen, const look::Panel& panel) {
    const float distance = std::hypot(x - last_x_, y - last_y_);
    last_x_ = x;
    last_y_ = y;
    if (armed_.empty()) {
        pointer_visible_ = distance < panel.px(kJumpMm);
        return;
    }
    const look::Target* target = screen.scene.find(armed_);
    const bool on_it =
        target != nullptr && target->rect.grown(panel.px(look::kSlipMm)).contains(x, y);
    pressed_ = on_it ? armed_ : std::string();
}

Hands::Events Hands::release(float x, float y, const Screen& screen, const look::Panel& panel) {
    if (!armed_.empty()) {
        move(x, y, screen, panel);
    }
    const auto event = pressed_.empty() ? std::nullopt : event_of(screen, pressed_);
    pressed_.clear();
    armed_.clear();
    return only(event);
}

void Hands::step_focus(const Screen& screen, bool backwards) {
    std::vector<std::string> ids;
    for (const look::Target& target : screen.scene.targets) {
        if (target.enabled) {
            ids.push_back(target.id);
        }
    }
    if (ids.empty()) {
        return;
    }
    const auto count = static_cast<std::ptrdiff_t>(ids.size());
    const auto at = std::ranges::find(ids, focused_) - ids.begin();
    const auto next =
        at == count ? (backwards ? count - 1 : 0) : (at + (backwards ? count - 1 : 1)) % count;
    focused_ = ids.at(static_cast<std::size_t>(next));
}

/// To the nearest target in a direction; straight ahead counts for more than aside.
void Hands::steer_focus(const Screen& screen, float dx, float dy) {
    const look::Target* from = screen.scene.find(focused_);
    if (from == nullptr) {
        step_focus(screen, false);
        return;
    }
    const look::Target* best = nullptr;
    float best_cost = 0;
    for (const look::Target& target : screen.scene.targets) {
        const float x = target.rect.centre_x() - from->rect.centre_x();
        const float y = target.rect.centre_y() - from->rect.centre_y();
        const float ahead = x * dx + y * dy;
        const float aside = std::abs(x * dy) + std::abs(y * dx);
        if (!target.enabled || &target == from || ahead <= 1) {
            continue;
        }
        const float cost = ahead + 2 * aside;
        if (best == nullptr || cost < best_cost) {
            best = &target;
            best_cost = cost;
        }
    }
    if (best != nullptr) {
        focused_ = best->id;
    }
}

} // namespace app
