#include "screens/ending.h"

#include "screens/choices.h"
#include "screens/frame.h"
#include "screens/manager_words.h"
#include "screens/pieces.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>

namespace screens {

using look::Rect;

void put_ending_button(Stage& stage, const Rect& rect) {
    const auto& encounter = stage.state().counting.encounter;
    const std::string label = encounter && encounter->ending ? words::it_ended(*encounter->ending)
                                                             : words::kHowDidItEnd.str();
    stage.button({.id = "ending",
                  .label = label,
                  .event = desk::OpenEnding{},
                  .face = {.labels = {label, words::kHowDidItEnd, words::kEndingShort},
                           .symbol = look::Symbol::check,
                           .style = {look::Size::base, look::Weight::bold}},
                  .ground = stage.theme().card},
                 rect);
}

/// Six ways in which it may have ended, and whether help was called.
void put_ending(Stage& stage, const desk::EndingView& view) {
    const auto& encounter = stage.state().counting.encounter;
    const cards::Card* const about = encounter ? stage.pack().find(encounter->card) : nullptr;
    stage.screen().name = "ending";
    Frame frame(stage, true);
    Rect area = frame.content();
    put_title_row(stage, area,
                  {.back_label = words::kBackToCard,
                   .back_event = desk::LeaveEnding{},
                   .home_beside = true,
                   .title = words::kHowDidItEnd,
                   .below = words::kOptional,
                   .badge = about != nullptr ? about->title : std::string(),
                   .badge_code = encounter ? std::optional(encounter->code) : std::nullopt});
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < desk::kEndings; ++i) {
        const auto ending = static_cast<desk::Ending>(i);
        choices.push_back({.id = "ending/" + std::string(to_string(ending)),
                           .label = words::how_it_ended(ending),
                           .key = stage.context().number_row.at(i),
                           .event = desk::TellEnding{ending},
                           .chosen = encounter && encounter->ending == ending});
    }
    const bool help = encounter && encounter->help;
    const Choice helped{.id = "ending/help",
                        .label = words::labelled(words::kWasHelpCalled,
                                                 help ? words::kAnswerYes : words::kAnswerNo),
                        .key = stage.context().number_row.at(desk::kEndings),
                        .event = desk::TellHelp{!help},
                        .chosen = help};
    stage.keys().row.at(desk::kEndings) = helped.event;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        stage.keys().row.at(i) = choices.at(i).event;
    }
    // It is no ending: where there is room it stands by itself.
    const look::Look& look = stage.look();
    const look::Style style{look::Size::base, look::Weight::bold};
    Rect rest = area;
    const Rect bar = rest.take_top(std::max(look.min_target(), look.panel.px(16)), look.gap());
    if (look.form() != look::Form::compact && choices_fit(look, {helped}, bar, style, true)) {
        put_choice(stage, helped, bar, style, true);
        area = rest;
    } else {
        choices.push_back(helped);
    }
    put_choices(stage, choices, area, view.page);
    frame.put();
}

} // namespace screens
