#pragma once

#include "desk/event.h"
#include "look/panel.h"
#include "platform/input.h"
#include "screens/screen.h"

#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Turns what hands do into events, by what is on the glass: where a finger is, which target has
/// the keyboard's focus, which key means what.
///
/// A tap counts when the finger is lifted on the target that it came down on, or at most
/// `look::kSlipMm` beside it. There is no hover: a finger that has left is nowhere.
class Hands {
public:
    /// The events that an input means on this screen; often none.
    std::vector<desk::Event> take(const platform::Input& input, const screens::Screen& screen,
                                  const look::Panel& panel);

    /// Id of the target that the keyboard is on; empty while it is not used to move about.
    const std::string& focused() const { return focused_; }
    /// Id of the target under a finger that would be set off if lifted now.
    const std::string& pressed() const { return pressed_; }
    /// Whether the pointer should be seen: a mouse moves it; a finger makes it jump.
    bool pointer_visible() const { return pointer_visible_; }

    /// The view is another one now: what was focused or pressed is no longer there.
    void forget();

private:
    using Events = std::vector<desk::Event>;

    Events key(const platform::KeyPress& key, const screens::Screen& screen);
    Events focus_key(const platform::KeyPress& key, const screens::Screen& screen);
    Events text(const platform::TypedText& typed, const screens::Screen& screen) const;
    void press(float x, float y, const screens::Screen& screen);
    void move(float x, float y, const screens::Screen& screen, const look::Panel& panel);
    Events release(float x, float y, const screens::Screen& screen, const look::Panel& panel);
    void step_focus(const screens::Screen& screen, bool backwards);
    void steer_focus(const screens::Screen& screen, float dx, float dy);

    std::string focused_;
    std::string pressed_;
    std::string armed_;         ///< The target that the finger came down on.
    bool swallow_text_ = false; ///< The key just pressed has done its work: its text is not typing.
    bool pointer_visible_ = false;
    float last_x_ = 0, last_y_ = 0;
};

} // namespace app
