#include "screens/entries.h"
#include "screens/languages.h"
#include "screens/pieces.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>
#include <array>

namespace screens {

using look::Across;
using look::Form;
using look::Rect;
using look::Size;
using look::Style;
using look::Symbol;
using look::Weight;

namespace {

/// A phrase over as many pages as it takes.
struct PhrasePages {
    Style style;
    std::vector<std::string_view> pages; ///< Into the phrase's words.
};

/// As many lines of a size as fit go on each page.
PhrasePages paged(const look::Look& look, Style style, std::string_view words, const Rect& room) {
    const auto lines = look::wrap(*look.fonts, style, words, room.w).lines;
    const float more = std::max(0.0F, room.h - look.height(style, 1)) / look.pitch(style);
    const std::size_t per_page = 1 + static_cast<std::size_t>(more);
    PhrasePages paged{.style = style, .pages = {}};
    for (std::size_t i = 0; i < lines.size(); i += per_page) {
        const std::string_view last = lines.at(std::min(i + per_page, lines.size()) - 1);
        const auto begin = static_cast<std::size_t>(lines.at(i).data() - words.data());
        const auto end = static_cast<std::size_t>(last.data() - words.data()) + last.size();
        paged.pages.push_back(words.substr(begin, end - begin));
    }
    return paged;
}

/// In the largest letters in which the phrase fits on one page, down to those that are read from
/// the other side of the desk: `Size::large` is 5.4 mm at least, 18 minutes of arc from a metre,
/// the least that ISO 9355-2 asks for. What does not fit then is paged. Smaller letters are only
/// for a word that is wider than the glass.
PhrasePages lay_out_phrase(const look::Look& look, std::string_view words, const Rect& room) {
    const auto bold = [](Size size) { return Style{size, Weight::bold}; };
    for (const Size size : {Size::huge, Size::display, Size::title, Size::large}) {
        if (look::fit_text(look, bold(size), words, room.w, room.h).fits) {
            return {.style = bold(size), .pages = {words}};
        }
    }
    Style style = bold(Size::large);
    while (style.size != Size::small && look::wrap(*look.fonts, style, words, room.w).broke_word) {
        style = look::smaller(style);
    }
    return paged(look, style, words, room);
}

/// What the phrase says, for the staff who show it: in their language, or its title if that is too
/// long to stand beside it. Empty if the phrase itself is in their language.
std::string for_staff(const Stage& stage, const cards::Phrase& phrase, const cards::Wording& shown,
                      Style style, const Rect& room) {
    if (cards::is_language_of_staff(stage.pack(), shown.language)) {
        return {};
    }
    const auto own = std::ranges::find_if(phrase.texts, [&](const cards::Wording& wording) {
        return cards::is_language_of_staff(stage.pack(), wording.language);
    });
    const bool fits = own != phrase.texts.end() &&
                      look::fit_text(stage.look(), style, own->words, room.w, room.h * 0.3F).fits;
    return fits ? own->words : phrase.title;
}

/// The phrase in the middle of its room, with the staff's words above it; the page that is wanted.
void put_words(Stage& stage, const desk::PatronView& view, const cards::Phrase& phrase,
               const cards::Wording& shown, Rect room) {
    const look::Look& look = stage.look();
    const look::Theme& theme = stage.theme();
    const Style small{Size::base, Weight::regular};
    const std::string own = for_staff(stage, phrase, shown, small, room);
    const float own_h = own.empty() ? 0 : look::fit_text(look, small, own, room.w, room.h).height;
    const float between = own.empty() ? 0 : look.gap() * 2;
    const Rect below{room.x, room.y + own_h + between, room.w, room.h - own_h - between};
    const PhrasePages pages = lay_out_phrase(look, shown.words, below);
    const int count = static_cast<int>(pages.pages.size());
    const int page = std::min(view.page, count - 1);
    stage.screen().page = page;
    stage.screen().pages = count;
    const std::string_view words = pages.pages.at(static_cast<std::size_t>(page));

    const float words_h = look::fit_text(look, pages.style, words, room.w, below.h).height;
    room = room.grown(0, (own_h + between + words_h - room.h) / 2);
    const bool turned = stage.state().habits.patron_turned;
    if (!own.empty()) {
        stage.canvas().text(own, room.take_top(own_h, between).grown(0, 0.5F),
                            {.style = small,
                             .ink = theme.soft,
                             .paper = theme.card.paper,
                             .across = Across::centre,
                             .turned = turned});
    }
    stage.canvas().text(words, room.grown(0, 0.5F),
                        {.style = pages.style,
                         .ink = theme.card.ink,
                         .paper = theme.card.paper,
                         .across = Across::centre,
                         .turned = turned});
}

/// What staff have on their side: the ways back, and the languages.
void put_staff_side(Stage& stage, const desk::PatronView& view, Rect row) {
    const look::Look& look = stage.look();
    const bool with_words = look.form() == Form::wide;
    const Style style{Size::small, Weight::bold};
    const float least = look.min_target();
    const auto width = [&](const i18n::Message& label) {
        const float words = look.fonts->width(style, label) + look.em(style) * 1.4F;
        return with_words ? std::max(least, std::round(words + 2 * look.pad())) : least;
    };
    const auto button = [&](const char* id, const i18n::Message& label, const desk::Event& event,
                            Symbol symbol, const Rect& rect) {
        look::Face face{.labels = {}, .symbol = symbol, .style = style};
        if (with_words) {
            face.labels = {label};
        }
        stage.button(
            {.id = id, .label = label, .event = event, .face = face, .ground = stage.theme().card},
            rect);
    };
    if (!std::holds_alternative<desk::BoardView>(view.behind)) {
        stage.button({.id = "home",
                      .label = words::kHome,
                      .event = desk::GoHome{},
                      .face = {.labels = {}, .symbol = Symbol::home},
                      .ground = stage.theme().card},
                     row.take_left(least, look.gap()));
    }
    button("phrases", words::kPhrasesShort, desk::OpenPhrases{}, Symbol::menu,
           row.take_left(width(words::kPhrasesShort), look.gap()));
    button("back", words::kDoneShort, desk::LeavePhrases{}, Symbol::back,
           row.take_right(width(words::kDoneShort), look.gap()));
    if (stage.screen().pages > 1) {
        put_page_button(stage, row.take_right(page_button_width(look), look.gap()),
                        stage.screen().page, stage.screen().pages);
        plan_pages(stage, stage.screen().page, stage.screen().pages);
    }
    put_language_row(stage, row, languages_to_choose(stage, view));
}

} // namespace

void put_phrase(Stage& stage, const desk::PatronView& view) {
    const look::Look& look = stage.look();
    const cards::Phrase& phrase = *stage.pack().find_phrase(view.phrase);
    const cards::Wording* const chosen = phrase.in(desk::language_of_phrases(stage.state()));
    const cards::Wording& shown = chosen != nullptr ? *chosen : phrase.texts.front();
    stage.screen().name = "phrase";
    stage.keys().escape = desk::LeavePhrases{};

    Rect all = look.panel.rect();
    const float gap = look.gap();
    const Rect row = all.take_bottom(language_row_height(look) + 2 * gap).grown(-gap);
    stage.canvas().box(all, stage.theme().card.paper);
    stage.canvas().box({all.x, all.bottom() - look.hairline(), all.w, look.hairline()},
                       stage.theme().line);
    put_words(stage, view, phrase, shown, all.grown(-2 * look.pad(), -look.pad()));
    put_staff_side(stage, view, row);
}

} // namespace screens
