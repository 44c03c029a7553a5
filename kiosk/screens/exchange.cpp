#include "screens/exchange.h"

#include "cards/practice.h"
#include "screens/entries.h"
#include "screens/practice_words.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screens {

using look::Down;
using look::Rect;
using look::Size;
using look::Style;
using look::Weight;

namespace {

using Kind = Paragraph::Kind;

/// How large the letters of an exchange are.
struct Sizes {
    Size main;
    Size plain;
    Size answer;
};
constexpr std::array kSizes{
    Sizes{Size::title, Size::base, Size::large}, Sizes{Size::large, Size::base, Size::base},
    Sizes{Size::base, Size::small, Size::base}, Sizes{Size::base, Size::small, Size::small},
    Sizes{Size::small, Size::small, Size::small}};

Style style_of(Kind kind, const Sizes& sizes) {
    switch (kind) {
    case Kind::caption: return {Size::small, Weight::regular};
    case Kind::plain: return {sizes.plain, Weight::regular};
    case Kind::main: return {sizes.main, Weight::bold};
    }
    return {sizes.plain, Weight::regular};
}

/// The scale under the story: as many fields as there are steps of tension, and a word.
constexpr Style kScaleWord{Size::small, Weight::bold};

float scale_height(const look::Look& look) {
    return std::round(look.em(kScaleWord) * 0.5F) + look.gap() / 2 + look.pitch(kScaleWord);
}

float paragraph_height(const look::Look& look, const Paragraph& it, const Sizes& sizes,
                       float width) {
    return look::fit_text(look, style_of(it.kind, sizes), it.text, width, 1e6F).height;
}

Rect inside(const look::Look& look, const Rect& sheet) {
    return sheet.grown(-look.pad() * 1.3F);
}

/// Whether the words of a story are whole in a room, and all of it fits.
bool story_fits(const look::Look& look, const Exchange& exchange, const Sizes& sizes,
                const Rect& sheet) {
    const Rect room = inside(look, sheet);
    float height = exchange.tension ? scale_height(look) : 0;
    for (const Paragraph& it : exchange.story) {
        const look::TextFit fit =
            look::fit_text(look, style_of(it.kind, sizes), it.text, room.w, 1e6F);
        if (!fit.fits) {
            return false;
        }
        height += fit.height + look.gap();
    }
    if (exchange.tension &&
        look.fonts->width(kScaleWord, words::tension(*exchange.tension)) > room.w) {
        return false;
    }
    return height <= room.h;
}

/// Each field of the scale up to the tension is in the colour of what it stands for.
void put_scale(Stage& stage, int tension, Rect room) {
    const look::Look& look = stage.look();
    const look::Theme& theme = stage.theme();
    const Rect row = room.take_top(std::round(look.em(kScaleWord) * 0.5F), look.gap() / 2);
    constexpr int kTense = 3; // the first field that is
    constexpr int kUnsafe = 7;
    const float gap = std::max(1.0F, std::round(look.panel.px(0.5)));
    for (int i = 0; i < cards::kMostTension; ++i) {
        const cards::Code code = i < kTense    ? cards::Code::green
                                 : i < kUnsafe ? cards::Code::yellow
                                               : cards::Code::red;
        stage.canvas().box(row.cell(i, cards::kMostTension, 0, 1, gap),
                           i < tension ? stage.ground(code).paper : theme.line, row.h * 0.3F);
    }
    stage.canvas().text(
        words::tension(tension), room,
        {.style = kScaleWord, .ink = theme.card.ink, .paper = theme.card.paper, .down = Down::top});
}

void put_story(Stage& stage, const std::vector<Paragraph>& story, std::optional<int> tension,
               const Sizes& sizes, const Rect& sheet) {
    const look::Look& look = stage.look();
    const look::Theme& theme = stage.theme();
    stage.canvas().sheet(sheet, theme.card);
    Rect room = inside(look, sheet);
    if (tension) {
        put_scale(stage, *tension, room.take_bottom(scale_height(look), look.gap()));
    }
    for (const Paragraph& it : story) {
        const float height = paragraph_height(look, it, sizes, room.w);
        stage.canvas().text(it.text, room.take_top(height, look.gap()).grown(0, 0.6F),
                            {.style = style_of(it.kind, sizes),
                             .ink = it.kind == Kind::caption ? theme.soft
                                    : it.kind == Kind::main  ? theme.spoken
                                                             : theme.card.ink,
                             .paper = theme.card.paper,
                             .down = Down::top});
    }
}

/// A number stands before an answer as before a list's items; what else is printed on a key, after
/// it.
bool is_number(const std::string& key) {
    return key.size() == 1;
}

/// How much the key takes of an answer's width; nothing if there is no key.
float key_width(const look::Look& look, const Choice& answer, Style style) {
    if (answer.key.empty()) {
        return 0;
    }
    const float width = is_number(answer.key)
                            ? look.fonts->width({style.size, Weight::bold}, answer.key)
                            : look::chip_size(look, answer.key).w;
    return std::ceil(width) + look.pad();
}

float answer_height(const look::Look& look, const Choice& answer, Style style, float width,
                    bool with_keys) {
    const float key = with_keys ? key_width(look, answer, style) : 0;
    const look::TextFit fit =
        look::fit_text(look, style, answer.label, width - 2 * look.pad() - key, 1e6F);
    return fit.fits ? std::max(look.min_target(), std::ceil(fit.height + look.pad())) : 1e6F;
}

struct AnswerLook {
    Style style;
    bool with_keys = true;
};

/// Puts answers one below the other; what room is left over goes to all alike.
void put_answers(Stage& stage, const std::vector<Choice>& answers, const AnswerLook& how,
                 Rect area) {
    const look::Look& look = stage.look();
    const look::Theme& theme = stage.theme();
    const auto count = static_cast<float>(answers.size());
    float used = look.gap() * (count - 1);
    for (const Choice& it : answers) {
        used += answer_height(look, it, how.style, area.w, how.with_keys);
    }
    // Higher than this, a button does not get easier to hit.
    const float most = std::max(look.panel.px(45), look.min_target());
    const float spare = std::max(0.0F, std::floor((area.h - used) / count));
    for (const Choice& it : answers) {
        const float least = answer_height(look, it, how.style, area.w, how.with_keys);
        const Rect rect = area.take_top(std::max(least, std::min(least + spare, most)), look.gap());
        const look::Ground& ground = it.chosen ? theme.strong : theme.card;
        stage.canvas().sheet(rect, ground);
        Rect room = rect.grown(-look.pad(), 0);
        const float key = how.with_keys ? key_width(look, it, how.style) : 0;
        if (key > 0 && is_number(it.key)) {
            const Style bold{how.style.size, Weight::bold};
            stage.canvas().text(it.key, room.take_left(key),
                                {.style = bold, .ink = ground.ink, .paper = ground.paper});
        } else if (key > 0) {
            const Rect at = room.take_right(key);
            stage.canvas().chip(it.key, at.right(),
                                std::round(at.centre_y() - look::chip_size(look, it.key).h / 2),
                                it.chosen ? ground.ink : theme.soft, ground.paper);
        }
        stage.canvas().text(it.label, room,
                            {.style = how.style, .ink = ground.ink, .paper = ground.paper});
        stage.target({.id = it.id, .label = it.label, .key = it.key, .rect = rect}, it.event);
    }
}

bool answers_fit(const look::Look& look, const std::vector<Choice>& answers, const AnswerLook& how,
                 const Rect& area) {
    float height = -look.gap();
    for (const Choice& it : answers) {
        height += answer_height(look, it, how.style, area.w, how.with_keys) + look.gap();
    }
    return height <= area.h;
}

/// How an exchange fits on one page.
struct OnePage {
    Sizes sizes;
    Rect story;
    Rect answers;
};

std::vector<OnePage> ways_to_share(const look::Look& look, const Rect& area, const Sizes& sizes) {
    std::vector<OnePage> ways;
    const bool upright = area.h > area.w;
    if (!upright) {
        for (const float share : {0.48F, 0.4F, 0.56F}) {
            OnePage way{.sizes = sizes, .story = {}, .answers = area};
            way.story = way.answers.take_left(std::round(area.w * share), look.gap());
            ways.push_back(way);
        }
    }
    for (const float share : {0.4F, 0.5F, 0.32F, 0.6F}) {
        OnePage way{.sizes = sizes, .story = {}, .answers = area};
        way.story = way.answers.take_top(std::round(area.h * share), look.gap());
        ways.push_back(way);
    }
    return ways;
}

/// The way in the largest letters; nothing if there is none.
std::optional<OnePage> fit_on_page(const look::Look& look, const Exchange& exchange,
                                   const Rect& area) {
    for (const Sizes& sizes : kSizes) {
        for (const OnePage& way : ways_to_share(look, area, sizes)) {
            const AnswerLook how{.style = {sizes.answer, Weight::regular}};
            if (story_fits(look, exchange, sizes, way.story) &&
                answers_fit(look, exchange.answers, how, way.answers)) {
                return way;
            }
        }
    }
    return std::nullopt;
}

/// Pages of a story in the smallest letters; a paragraph longer than a page goes on on the next.
std::vector<std::vector<Paragraph>> story_pages(const look::Look& look, const Exchange& exchange,
                                                const Rect& sheet) {
    const Sizes& sizes = kSizes.back();
    const Rect room = inside(look, sheet);
    std::vector<std::vector<Paragraph>> pages(1);
    float used = 0;
    const auto add = [&](const Paragraph& it) {
        const float height = paragraph_height(look, it, sizes, room.w) + look.gap();
        if (used + height > room.h + look.gap() && !pages.back().empty()) {
            const Paragraph last = pages.back().back();
            pages.emplace_back();
            used = 0;
            // What it is the caption of comes here; so does the caption, if both have room.
            const float caption = paragraph_height(look, last, sizes, room.w) + look.gap();
            const auto before = pages.end() - 2;
            if (last.kind == Kind::caption && before->size() > 1 &&
                caption + height <= room.h + look.gap()) {
                before->pop_back();
                pages.back().push_back(last);
                used = caption;
            }
        }
        pages.back().push_back(it);
        used += height;
    };
    std::vector<Paragraph> story = exchange.story;
    if (exchange.tension) {
        story.push_back({.kind = Kind::plain, .text = words::tension(*exchange.tension)});
    }
    for (const Paragraph& it : story) {
        if (paragraph_height(look, it, sizes, room.w) <= room.h) {
            add(it);
            continue;
        }
        const Style style = style_of(it.kind, sizes);
        Paragraph piece{.kind = it.kind, .text = {}};
        for (const std::string_view line : look::wrap(*look.fonts, style, it.text, room.w).lines) {
            Paragraph longer = piece;
            longer.text += (longer.text.empty() ? "" : " ") + std::string(line);
            if (!piece.text.empty() && paragraph_height(look, longer, sizes, room.w) > room.h) {
                add(piece);
                longer.text = line;
            }
            piece = std::move(longer);
        }
        add(piece);
    }
    return pages;
}

std::vector<std::vector<Choice>> answer_pages(const look::Look& look,
                                              const std::vector<Choice>& answers,
                                              const AnswerLook& how, const Rect& area) {
    std::vector<std::vector<Choice>> pages;
    for (const Choice& it : answers) {
        if (!pages.empty()) {
            pages.back().push_back(it);
            if (answers_fit(look, pages.back(), how, area)) {
                continue;
            }
            pages.back().pop_back();
        }
        pages.push_back({it});
    }
    return pages;
}

void put_apart(Stage& stage, const Exchange& exchange, Rect area, Rect turn, int wanted) {
    const look::Look& look = stage.look();
    const AnswerLook how{.style = {Size::small, Weight::regular}, .with_keys = false};
    if (turn.empty()) {
        turn = area.take_bottom(look.min_target(), look.gap());
    }
    const auto story = story_pages(look, exchange, area);
    const auto answers = answer_pages(look, exchange.answers, how, area);
    const int count = static_cast<int>(story.size() + answers.size());
    const int page = std::min(wanted, count - 1);
    const auto at = static_cast<std::size_t>(page);
    stage.screen().page = page;
    stage.screen().pages = count;
    if (at < story.size()) {
        put_story(stage, story.at(at), std::nullopt, kSizes.back(), area);
    } else {
        put_answers(stage, answers.at(at - story.size()), how, area);
    }
    put_page_button(stage, turn, page, count);
    plan_pages(stage, page, count);
}

} // namespace

void put_exchange(Stage& stage, const Exchange& exchange, const Rect& area, const Rect& turn,
                  int wanted) {
    for (std::size_t i = 0; i < std::min(exchange.answers.size(), stage.keys().row.size()); ++i) {
        if (!exchange.answers.at(i).key.empty()) {
            stage.keys().row.at(i) = exchange.answers.at(i).event;
        }
    }
    const look::Look& look = stage.look();
    if (const auto way = fit_on_page(look, exchange, area)) {
        put_story(stage, exchange.story, exchange.tension, way->sizes, way->story);
        put_answers(stage, exchange.answers, {.style = {way->sizes.answer, Weight::regular}},
                    way->answers);
        return;
    }
    put_apart(stage, exchange, area, turn, wanted);
}

} // namespace screens
