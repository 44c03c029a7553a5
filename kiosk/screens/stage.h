#pragma once

#include "screens/screen.h"

#include <functional>
#include <string>

namespace screens {

/// How a button looks and what it does.
struct Button {
    std::string id;
    std::string label; ///< In words, for those who do not see it.
    desk::Event event;
    look::Face face;
    look::Ground ground;
    look::Role role = look::Role::button;
    bool chosen = false;
    bool enabled = true; ///< What is not is shown faintly, and a tap on it does nothing.
    bool live = false;   ///< As `look::Target::live`.
    std::string spoken;  ///< As `look::Target::spoken`.
};

/// A screen in the making: what the pieces of a screen are put onto.
class Stage {
public:
    Stage(Screen& screen, const desk::State& state, const Context& context)
        : screen_(&screen), state_(&state), context_(&context),
          canvas_(screen.scene, context.look) {}

    look::Canvas& canvas() { return canvas_; }
    const look::Look& look() const { return context_->look; }
    const look::Theme& theme() const { return context_->look.theme; }
    const desk::State& state() const { return *state_; }
    const cards::Pack& pack() const { return state_->library->pack; }
    const Context& context() const { return *context_; }
    Screen& screen() { return *screen_; }
    const Screen& screen() const { return *screen_; }
    KeyPlan& keys() { return screen_->keys; }

    const look::Ground& ground(cards::Code code) const {
        return theme().code(static_cast<std::size_t>(code));
    }

    /// Says that there is something to tap. What it looks like is up to the caller.
    void target(look::Target target, desk::Event event);

    /// Says that all that `put` puts onto the stage stands around the content.
    void around(const std::function<void()>& put);

    /// A button: its ground, what is on it, and its target.
    void button(const Button& button, const look::Rect& rect);

private:
    Screen* screen_;
    const desk::State* state_;
    const Context* context_;
    look::Canvas canvas_;
};

/// The picture that a step shows: its own; or on the first step, if it has none, the card's, for
/// which the card itself may have no room. Null if there is none.
const cards::Picture* picture_of(const cards::Card& card, int step);

/// A picture in its room: in the middle of it, or at the top, in line with what is beside it.
void put_picture(Stage& stage, const cards::Picture& picture, const look::Rect& room,
                 look::Down down);

/// The shape of a code: ring, triangle, octagon, loop.
look::Symbol symbol_of(cards::Code code);

/// The stripe of a code down the left of what belongs to it, its colour and its shape; and how wide
/// it is there.
float stripe_width(const look::Look& look, const look::Rect& rect);
void put_stripe(Stage& stage, cards::Code code, const look::Rect& stripe);

} // namespace screens
