#include "screens/choices.h"
#include "screens/frame.h"
#include "screens/languages.h"
#include "screens/pieces.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>

namespace screens {

using look::Form;
using look::Rect;

namespace {

std::vector<Choice> phrase_choices(const Stage& stage) {
    const std::string language = desk::language_of_phrases(stage.state());
    std::vector<Choice> choices;
    for (const cards::Phrase* phrase : desk::phrases_for(stage.state())) {
        const std::size_t place = choices.size();
        const bool has_key = place < stage.context().number_row.size();
        choices.push_back({.id = "phrase/" + phrase->id,
                           .label = phrase->title,
                           .key = has_key ? stage.context().number_row.at(place) : std::string(),
                           .event = desk::ShowPhrase{phrase->id},
                           .enabled = phrase->in(language) != nullptr});
    }
    return choices;
}

void plan_number_row(Stage& stage, const std::vector<Choice>& choices) {
    for (std::size_t i = 0; i < std::min(choices.size(), stage.keys().row.size()); ++i) {
        if (choices.at(i).enabled) {
            stage.keys().row.at(i) = choices.at(i).event;
        }
    }
}

bool is_from_card(const desk::PatronView& view) {
    return !std::holds_alternative<desk::BoardView>(view.behind);
}

void put_phrases(Stage& stage, const desk::PatronView& view) {
    const look::Look& look = stage.look();
    const bool compact = look.form() == Form::compact;
    stage.screen().name = "phrases";
    stage.keys().escape = desk::LeavePhrases{};
    Frame frame(stage, true);
    Rect area = frame.content();
    const float aside = compact ? language_button_width(stage, area.w) : 0;
    const Rect at_title =
        put_title_row(stage, area,
                      {.back_label = is_from_card(view) ? words::kBackToCard : words::kHome,
                       .back_key = words::kKeyEscape,
                       .back_event = desk::LeavePhrases{},
                       .home_beside = is_from_card(view),
                       .title = compact ? words::kShowWords : words::kPhrases,
                       .below = {},
                       .badge = {},
                       .badge_code = {},
                       .aside = aside});
    if (compact) {
        put_language_button(stage, at_title);
    } else {
        put_language_row(stage, area.take_bottom(language_row_height(look), look.gap()),
                         languages_to_choose(stage, view));
    }
    const std::vector<Choice> choices = phrase_choices(stage);
    plan_number_row(stage, choices);
    put_choices(stage, choices, area, view.page);
    frame.put();
}

void put_languages(Stage& stage, const desk::PatronView& view) {
    stage.screen().name = "languages";
    const desk::Event back = view.phrase.empty() ? desk::Event{desk::OpenPhrases{}}
                                                 : desk::Event{desk::ShowPhrase{view.phrase}};
    stage.keys().escape = desk::LeavePhrases{};
    Frame frame(stage, true);
    Rect area = frame.content();
    put_title_row(stage, area,
                  {.back_label = words::kPhrases,
                   .back_event = back,
                   .home_beside = true,
                   .title = words::kLanguages,
                   .below = {},
                   .badge = {},
                   .badge_code = {}});
    std::vector<Choice> choices = language_choices(stage, languages_to_choose(stage, view));
    for (std::size_t i = 0; i < std::min(choices.size(), stage.keys().row.size()); ++i) {
        choices.at(i).key = stage.context().number_row.at(i);
    }
    plan_number_row(stage, choices);
    put_choices(stage, choices, area, view.page);
    frame.put();
}

} // namespace

void put_patron(Stage& stage, const desk::PatronView& view) {
    if (view.choosing) {
        put_languages(stage, view);
    } else if (view.phrase.empty()) {
        put_phrases(stage, view);
    } else {
        put_phrase(stage, view);
    }
}

} // namespace screens
