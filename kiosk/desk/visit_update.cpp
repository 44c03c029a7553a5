#include "desk/visit_update.h"

#include "desk/plain_words.h"

#include <chrono>
#include <utility>

namespace desk {

namespace {

using cards::Card;
using cards::Code;

bool is_home(const View& view) {
    const auto* const board = std::get_if<BoardView>(&view);
    return board != nullptr && *board == BoardView{};
}

/// Nobody is served while somebody rehearses, or looks at cards that are not in use.
bool is_for_a_patron(const State& state) {
    return state.habits.counting && !is_looking_ahead(state) && !state.drill &&
           !std::holds_alternative<PracticeView>(state.view) &&
           !std::holds_alternative<DrillView>(state.view);
}

When when_now(const State& state) {
    return {.month = state.today.year() / state.today.month(),
            .band = band_at(state.habits.bands, state.minute_of_day).name};
}

Way way_of(const Before& before, const State& state, const Event& event) {
    if (std::holds_alternative<ShowOnRequest>(event)) {
        return Way::show;
    }
    if (std::holds_alternative<OpenFramework>(event)) {
        return state.counting.by_key ? Way::key : Way::rail;
    }
    if (before.searching) {
        return Way::search;
    }
    if (before.on_card) {
        return Way::link;
    }
    return state.counting.by_key ? Way::key : Way::tile;
}

/// From leaving home to here; nothing if it did not begin there.
std::optional<Moment> took_from_home(const Before& before, const State& state) {
    if (before.at_home) {
        return Moment{0};
    }
    return state.counting.left_home ? std::optional(state.now - *state.counting.left_home)
                                    : std::nullopt;
}

void end_encounter(Counting& counting, std::vector<Effect>& effects) {
    const auto encounter = std::exchange(counting.encounter, std::nullopt);
    if (encounter && encounter->ending) {
        effects.emplace_back(Count{Ended{.card = encounter->card,
                                         .code = encounter->code,
                                         .when = encounter->when,
                                         .ending = *encounter->ending,
                                         .help = encounter->help}});
    }
}

void end_visit(Counting& counting, std::vector<Effect>& effects) {
    if (auto visit = std::exchange(counting.visit, std::nullopt)) {
        effects.emplace_back(Count{std::move(*visit)});
    }
    if (counting.encounter && counting.encounter->ending) {
        end_encounter(counting, effects);
    }
}

/// What a new card says of the one before it, from which it was opened.
void mark_next(Visit& visit, const Card& next) {
    if (next.code == Code::blue) {
        visit.after = visit.after || visit.code != Code::blue;
    } else if (visit.code != Code::blue && next.code > visit.code) {
        visit.worse = true;
    }
}

/// A card for afterwards is about the encounter before it; any other one begins an encounter or, if
/// it came of the card before it, is a turn of the same.
void follow_encounter(Counting& counting, const Card& card, Moment now, bool goes_on,
                      std::vector<Effect>& effects) {
    if (card.code == Code::blue) {
        return;
    }
    // One that began with a card for afterwards was about nobody yet.
    const bool same = goes_on && counting.encounter && counting.encounter->code != Code::blue;
    if (!same) {
        end_encounter(counting, effects);
    }
    if (!same || card.kind == Card::Kind::situation) {
        counting.encounter = Encounter{.card = card.id,
                                       .code = card.code,
                                       .when = counting.visit->when,
                                       .last = now,
                                       .ending = {},
                                       .help = false};
    }
    counting.encounter->last = now;
}

void begin_visit(const Before& before, State& state, std::vector<Effect>& effects,
                 const Event& event, const Card& card) {
    Counting& counting = state.counting;
    const bool goes_on = counting.visit.has_value();
    if (goes_on) {
        mark_next(*counting.visit, card);
    }
    end_visit(counting, effects);
    counting.visit = Visit{.card = card.id,
                           .code = card.code,
                           .when = when_now(state),
                           .way = way_of(before, state, event),
                           .took = took_from_home(before, state),
                           .steps = {}};
    counting.left_home = std::nullopt;
    follow_encounter(counting, card, state.now, goes_on, effects);
}

/// A search was given up if what came of it is no card.
void count_vain_search(const Before& before, State& state, std::vector<Effect>& effects) {
    const auto* const search = std::get_if<SearchView>(&state.view);
    const bool goes_on = search != nullptr && !search->query.empty();
    if (!before.vain_query.empty() && !goes_on) {
        effects.emplace_back(Count{MissedSearch{.month = when_now(state).month,
                                                .words = in_plain_words(before.vain_query)}});
    }
}

/// The card that is open, or lies under the phrases, or is asked about; null if there is none.
const Card* card_in_hand(const State& state) {
    if (const auto* const ending = std::get_if<EndingView>(&state.view)) {
        return state.library->pack.find(ending->card);
    }
    return open_card(state);
}

} // namespace

Before look_before(const State& state) {
    const auto* const search = std::get_if<SearchView>(&state.view);
    // Fewer letters than these are no word that anybody gave up on.
    constexpr std::size_t kLeastQuery = 3;
    return {.at_home = is_home(state.view) && !state.quiet,
            .searching = search != nullptr,
            .on_card =
                card_in_hand(state) != nullptr || std::holds_alternative<PatronView>(state.view),
            .counted = is_for_a_patron(state),
            .vain_query =
                search != nullptr && search->hits.empty() && search->query.size() >= kLeastQuery
                    ? search->query
                    : std::string()};
}

void follow_visit(const Before& before, State& state, std::vector<Effect>& effects,
                  const Event& event) {
    Counting& counting = state.counting;
    if (const auto* const touched = std::get_if<Touched>(&event)) {
        counting.by_key = touched->by_key;
    }
    if (!before.counted || !is_for_a_patron(state)) {
        end_visit(counting, effects);
        counting.left_home = std::nullopt;
        return;
    }
    const Card* const card = card_in_hand(state);
    if (card == nullptr) {
        count_vain_search(before, state, effects);
    }
    if (card != nullptr && (!counting.visit || counting.visit->card != card->id)) {
        begin_visit(before, state, effects, event, *card);
    }
    if (const auto* const step = std::get_if<StepView>(&state.view);
        step != nullptr && card != nullptr) {
        counting.visit->steps.insert(step->step);
    }
    if (std::holds_alternative<BoardView>(state.view)) {
        end_visit(counting, effects);
    }
    if (is_home(state.view)) {
        counting.left_home = std::nullopt;
    } else if (before.at_home && card == nullptr) {
        counting.left_home = state.now;
    }
    const bool over =
        counting.encounter && state.now - counting.encounter->last >= kEncounterStands;
    if (std::holds_alternative<Finish>(event) || over) {
        end_visit(counting, effects);
        end_encounter(counting, effects);
    }
}

void apply(State& state, const OpenEnding& /*event*/) {
    const Card* const card = open_card(state);
    if (card == nullptr || card->code != Code::blue || !state.habits.counting) {
        return;
    }
    if (!state.counting.encounter) {
        state.counting.encounter = Encounter{.card = card->id,
                                             .code = card->code,
                                             .when = when_now(state),
                                             .last = state.now,
                                             .ending = {},
                                             .help = false};
    }
    state.view = EndingView{.card = card->id};
}

void apply(State& state, const TellEnding& event) {
    if (std::holds_alternative<EndingView>(state.view) && state.counting.encounter) {
        state.counting.encounter->ending = event.ending;
        apply(state, LeaveEnding{});
    }
}

void apply(State& state, const TellHelp& event) {
    if (std::holds_alternative<EndingView>(state.view) && state.counting.encounter) {
        state.counting.encounter->help = event.help;
    }
}

void apply(State& state, const LeaveEnding& /*event*/) {
    if (const auto* const ending = std::get_if<EndingView>(&state.view)) {
        state.view = CardView{.card = ending->card};
    }
}

} // namespace desk
