#include "screens/choices.h"
#include "screens/exchange.h"
#include "screens/frame.h"
#include "screens/pieces.h"
#include "screens/practice_words.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>
#include <utility>

namespace screens {

using look::Form;
using look::Rect;
using look::Size;
using look::Symbol;
using look::Weight;

namespace {

using Kind = Paragraph::Kind;

void add(std::vector<Paragraph>& story, Kind kind, std::string text) {
    if (!text.empty()) {
        story.push_back({.kind = kind, .text = std::move(text)});
    }
}

/// What staff say stands in quotation marks, what they do does not.
std::string words_of(const cards::Reply& reply) {
    return reply.spoken ? words::quoted(reply.text) : reply.text;
}

/// What happens and what is said in a turn.
std::vector<Paragraph> story_of(const cards::Practice& practice, const desk::PracticeView& view) {
    const cards::Turn& turn = practice.turns.at(view.turn);
    std::vector<Paragraph> story;
    if (view.taken == 0) {
        add(story, Kind::plain, practice.summary);
    }
    add(story, Kind::plain, turn.happens);
    if (!turn.words.empty()) {
        add(story, Kind::caption,
            practice.who.empty() ? std::string(words::kThePatron) : practice.who);
        add(story, Kind::main, words::quoted(turn.words));
    }
    return story;
}

std::string key_of(const Stage& stage, std::size_t place) {
    return stage.context().number_row.at(place);
}

Exchange turn_of(const Stage& stage, const cards::Practice& practice,
                 const desk::PracticeView& view) {
    const cards::Turn& turn = practice.turns.at(view.turn);
    Exchange exchange{.story = story_of(practice, view), .tension = turn.tension, .answers = {}};
    for (std::size_t i = 0; i < turn.replies.size(); ++i) {
        exchange.answers.push_back({.id = "reply/" + std::to_string(i + 1),
                                    .label = words_of(turn.replies.at(i)),
                                    .key = key_of(stage, i),
                                    .event = desk::ChooseReply{i}});
    }
    return exchange;
}

/// What was chosen, and why it helps or does not.
Exchange reason_of(const cards::Reply& reply, int tension) {
    Exchange exchange{.story = {}, .tension = tension, .answers = {}};
    add(exchange.story, Kind::main, words_of(reply));
    if (reply.trap) {
        add(exchange.story, Kind::caption, words::kTrap);
    }
    add(exchange.story, Kind::plain, reply.why);
    exchange.answers.push_back({.id = "on",
                                .label = words::kGoOn,
                                .key = words::kKeyEnter,
                                .event = desk::GoOn{},
                                .chosen = true});
    exchange.answers.push_back(
        {.id = "again", .label = words::kTryAnother, .key = {}, .event = desk::TakeBack{}});
    return exchange;
}

Exchange ending_of(const Stage& stage, const cards::Practice& practice,
                   const desk::PracticeView& view) {
    const cards::Turn& turn = practice.turns.at(view.turn);
    const cards::Card& card = *stage.pack().find(practice.card);
    Exchange exchange{.story = {}, .tension = turn.tension, .answers = {}};
    add(exchange.story, Kind::caption, words::ending(*turn.ending));
    add(exchange.story, Kind::main, turn.title);
    add(exchange.story, Kind::plain, turn.happens);
    if (!turn.words.empty()) {
        add(exchange.story, Kind::plain, words::quoted(turn.words));
    }
    exchange.answers = {{.id = "card",
                         .label = words::card_that_helps(card.title),
                         .key = key_of(stage, 0),
                         .event = desk::OpenCard{card.id},
                         .chosen = true},
                        {.id = "once-more",
                         .label = words::kOnceMore,
                         .key = key_of(stage, 1),
                         .event = desk::StartPractice{practice.id}},
                        {.id = "others",
                         .label = words::kOtherPractices,
                         .key = key_of(stage, 2),
                         .event = desk::OpenPractices{}}};
    return exchange;
}

/// The question that every turn asks: it leads to looking for the card, against the clock.
std::string question(const Stage& stage, const cards::Practice& practice) {
    const auto summary = desk::summary_of(stage.state().found, practice.card);
    return summary ? words::which_card(summary->best) : std::string(words::kWhichCard);
}

void put_question(Stage& stage, const cards::Practice& practice, const Rect& rect) {
    stage.button(
        {.id = "which-card",
         .label = question(stage, practice),
         .event = desk::StartDrill{},
         .face = {.labels = {question(stage, practice), words::kWhichCard, words::kFindItShort},
                  .symbol = Symbol::search,
                  .style = {Size::base, Weight::bold}},
         .ground = stage.ground(stage.pack().find(practice.card)->code)},
        rect);
}

void put_practice(Stage& stage, const cards::Practice& practice, const desk::PracticeView& view) {
    const look::Look& look = stage.look();
    const cards::Turn& turn = practice.turns.at(view.turn);
    const cards::Card& card = *stage.pack().find(practice.card);
    stage.screen().name = "practice";
    stage.keys().escape = desk::OpenPractices{};
    Frame frame(stage, true);
    Rect area = frame.content();
    const int longest = view.taken + cards::longest_way(practice, view.turn);
    const Rect page_button =
        put_paged_title_row(stage, area,
                            {.back_label = words::kStopPractice,
                             .back_key = words::kKeyEscape,
                             .back_event = desk::OpenPractices{},
                             .home_beside = true,
                             .title = words::practice(practice.title),
                             .short_title = practice.title,
                             .below = words::kNothingKept,
                             .badge = turn.ending ? "" : words::turn_of(view.taken + 1, longest),
                             .badge_code = card.code});
    if (view.reply) {
        // Only on the way on is it known how tense it gets.
        const cards::Reply& reply = turn.replies.at(*view.reply);
        stage.keys().enter = desk::GoOn{};
        put_exchange(stage, reason_of(reply, practice.turns.at(reply.next).tension), area,
                     page_button, view.page);
        if (stage.screen().pages == 1) {
            stage.keys().forward = desk::GoOn{};
        }
    } else if (turn.ending) {
        put_exchange(stage, ending_of(stage, practice, view), area, page_button, view.page);
    } else {
        Exchange exchange = turn_of(stage, practice, view);
        if (look.form() != Form::compact) {
            const Rect bar =
                area.take_bottom(std::max(look.min_target(), look.panel.px(12)), look.gap());
            put_exchange(stage, exchange, area, page_button, view.page);
            put_question(stage, practice, bar);
        } else {
            exchange.answers.push_back({.id = "which-card",
                                        .label = question(stage, practice),
                                        .key = {},
                                        .event = desk::StartDrill{},
                                        .chosen = true});
            put_exchange(stage, exchange, area, page_button, view.page);
        }
    }
    frame.put();
}

void put_find_it(Stage& stage, const Rect& rect) {
    stage.button({.id = "find-it",
                  .label = words::kFindIt,
                  .event = desk::NameCard{},
                  .face = {.labels = {words::kFindIt, words::kFindItShort},
                           .symbol = Symbol::search,
                           .words_needed = true,
                           .style = {Size::base, Weight::bold}},
                  .ground = stage.theme().strong},
                 rect);
}

void put_list(Stage& stage, const desk::PracticeView& view) {
    const look::Look& look = stage.look();
    const cards::Pack& pack = stage.pack();
    stage.screen().name = "practices";
    Frame frame(stage, true);
    Rect area = frame.content();
    put_title_row(stage, area,
                  {.back_label = words::kHome,
                   .back_key = words::kKeyEscape,
                   .back_event = desk::GoHome{},
                   .title = words::kPractice,
                   .below = words::kPracticeWhat,
                   .badge = {},
                   .badge_code = {}});
    std::vector<Choice> choices;
    if (look.form() == Form::compact) {
        choices.push_back({.id = "find-it",
                           .label = words::kFindItShort,
                           .key = {},
                           .event = desk::NameCard{},
                           .chosen = true});
    } else {
        put_find_it(stage,
                    area.take_bottom(std::max(look.min_target(), look.panel.px(12)), look.gap()));
    }
    std::size_t place = 0;
    for (const cards::Practice& practice : pack.practices) {
        const bool has_key = place < stage.keys().row.size();
        choices.push_back({.id = "practice/" + practice.id,
                           .label = practice.title,
                           .key = has_key ? key_of(stage, place) : std::string(),
                           .event = desk::StartPractice{practice.id},
                           .code = pack.find(practice.card)->code});
        if (has_key) {
            stage.keys().row.at(place) = choices.back().event;
        }
        ++place;
    }
    if (!choices.empty()) {
        put_choices(stage, choices, area, view.page);
    }
    frame.put();
}

} // namespace

void put_practice(Stage& stage, const desk::PracticeView& view) {
    const cards::Practice* const practice = stage.pack().find_practice(view.practice);
    if (practice != nullptr) {
        put_practice(stage, *practice, view);
    } else {
        put_list(stage, view);
    }
}

} // namespace screens
