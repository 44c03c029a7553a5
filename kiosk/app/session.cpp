#include "app/session.h"

#include "screens/narration.h"
#include "screens/words.h"

#include <tuple>
#include <variant>

namespace app {

namespace {

bool is_human(const platform::Input& input) {
    return !std::holds_alternative<platform::PointerMove>(input) &&
           !std::holds_alternative<platform::Exposed>(input) &&
           !std::holds_alternative<platform::Withdrawn>(input);
}

/// Whoever presses something has heard enough of what is being said.
bool interrupts(const platform::Input& input) {
    return std::holds_alternative<platform::KeyPress>(input) ||
           std::holds_alternative<platform::PointerDown>(input);
}

} // namespace

Session::Session(desk::State state, look::Fonts fonts, const look::Panel& panel,
                 Languages languages)
    : state_(std::move(state)), languages_(std::move(languages)),
      fonts_(std::make_unique<look::Fonts>(std::move(fonts))), spoke_(state_.speech.on) {
    context_.look.panel = panel;
    context_.look.fonts = fonts_.get();
    context_.number_row = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-", "="};
    context_.languages = languages_.tags();
}

platform::Result<Session> Session::start(desk::LibraryPtr library, const desk::Habits& habits,
                                         const look::Panel& panel, const desk::Comfort& comfort,
                                         const desk::Speech& speech, Languages languages) {
    auto fonts = look::Fonts::open(panel);
    if (!fonts) {
        return std::unexpected(fonts.error());
    }
    Session session(desk::start(std::move(library), habits, comfort, speech), std::move(*fonts),
                    panel, std::move(languages));
    session.use_language();
    session.suit();
    session.recompose();
    if (speech.on) {
        session.say(screens::say_opening(session.screen_));
    }
    return session;
}

/// Makes the look follow the panel and what staff have chosen.
void Session::suit() {
    look::Look& look = context_.look;
    screens::suit(look, state_.comfort,
                  viewing_distance_mm_.value_or(look::usual_viewing_distance_mm(look.panel)));
    fonts_->fit(look.panel, look.type);
}

void Session::use_language() {
    languages_.use_first_of({state_.comfort.language, state_.library->pack.locale});
}

void Session::recompose() {
    context_.focused = hands_.focused();
    context_.pressed = hands_.pressed();
    screen_ = screens::compose(state_, context_);
    if (!hands_.focused().empty() && screen_.scene.find(hands_.focused()) == nullptr) {
        hands_.forget(); // a focus on nothing would swallow keys
    }
}

void Session::say(std::string text, bool patient) {
    if (!text.empty() && !state_.away) {
        const cards::Pack& pack = state_.library->pack;
        const std::string interface(i18n::language());
        // Where both are the same language, that of the cards has a region, too.
        const bool as_cards = screens::speaks_for_cards(screen_) ||
                              cards::is_language_of_staff(pack, {.tag = interface, .name = {}});
        effects_.emplace_back(desk::Speak{.text = std::move(text),
                                          .language = as_cards ? pack.locale : interface,
                                          .volume = state_.speech.volume,
                                          .patient = patient});
    }
}

void Session::show(bool patient) {
    const screens::Screen before = std::exchange(screen_, {});
    recompose();
    const bool spoke = std::exchange(spoke_, state_.speech.on);
    if (spoke != state_.speech.on) {
        say(spoke ? screens::words::kSpeechOff
                  : std::string(screens::words::kSpeechOn) + ". " + screens::say_opening(screen_));
    } else if (state_.speech.on) {
        say(screens::say_change(before, screen_), patient);
    }
    put_words_to_wishes();
}

void Session::put_words_to_wishes() {
    if (std::erase(effects_, desk::Effect{desk::SayAll{}}) > 0) {
        say(screens::say_everything(screen_));
    }
}

void Session::apply(const desk::Event& event) {
    const auto place = [this] {
        const cards::Card* card = desk::open_card(state_);
        return std::tuple{state_.view.index(), card != nullptr ? card->id : "", state_.quiet};
    };
    const auto before = place();
    const desk::Comfort comfort = state_.comfort;
    desk::Outcome outcome = desk::update(std::move(state_), event);
    state_ = std::move(outcome.state);
    effects_.insert(effects_.end(), outcome.effects.begin(), outcome.effects.end());
    if (before != place()) {
        hands_.forget();
    }
    if (comfort != state_.comfort) {
        suit();
    }
    use_language();
}

void Session::take(const platform::Input& input) {
    if (state_.speech.on && interrupts(input)) {
        effects_.emplace_back(desk::StopSpeaking{});
    }
    if (is_human(input)) {
        apply(desk::Touched{.by_key = std::holds_alternative<platform::KeyPress>(input) ||
                                      std::holds_alternative<platform::TypedText>(input)});
    }
    for (const desk::Event& event : hands_.take(input, screen_, context_.look.panel)) {
        apply(event);
    }
    show(false);
}

void Session::post(const desk::Event& event) {
    apply(event);
    show(true);
}

void Session::use_panel(const look::Panel& panel) {
    if (panel != context_.look.panel) {
        context_.look.panel = panel;
        suit();
        recompose();
    }
}

void Session::use_viewing_distance(std::optional<double> mm) {
    viewing_distance_mm_ = mm;
    suit();
    recompose();
}

void Session::use_number_row(const std::array<std::string, 12>& labels) {
    if (labels != context_.number_row) {
        context_.number_row = labels;
        recompose();
    }
}

void Session::set_away(bool away) {
    if (away == state_.away) {
        return;
    }
    post(desk::SetAway{away});
    if (state_.speech.on && away) {
        effects_.emplace_back(desk::StopSpeaking{});
    } else if (state_.speech.on) {
        say(screens::say_opening(screen_));
    }
}

} // namespace app
