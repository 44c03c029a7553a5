#include "screens/exchange.h"
#include "screens/frame.h"
#include "screens/pieces.h"
#include "screens/practice_words.h"
#include "screens/title_row.h"
#include "screens/words.h"

namespace screens {

using look::Rect;

namespace {

using Kind = Paragraph::Kind;

/// What this desk has managed so far: this card, and all of them.
void add_times(std::vector<Paragraph>& story, const desk::State& state, const std::string& card) {
    if (const auto times = desk::summary_of(state.found, card)) {
        story.push_back({.kind = Kind::plain, .text = words::times_of_card(*times)});
    }
    if (const auto times = desk::summary_of(state.found)) {
        story.push_back({.kind = Kind::plain, .text = words::times_of_desk(*times)});
    }
}

Choice choice(const Stage& stage, std::size_t place, std::string id, std::string label,
              desk::Event event) {
    return {.id = std::move(id),
            .label = std::move(label),
            .key = stage.context().number_row.at(place),
            .event = std::move(event)};
}

Exchange named(const Stage& stage, const cards::Card& card) {
    Exchange exchange{.story = {{.kind = Kind::caption, .text = words::kFindThis},
                                {.kind = Kind::main, .text = card.title}},
                      .tension = {},
                      .answers = {}};
    if (!card.summary.empty()) {
        exchange.story.push_back({.kind = Kind::plain, .text = card.summary});
    }
    add_times(exchange.story, stage.state(), card.id);
    exchange.answers = {{.id = "go",
                         .label = words::kGo,
                         .key = words::kKeyEnter,
                         .event = desk::StartDrill{},
                         .chosen = true},
                        choice(stage, 1, "another", words::kAnother, desk::NameCard{})};
    return exchange;
}

Exchange found(const Stage& stage, const cards::Card& card, const desk::DrillView& view) {
    Exchange exchange{.story = {{.kind = Kind::caption, .text = card.title},
                                {.kind = Kind::main, .text = words::found_in(*view.took)}},
                      .tension = {},
                      .answers = {}};
    add_times(exchange.story, stage.state(), card.id);
    if (view.practice) {
        exchange.answers.push_back({.id = "back-to-practice",
                                    .label = words::kBackToPractice,
                                    .key = words::kKeyEnter,
                                    .event = desk::StopDrill{},
                                    .chosen = true});
    } else {
        exchange.answers.push_back({.id = "another",
                                    .label = words::kNextCard,
                                    .key = words::kKeyEnter,
                                    .event = desk::NameCard{},
                                    .chosen = true});
    }
    exchange.answers.push_back(
        choice(stage, 1, "card", words::open_card(card.title), desk::OpenCard{card.id}));
    return exchange;
}

} // namespace

void put_drill(Stage& stage, const desk::DrillView& view) {
    const cards::Card& card = *stage.pack().find(view.card);
    stage.screen().name = "find-it";
    stage.keys().escape = desk::StopDrill{};
    Frame frame(stage, true);
    Rect area = frame.content();
    const Rect page_button = put_paged_title_row(stage, area,
                                                 {.back_label = words::kStopPractice,
                                                  .back_key = words::kKeyEscape,
                                                  .back_event = desk::StopDrill{},
                                                  .home_beside = true,
                                                  .title = words::kFindItShort,
                                                  .below = words::kOnlyTimesKept,
                                                  .badge = {},
                                                  .badge_code = {}});
    const Exchange exchange = view.took ? found(stage, card, view) : named(stage, card);
    put_exchange(stage, exchange, area, page_button, view.page);
    stage.keys().enter = exchange.answers.front().event;
    if (stage.screen().pages == 1) {
        stage.keys().forward = exchange.answers.front().event;
    }
    frame.put();
}

} // namespace screens
