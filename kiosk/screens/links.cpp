#include "screens/links.h"

#include "screens/words.h"

#include <algorithm>

namespace screens {

using cards::Code;
using look::Rect;
using look::Size;
using look::Style;
using look::Symbol;
using look::Weight;

namespace {

const cards::Card* framework_of(const cards::Pack& pack, Code code) {
    return pack.find(pack.info(code).framework);
}

} // namespace

std::vector<CardLink> links_of(const cards::Pack& pack, const cards::Card& card) {
    std::vector<CardLink> links;
    const auto add = [&](const char* id, const cards::Card* to) {
        const bool known = std::ranges::find(links, to, &CardLink::to) != links.end();
        if (to != nullptr && to != &card && !known) {
            links.push_back({.id = id, .words = pack.info(to->code).link, .to = to});
        }
    };
    const cards::Card* worse = pack.find(card.worse);
    if (worse == nullptr && card.code == Code::green) {
        worse = framework_of(pack, Code::yellow);
    }
    add("worse", worse);
    if (card.code != Code::blue) {
        add("unsafe", framework_of(pack, Code::red));
    }
    const cards::Card* after = pack.find(card.after);
    add("after", after != nullptr ? after : framework_of(pack, Code::blue));
    return links;
}

void put_link(Stage& stage, const CardLink& link, const Rect& rect) {
    const look::Look& look = stage.look();
    look::Canvas& canvas = stage.canvas();
    const look::Ground& ground = stage.ground(link.to->code);
    canvas.box(rect, ground.paper, look.radius());
    const std::string label = link.words + " → " + link.to->title;
    stage.target({.id = link.id, .role = look::Role::link, .label = label, .rect = rect},
                 desk::OpenCard{link.to->id});

    const Rect room = rect.grown(-std::min(look.pad(), rect.w * 0.06F), 0);
    const look::Setting setting{.style = {}, .ink = ground.ink, .paper = ground.paper};
    // On one line if it fits: the words, an arrow, and where it leads.
    for (const Size size : {Size::base, Size::small}) {
        const Style style{size, Weight::bold};
        const float em = look.em(style);
        const float words_w = std::ceil(look.fonts->width(style, link.words));
        const float title_w = std::ceil(look.fonts->width(style, link.to->title));
        const float total = words_w + em * 1.7F + title_w;
        if (total > room.w) {
            continue;
        }
        look::Setting line = setting;
        line.style = style;
        float x = std::round(room.centre_x() - total / 2);
        canvas.text(link.words, {x, room.y, words_w + 1, room.h}, line);
        x += words_w + em * 0.4F;
        canvas.symbol(Symbol::arrow,
                      {x, std::round(room.centre_y() - em * 0.45F), em * 0.9F, em * 0.9F},
                      ground.ink);
        x += em * 1.3F;
        canvas.text(link.to->title, {x, room.y, title_w + 1, room.h}, line);
        return;
    }
    // On two lines if they fit: the words above, where it leads below.
    const Style above{Size::small, Weight::regular};
    const Style below{Size::small, Weight::bold};
    const float both = look.pitch(above) + look.height(below, 1);
    const float em_above = look.em(above);
    const float above_w = std::ceil(look.fonts->width(above, link.words));
    if (both <= room.h && above_w + em_above * 1.4F <= room.w &&
        look.fonts->width(below, link.to->title) <= room.w) {
        Rect lines = room.grown(0, (both - room.h) / 2);
        const Rect first =
            lines.take_top(look.height(above, 1), look.pitch(above) - look.height(above, 1));
        look::Setting line = setting;
        line.style = above;
        const float x = std::round(room.centre_x() - (above_w + em_above * 1.3F) / 2);
        canvas.text(link.words, {x, first.y, above_w + 1, first.h}, line);
        canvas.symbol(Symbol::arrow,
                      {x + above_w + em_above * 0.4F,
                       std::round(first.centre_y() - em_above * 0.4F), em_above * 0.8F,
                       em_above * 0.8F},
                      ground.ink);
        line.style = below;
        line.across = look::Across::centre;
        canvas.text(link.to->title, lines, line);
        return;
    }
    // Otherwise the code's shape and where it leads, on as many lines as it takes.
    const Style least{Size::small, Weight::bold};
    const float side = look.em(least);
    const look::TextFit beside =
        look::fit_text(look, least, link.to->title, room.w - side * 1.4F, room.h);
    look::Setting small = setting;
    small.style = least;
    if (beside.fits) {
        float widest = 0;
        for (const auto line : beside.wrapped.lines) {
            widest = std::max(widest, look.fonts->width(least, line));
        }
        float x = std::round(room.centre_x() - (widest + side * 1.4F) / 2);
        canvas.symbol(symbol_of(link.to->code),
                      {x, std::round(room.centre_y() - side / 2), side, side}, ground.ink);
        x += side * 1.4F;
        canvas.text(link.to->title, {x, room.y, room.right() - x, room.h}, small);
        return;
    }
    // A long title on a small panel: what it is there for, or its framework's acronym. The acronym
    // of what is worse may be on the button beside it.
    const cards::Card* framework = framework_of(stage.pack(), link.to->code);
    small.across = look::Across::centre;
    const bool title_fits = look::fit_text(look, least, link.to->title, room.w, room.h).fits;
    const std::string words = title_fits || framework == nullptr           ? link.to->title
                              : link.id == "worse" && link.to != framework ? words::kWorse.str()
                                                                           : framework->title;
    if (look::fit_text(look, least, words, room.w, room.h).fits) {
        canvas.text(words, room, small);
    } else {
        canvas.symbol(symbol_of(link.to->code),
                      {std::round(room.centre_x() - side / 2),
                       std::round(room.centre_y() - side / 2), side, side},
                      ground.ink);
    }
}

void put_phrases_button(Stage& stage, Rect& row) {
    const look::Look& look = stage.look();
    if (stage.pack().phrases.empty()) {
        return;
    }
    const Style style{Size::small, Weight::bold};
    look::Face face{.labels = {}, .symbol = Symbol::globe, .style = style};
    float width = look.min_target();
    if (look.form() != look::Form::compact) {
        face.labels = {words::kShowWords};
        const float words = look.fonts->width(style, words::kShowWords) + look.em(style) * 1.4F;
        const float wanted = std::round(words + 2 * look.pad());
        width = wanted <= row.w * 0.2F ? std::max(width, wanted) : width;
    }
    stage.button({.id = "phrases",
                  .label = words::kPhrases,
                  .event = desk::OpenPhrases{},
                  .face = face,
                  .ground = stage.theme().card},
                 row.take_left(width, look.gap()));
}

} // namespace screens
