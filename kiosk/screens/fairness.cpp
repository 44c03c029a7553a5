#include "screens/entries.h"
#include "screens/exchange.h"
#include "screens/manager.h"
#include "screens/manager_words.h"
#include "screens/words.h"

#include <algorithm>

namespace screens {

using desk::CardFairness;
using desk::ManagerView;
using look::Rect;

namespace {

using Kind = Paragraph::Kind;

ManagerView question_view(const CardFairness& it, int question) {
    return {.part = ManagerView::Part::fairness, .card = it.card.id, .question = question};
}

void put_cards(Stage& stage, const std::vector<CardFairness>& all, const ManagerView& view,
               const Rect& area) {
    std::vector<Choice> choices;
    choices.reserve(all.size());
    for (const CardFairness& it : all) {
        choices.push_back({.id = "fairness/" + it.card.id,
                           .label = it.due.empty() ? it.card.title
                                                   : with_note(stage.look(), it.card.title,
                                                               words::fairness_due(it)),
                           .key = {},
                           .event = desk::OpenManager{question_view(it, 0)},
                           .code = it.card.code});
    }
    put_choices(stage, choices, area, view.page);
}

Exchange ask(const Stage& stage, const CardFairness& it, int question) {
    const auto which = static_cast<cards::FairQuestion>(question);
    const cards::FairAnswer now = it.review.answers.at(static_cast<std::size_t>(question));
    Exchange exchange{.story = {{.kind = Kind::caption, .text = words::question_of(question)},
                                {.kind = Kind::main, .text = words::fairness_question(which)}},
                      .tension = {},
                      .answers = {}};
    std::size_t place = 0;
    for (const auto& [id, answer] : {std::pair{"yes", cards::FairAnswer::yes},
                                     std::pair{"to-mend", cards::FairAnswer::to_mend}}) {
        exchange.answers.push_back(
            {.id = id,
             .label = words::fairness_answer(answer),
             .key = stage.context().number_row.at(place++),
             .event = desk::AnswerFairness{.card = it.card.id, .question = which, .answer = answer},
             .chosen = now == answer});
    }
    return exchange;
}

/// What has been answered to all of them.
Exchange sum_up(const Stage& stage, const CardFairness& it) {
    const bool whole = cards::is_complete(it.review);
    Exchange exchange{
        .story = {{.kind = Kind::main, .text = whole ? words::kReviewed : words::kNotAllAnswered}},
        .tension = {},
        .answers = {}};
    for (std::size_t i = 0; i < cards::kFairQuestions; ++i) {
        exchange.story.push_back(
            {.kind = Kind::plain,
             .text = words::fairness_question(static_cast<cards::FairQuestion>(i)) + " " +
                     words::fairness_answer(it.review.answers.at(i)) + "."});
    }
    exchange.answers = {{.id = "other-cards",
                         .label = words::kOtherCards,
                         .key = words::kKeyEnter,
                         .event = desk::OpenManager{{.part = ManagerView::Part::fairness}},
                         .chosen = true},
                        {.id = "ask-again",
                         .label = words::kAskAgain,
                         .key = stage.context().number_row.at(1),
                         .event = desk::OpenManager{question_view(it, 0)}}};
    return exchange;
}

} // namespace

void put_fairness(Stage& stage, const ManagerView& view, const Rect& area, const Rect& turn) {
    const desk::State& state = stage.state();
    const auto all = desk::fairness_of(stage.pack(), state.reviews, state.today);
    const auto it =
        std::ranges::find(all, view.card, [](const CardFairness& one) { return one.card.id; });
    if (it == all.end()) {
        put_cards(stage, all, view, area);
        return;
    }
    const auto questions = static_cast<int>(cards::kFairQuestions);
    const bool asks = view.question < questions;
    put_exchange(stage, asks ? ask(stage, *it, view.question) : sum_up(stage, *it), area, turn,
                 view.page);
    if (stage.screen().pages == 1) {
        const auto turn_to = [&](int question) {
            return desk::OpenManager{question_view(*it, std::clamp(question, 0, questions))};
        };
        stage.keys().page_forward = turn_to(view.question + 1);
        stage.keys().page_back = turn_to(view.question - 1);
    }
}

void put_plan(Stage& stage, const ManagerView& view, const Rect& area) {
    const desk::PlanStatus& plan = stage.state().plan;
    std::vector<Entry> entries;
    // Small panels have no other place for it.
    if (const std::string& notice = stage.state().evaluation->notice; !notice.empty()) {
        entries.push_back({.term = {}, .text = notice});
    }
    if (!plan.progress) {
        entries.push_back({.term = {}, .text = words::kNoPlan});
    } else {
        entries.push_back({.term = {}, .text = cards::to_string(*plan.progress)});
        for (const std::string& missing : plan.progress->missing) {
            entries.push_back({.term = words::kNoCardYet, .text = missing});
        }
    }
    for (const cards::Code code : cards::kCodes) {
        const auto count = std::ranges::count_if(stage.pack().cards, [&](const cards::Card& card) {
            return card.kind == cards::Card::Kind::situation && card.code == code;
        });
        entries.push_back({.term = stage.pack().info(code).name,
                           .text = words::cards_counted(static_cast<std::size_t>(count))});
    }
    for (const cards::Problem& problem : plan.problems) {
        entries.push_back(entry_of(problem));
    }
    if (plan.problems.empty()) {
        entries.push_back({.term = {}, .text = words::kAllFine});
    }
    put_entries(stage, entries, area, view.page, false);
}

} // namespace screens
