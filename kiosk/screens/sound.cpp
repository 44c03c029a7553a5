#include "screens/pieces.h"
#include "screens/words.h"

#include <algorithm>

namespace screens {

using look::Form;
using look::Rect;
using look::Size;
using look::Style;
using look::Symbol;
using look::Weight;

namespace {

/// Buttons higher than this are no easier to hit, only further apart. In mm.
constexpr double kHighestButtonMm = 40;

/// How it is now, if there is room for it beside a fault, and below it the keys, or what to do if
/// nothing can be heard.
struct Status {
    std::string state;
    std::string more;
    Style state_style;
    Style more_style;

    Status(const look::Look& look, const desk::Speech& speech, const Rect& room)
        : state(look.form() == Form::compact && !speech.fault.empty()
                    ? std::string()
                    : words::speech_state(speech.on, speech.volume)),
          more(speech.fault.empty() ? words::kSpeechKeys : speech.fault),
          state_style(
              look::fitting_style(look, largest(look), state, room.w, look.pitch(largest(look)))),
          more_style(look::fitting_style(
              look, {Size::base, speech.fault.empty() ? Weight::regular : Weight::bold}, more,
              room.w, room.h - state_height(look))) {}

    /// On small panels what is below needs the room.
    static Style largest(const look::Look& look) {
        return {look.form() == Form::compact ? Size::base : Size::title, Weight::bold};
    }

    float state_height(const look::Look& look) const {
        return state.empty() ? 0 : look.pitch(state_style) + look.gap();
    }
    float height(const look::Look& look, float width) const {
        return state_height(look) + look::fit_text(look, more_style, more, width, 1e6F).height + 1;
    }
};

/// Returns what it takes of the room, from its top.
Rect put_status(Stage& stage, const Rect& most, const desk::Speech& speech) {
    const look::Look& look = stage.look();
    const look::Theme& theme = stage.theme();
    Rect room = most.grown(-look.pad(), -look.pad());
    const Status status(look, speech, room);
    room.h = std::min(room.h, status.height(look, room.w));
    const Rect taken = room.grown(look.pad(), look.pad());
    const bool state_fits =
        look::fit_text(look, status.state_style, status.state, room.w, status.state_height(look))
            .fits;
    if (!state_fits) { // the button below says as much
        return {most.x, most.y, most.w, 0};
    }
    stage.canvas().sheet(taken, theme.card);
    stage.canvas().text(status.state, room.take_top(status.state_height(look)),
                        {.style = status.state_style,
                         .ink = theme.card.ink,
                         .paper = theme.card.paper,
                         .live = true});
    if (!look::fit_text(look, status.more_style, status.more, room.w, room.h).fits) {
        return taken; // the page about the keys has it
    }
    stage.canvas().text(status.more, room,
                        {.style = status.more_style,
                         .ink = speech.fault.empty() ? theme.soft : theme.card.ink,
                         .paper = theme.card.paper,
                         .down = look::Down::top,
                         .live = !speech.fault.empty()});
    return taken;
}

} // namespace

void put_sound(Stage& stage, const Rect& area) {
    const look::Look& look = stage.look();
    const desk::Speech& speech = stage.state().speech;
    const Style style{Size::large, Weight::bold};
    const float height =
        std::clamp(std::round(area.h * (look.form() == Form::compact ? 0.3F : 0.4F)),
                   look.min_target(), look.panel.px(kHighestButtonMm));
    const Rect status =
        put_status(stage, {area.x, area.y, area.w, area.h - height - look.gap()}, speech);
    Rect row{area.x, status.bottom() + look.gap(), area.w, height};
    const Rect louder = row.take_right(std::round(area.w * 0.22F), look.gap());
    const Rect quieter = row.take_right(louder.w, look.gap());
    const i18n::Message toggle = speech.on ? words::kSpeechTurnOff : words::kSpeechTurnOn;
    stage.button(
        {.id = "sound/speech",
         .label = toggle,
         .event = desk::ToggleSpeech{},
         .face = {.labels = {toggle, speech.on ? words::kSpeechOff : words::kSpeechOn,
                             words::kSpeech},
                  .symbol = look.form() == Form::wide ? std::optional(Symbol::speak) : std::nullopt,
                  .words_needed = true,
                  .key = words::kKeySpeech,
                  .style = style},
         .ground = speech.on ? stage.theme().card : stage.theme().strong},
        row);
    stage.button({.id = "sound/quieter",
                  .label = words::kQuieter,
                  .event = desk::SpeakQuieter{},
                  .face = {.labels = {words::kQuieter, "−"}, .words_needed = true, .style = style},
                  .ground = stage.theme().card,
                  .enabled = speech.volume > 1},
                 quieter);
    stage.button({.id = "sound/louder",
                  .label = words::kLouder,
                  .event = desk::SpeakLouder{},
                  .face = {.labels = {words::kLouder, "+"}, .words_needed = true, .style = style},
                  .ground = stage.theme().card,
                  .enabled = speech.volume < desk::kMostVolume},
                 louder);
}

} // namespace screens
