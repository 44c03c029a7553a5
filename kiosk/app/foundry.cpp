#include "app/foundry.h"

#include "screens/screen.h"

#include <variant>

namespace app {

namespace {

/// What an event brings that the desk may not have shown before.
look::FontOrder words_of(const desk::Event& event, const look::Panel& panel) {
    screens::Context context;
    context.look.panel = panel;
    look::FontOrder order{.panel = panel, .text = {}, .letters = {}};
    desk::LibraryPtr library;
    if (const auto* news = std::get_if<desk::DropNews>(&event)) {
        desk::State state;
        state.drop = news->drop;
        order.text = screens::passing_glyphs(state);
        const auto* review = news->drop ? std::get_if<desk::DropReview>(&*news->drop) : nullptr;
        library = review != nullptr ? review->library : nullptr;
    } else if (const auto* use = std::get_if<desk::UseLibrary>(&event)) {
        library = use->library;
    }
    if (library) {
        look::FontOrder cards = screens::fonts_for(*library, context);
        order.text.merge(cards.text);
        order.letters = std::move(cards.letters);
    }
    return order;
}

} // namespace

void Foundry::note(const look::Fonts& fonts) {
    const std::scoped_lock lock(mutex_);
    in_use_ = fonts.order();
}

look::FontOrder Foundry::in_use() const {
    const std::scoped_lock lock(mutex_);
    return in_use_;
}

std::unique_ptr<look::Fonts> Foundry::fonts_for(const desk::Event& event) const {
    look::FontOrder order = in_use();
    look::FontOrder words = words_of(event, order.panel);
    if (order.covers(words)) {
        return nullptr;
    }
    order.text.merge(words.text);
    order.letters.merge(words.letters);
    auto fonts = look::Fonts::build(std::move(order));
    return fonts ? std::make_unique<look::Fonts>(std::move(*fonts)) : nullptr;
}

} // namespace app
