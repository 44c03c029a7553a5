#include "app/session.h"

#include <tuple>
#include <variant>

namespace app {

namespace {

bool is_human(const platform::Input& input) {
    return !std::holds_alternative<platform::PointerMove>(input) &&
           !std::holds_alternative<platform::Exposed>(input) &&
           !std::holds_alternative<platform::Withdrawn>(input);
}

} // namespace

Session::Session(desk::State state, const look::Panel& panel) : state_(std::move(state)) {
    context_.look.panel = panel;
    context_.look.theme = look::kLight;
    context_.number_row = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-", "="};
}

platform::Result<Session> Session::start(desk::LibraryPtr library, const desk::Habits& habits,
                                         const look::Panel& panel) {
    Session session(desk::start(std::move(library), habits), panel);
    if (auto ready = session.ensure_fonts(); !ready) {
        return std::unexpected(ready.error());
    }
    session.recompose();
    return session;
}

/// Makes fonts if the cards, the panel or what passes ask for others than there are. The old ones
/// stay if that fails, which it can only do if fonts are removed from under a running desk.
platform::Result<void> Session::ensure_fonts() {
    if (fonts_ && fonts_library_ == state_.library &&
        fonts_->order().covers({.panel = context_.look.panel,
                                .text = screens::passing_glyphs(state_),
                                .letters = {}})) {
        return {};
    }
    look::FontOrder order = needed();
    if (!fonts_ || !fonts_->order().covers(order)) {
        auto fonts = look::Fonts::build(std::move(order));
        if (!fonts) {
            return std::unexpected(fonts.error());
        }
        take_fonts(std::make_unique<look::Fonts>(std::move(*fonts)));
    }
    fonts_library_ = state_.library;
    return {};
}

look::FontOrder Session::needed() const {
    look::FontOrder order = screens::fonts_for(*state_.library, context_);
    order.text.merge(screens::passing_glyphs(state_));
    return order;
}

void Session::take_fonts(std::unique_ptr<look::Fonts> fonts) {
    fonts_ = std::move(fonts);
    context_.look.fonts = fonts_.get();
    ++fonts_made_;
}

void Session::use_fonts(std::unique_ptr<look::Fonts> fonts) {
    if (fonts->order().covers(needed())) {
        take_fonts(std::move(fonts));
        recompose();
    }
}

void Session::recompose() {
    std::ignore = ensure_fonts();
    context_.focused = hands_.focused();
    context_.pressed = hands_.pressed();
    screen_ = screens::compose(state_, context_);
    if (!hands_.focused().empty() && screen_.scene.find(hands_.focused()) == nullptr) {
        hands_.forget(); // a focus on nothing would swallow keys
    }
}

void Session::apply(const desk::Event& event) {
    const auto place = [this] {
        const cards::Card* card = desk::open_card(state_);
        return std::tuple{state_.view.index(), card != nullptr ? card->id : "", state_.quiet};
    };
    const auto before = place();
    desk::Outcome outcome = desk::update(std::move(state_), event);
    state_ = std::move(outcome.state);
    effects_.insert(effects_.end(), outcome.effects.begin(), outcome.effects.end());
    if (before != place()) {
        hands_.forget();
    }
}

void Session::take(const platform::Input& input) {
    if (is_human(input)) {
        apply(desk::Touched{});
    }
    for (const desk::Event& event : hands_.take(input, screen_, context_.look.panel)) {
        apply(event);
    }
    recompose();
}

void Session::post(const desk::Event& event) {
    apply(event);
    recompose();
}

void Session::use_panel(const look::Panel& panel) {
    if (panel != context_.look.panel) {
        context_.look.panel = panel;
        recompose();
    }
}

void Session::use_number_row(const std::array<std::string, 12>& labels) {
    if (labels != context_.number_row) {
        context_.number_row = labels;
        fonts_library_ = nullptr; // the labels may need other characters
        recompose();
    }
}

} // namespace app
