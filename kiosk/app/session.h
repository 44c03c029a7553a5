#pragma once

#include "app/hands.h"
#include "app/languages.h"
#include "desk/update.h"
#include "platform/result.h"
#include "screens/screen.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// The desk without its window: state, fonts and the screen that follows from them. Input goes in,
/// a scene comes out; tests drive it as the window does.
class Session {
public:
    /// The interface is in one of the languages given. Fails with a sentence if the typeface is not
    /// there.
    static platform::Result<Session> start(desk::LibraryPtr library, const desk::Habits& habits,
                                           const look::Panel& panel,
                                           const desk::Comfort& comfort = {},
                                           const desk::Speech& speech = {},
                                           Languages languages = {});

    /// What hands did.
    void take(const platform::Input& input);
    /// Anything else that happened.
    void post(const desk::Event& event);
    /// The glass or the keyboard's layout is another one now.
    void use_panel(const look::Panel& panel);
    /// How far eyes are from the panel, mm; nothing: as is usual for its size.
    void use_viewing_distance(std::optional<double> mm);
    void use_number_row(const std::array<std::string, 12>& labels);
    /// Whether the window is put away. Then nothing is said; when it is back, where one is.
    void set_away(bool away);

    const desk::State& state() const { return state_; }
    const screens::Screen& screen() const { return screen_; }
    const look::Look& look() const { return context_.look; }
    const look::Fonts& fonts() const { return *fonts_; }
    bool pointer_visible() const { return hands_.pointer_visible(); }

    /// The desk is about to be closed: what is open counts.
    void finish() { apply(desk::Finish{}); }

    /// What the desk asks of the world, since the last call.
    std::vector<desk::Effect> take_effects() { return std::exchange(effects_, {}); }

private:
    Session(desk::State state, look::Fonts fonts, const look::Panel& panel, Languages languages);
    void apply(const desk::Event& event);
    void suit();
    /// Puts the interface in the language that staff chose, else in that of the cards.
    void use_language();
    void recompose();
    /// Makes the screen anew, and says what is different on it if the desk speaks.
    void show(bool patient);
    void say(std::string text, bool patient = false);
    /// Words in place of the wish to hear all that is on the glass.
    void put_words_to_wishes();

    desk::State state_;
    Hands hands_;
    Languages languages_;
    screens::Context context_;
    std::unique_ptr<look::Fonts> fonts_; ///< Stays where it is when the session moves.
    std::optional<double> viewing_distance_mm_;
    screens::Screen screen_;
    bool spoke_ = false; ///< Whether speech was on when the screen was made.
    std::vector<desk::Effect> effects_;
};

} // namespace app
