#pragma once

#include "desk/event.h"
#include "desk/state.h"
#include "look/canvas.h"
#include "look/scene.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What is on the glass, made from what the desk is: const state in, a scene with its events out.
namespace screens {

/// What the keyboard does on a screen, by meaning; which keys mean it is decided in one place, in
/// app. Frameworks and quiet are the same on every screen and not listed.
struct KeyPlan {
    std::optional<desk::Event> forward;             ///< Space, right, down.
    std::optional<desk::Event> back;                ///< Left, up.
    std::optional<desk::Event> page_forward;        ///< Page down.
    std::optional<desk::Event> page_back;           ///< Page up.
    std::optional<desk::Event> enter;               ///< Enter while nothing has the focus.
    std::array<std::optional<desk::Event>, 12> row; ///< The number row, by place.
    bool row_types = false;                         ///< The number row types digits here.
    bool types_pin = false;                         ///< Digits, wherever they are, are a PIN's.
    std::optional<desk::Event> erase;               ///< Backspace, where nothing is searched.
    std::optional<desk::Event> escape;              ///< Escape, where it does not lead home.
    bool wakes = false;                             ///< Any key, any tap: away with this screen.
};

/// One screen, whole.
struct Screen {
    std::string_view name; ///< "board", "card", "step", "search", "phrase", "quiet", …
    std::string card;      ///< Id of the card on the glass; may be empty.
    int step = -1;         ///< From 0; below 0 if no single step is shown.
    int page = 0;
    int pages = 1;
    look::Scene scene;
    std::vector<std::pair<std::string, desk::Event>> taps; ///< What each target's tap means.
    KeyPlan keys;

    /// What a tap on that target means; null if there is no such target.
    const desk::Event* tap(std::string_view id) const;
};

/// What screens are made with, besides the state.
struct Context {
    look::Look look;
    std::array<std::string, 12> number_row; ///< What is printed on the keys of the number row.
    std::vector<std::string> languages;     ///< Tags of those that the interface can be in.
    std::string focused;                    ///< Id of the target with the focus, if it is shown.
    std::string pressed;                    ///< Id of the target under a finger.
};

/// Sets a look as staff have chosen. The fonts stay as they are: whoever owns them fits them to
/// `look.type`. `viewing_distance_mm` is how far eyes are from the panel.
void suit(look::Look& look, const desk::Comfort& comfort, double viewing_distance_mm);

/// The screen for a state. Pure.
Screen compose(const desk::State& state, const Context& context);

} // namespace screens
