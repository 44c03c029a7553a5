#include "screens/languages.h"

#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>

namespace screens {

using look::Rect;
using look::Size;
using look::Style;
using look::Symbol;
using look::Weight;

namespace {

constexpr Style kLeast{Size::small, Weight::bold};

std::string name_of(const Stage& stage, const std::string& tag) {
    const auto languages = cards::languages_of(stage.pack());
    const auto found = std::ranges::find(languages, tag, &cards::Language::tag);
    return found != languages.end() ? found->name : tag;
}

float more_width(const look::Look& look) {
    return look.form() == look::Form::wide ? page_button_width(look) : look.min_target();
}

/// How many of the languages are shown in a row of that width; at least one.
std::size_t count_shown(const look::Look& look, const std::vector<Choice>& choices,
                        const Rect& row) {
    const auto fits = [&](std::size_t count, float width) {
        const Rect cell =
            Rect{row.x, row.y, width, row.h}.smallest_cell(static_cast<int>(count), 1, look.gap());
        return cell.w >= look.min_target() && choices_fit(look, choices, cell, kLeast, false);
    };
    if (fits(choices.size(), row.w)) {
        return choices.size();
    }
    std::size_t count = choices.size() - 1;
    while (count > 1 && !fits(count, row.w - more_width(look) - look.gap())) {
        --count;
    }
    return std::max<std::size_t>(count, 1);
}

} // namespace

std::vector<cards::Language> languages_to_choose(const Stage& stage, const desk::PatronView& view) {
    const cards::Phrase* const phrase = stage.pack().find_phrase(view.phrase);
    auto languages = cards::languages_of(stage.pack());
    if (phrase != nullptr) {
        std::erase_if(languages, [&](const cards::Language& language) {
            return phrase->in(language.tag) == nullptr;
        });
    }
    return languages;
}

std::vector<Choice> language_choices(const Stage& stage,
                                     const std::vector<cards::Language>& languages) {
    const std::string in_use = desk::language_of_phrases(stage.state());
    std::vector<Choice> choices;
    choices.reserve(languages.size());
    for (const cards::Language& language : languages) {
        choices.push_back({.id = "language/" + language.tag,
                           .label = language.name,
                           .key = {},
                           .event = desk::UseLanguage{language.tag},
                           .chosen = language.tag == in_use});
    }
    return choices;
}

float language_row_height(const look::Look& look) {
    return std::max(look.min_target(), look.height(kLeast, 2) + look.panel.px(2));
}

void put_language_row(Stage& stage, Rect row, const std::vector<cards::Language>& languages) {
    const look::Look& look = stage.look();
    std::vector<Choice> choices = language_choices(stage, languages);
    if (choices.empty()) {
        return;
    }
    const std::size_t count = count_shown(look, choices, row);
    if (count < choices.size()) {
        stage.button({.id = "languages",
                      .label = words::kMoreLanguages,
                      .event = desk::ChooseLanguage{},
                      .face = {.labels = {words::kMore},
                               .symbol = Symbol::globe,
                               .style = {Size::small, Weight::bold}},
                      .ground = stage.theme().card},
                     row.take_right(more_width(look), look.gap()));
        const auto in_use = std::ranges::find(choices, true, &Choice::chosen);
        const auto last = choices.begin() + static_cast<std::ptrdiff_t>(count) - 1;
        if (in_use != choices.end() && in_use > last) {
            std::iter_swap(in_use, last);
        }
        choices.resize(count);
    }
    const int cells = static_cast<int>(count);
    const Rect cell = row.smallest_cell(cells, 1, look.gap());
    const Style base{Size::base, Weight::bold};
    const Style style = choices_fit(look, choices, cell, base, false) ? base : kLeast;
    for (int i = 0; i < cells; ++i) {
        Choice& choice = choices.at(static_cast<std::size_t>(i));
        if (static_cast<std::size_t>(i) < stage.keys().row.size() &&
            stage.screen().name == "phrase") {
            choice.key = stage.context().number_row.at(static_cast<std::size_t>(i));
            stage.keys().row.at(static_cast<std::size_t>(i)) = choice.event;
        }
        put_choice(stage, choice, row.cell(i, cells, 0, 1, look.gap()), style, false);
    }
}

float language_button_width(const Stage& stage, float row_width) {
    const look::Look& look = stage.look();
    const std::vector<Choice> choices = language_choices(stage, cards::languages_of(stage.pack()));
    constexpr float kMost = 0.5F;
    float share = 0.3F;
    while (share < kMost &&
           !choices_fit(look, choices, {0, 0, row_width * share, look.height(kLeast, 2)}, kLeast,
                        false)) {
        share += 0.04F;
    }
    return std::round(row_width * share);
}

void put_language_button(Stage& stage, const Rect& rect) {
    const look::Look& look = stage.look();
    const std::string name = name_of(stage, desk::language_of_phrases(stage.state()));
    const look::Face face{.labels = {name}, .symbol = Symbol::globe, .style = kLeast};
    const float symbol = look.em(kLeast) * 1.4F;
    if (look.fonts->width(kLeast, name) + symbol <= rect.w * 0.9F) {
        stage.button({.id = "languages",
                      .label = name,
                      .event = desk::ChooseLanguage{},
                      .face = face,
                      .ground = stage.theme().card},
                     rect);
    } else { // the name alone, on two lines
        put_choice(stage,
                   {.id = "languages", .label = name, .key = {}, .event = desk::ChooseLanguage{}},
                   rect, kLeast, false);
    }
}

} // namespace screens
