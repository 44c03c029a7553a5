#include "desk/update.h"

#include "desk/beside_update.h"
#include "desk/drop_update.h"
#include "desk/manager_update.h"
#include "desk/patron_update.h"
#include "desk/practice_update.h"
#include "desk/speech_update.h"
#include "desk/visit_update.h"
#include "i18n/message.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

using i18n::tr;

template <typename... Handlers>
struct Overload : Handlers... {
    using Handlers::operator()...;
};

/// Longer than anybody types while someone waits at the desk.
constexpr std::size_t kLongestQuery = 60;
/// More than fit on a few pages are not read under stress.
constexpr std::size_t kMostHits = 24;

void search(State& state, SearchView view) {
    view.hits = state.library->index.find(view.query, kMostHits);
    view.chosen = 0;
    view.group = std::nullopt;
    state.view = std::move(view);
}

SearchView current_search(const State& state) {
    const auto* view = std::get_if<SearchView>(&state.view);
    return view != nullptr ? *view : SearchView{};
}

void drop_last_character(std::string& text) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) {
        text.pop_back();
    }
    if (!text.empty()) {
        text.pop_back();
    }
}

void open_card_by_id(State& state, const std::string& id) {
    if (state.library->pack.find(id) != nullptr) {
        state.view = CardView{.card = id};
        state.quiet = false;
    }
}

void show_page(View& view, int page) {
    std::visit(Overload{[&](SearchView&) {}, [&](PinView&) {},
                        [&](auto& paged) { paged.page = std::max(page, 0); }},
               view);
}

/// A view may name a card that new cards no longer have.
void settle_view(State& state) {
    if (std::holds_alternative<SearchView>(state.view)) {
        search(state, current_search(state));
        return;
    }
    // Any other names no card, and somebody may be reading a number to call.
    const bool names_cards = std::holds_alternative<BoardView>(state.view) ||
                             std::holds_alternative<CardView>(state.view) ||
                             std::holds_alternative<StepView>(state.view) ||
                             std::holds_alternative<PatronView>(state.view) ||
                             std::holds_alternative<PracticeView>(state.view) ||
                             std::holds_alternative<DrillView>(state.view) ||
                             std::holds_alternative<EndingView>(state.view);
    if (names_cards) {
        state.view = BoardView{};
    }
}

/// True while new cards would take away what somebody is in the middle of.
bool is_busy(const State& state) {
    return is_reading(state) || open_practice(state) != nullptr || state.drill.has_value();
}

void take_waiting_library(State& state) {
    if (state.waiting && (!is_busy(state) || is_looking_ahead(state))) {
        forget_drill(state);
        stop_looking(state);
        state.library = std::exchange(state.waiting, nullptr);
        state.notice_open = !problems_of(state).empty();
        settle_view(state);
    }
}

void rest_when_idle(State& state) {
    if (state.now - state.last_touch < state.habits.idle_return) {
        return;
    }
    forget_drill(state);
    // A card under the quiet screen or behind other programs is nobody's any more; one in the open
    // may be being read, unless it is one that is not in use.
    if (state.quiet || state.away || !is_reading(state) || is_looking_ahead(state)) {
        stop_looking(state);
        state.view = BoardView{};
    }
}

void show_on_request(State& state, std::vector<Effect>& effects, const std::string& what) {
    stop_looking(state); // who asks wants the cards that are in use
    forget_drill(state);
    if (what == "quiet") {
        state.quiet = true;
    } else if (what == "home") {
        state.view = BoardView{};
        state.quiet = false;
    } else if (state.library->pack.find(what) != nullptr) {
        open_card_by_id(state, what);
    } else {
        effects.emplace_back(Refuse{tr("There is no card \"{0}\" on this desk.", what)});
        return;
    }
    effects.emplace_back(ComeForward{});
}

/// The display is dark while nobody comes, and has been left alone for a while: somebody may stay
/// longer than the hours say. It is never dark for those who work in front of a desk put away.
void rest_display(State& state, std::vector<Effect>& effects) {
    constexpr Moment kLeftAlone = std::chrono::minutes(10);
    const bool open =
        !state.today.ok() ||
        is_open(state.habits.opening, std::chrono::sys_days(state.today), state.minute_of_day);
    // Whoever has switched it on is to see that it works.
    const Moment last_seen_to = std::max(state.last_touch, state.started.value_or(state.now));
    const bool dark = !open && !state.away && state.now - last_seen_to >= kLeftAlone;
    if (std::exchange(state.dark, dark) == dark) {
        return;
    }
    effects.emplace_back(LightDisplay{!dark});
    if (dark || open) { // the touch that wakes it is no touch on what is under the cover
        state.quiet = dark;
    }
}

void apply_any(State& state, std::vector<Effect>& effects, const Event& event) {
    std::visit(
        Overload{
            [&](const GoHome&) {
                state.view = BoardView{};
                state.quiet = false;
            },
            [&](const OpenTab& e) { state.view = BoardView{.tab = e.tab}; },
            [&](const OpenCard& e) { open_card_by_id(state, e.card); },
            [&](const OpenFramework& e) {
                open_card_by_id(state, state.library->pack.info(e.code).framework);
            },
            [&](const OpenStep& e) {
                const cards::Card* card = open_card(state);
                if (card != nullptr && e.step >= 0 && std::cmp_less(e.step, card->steps.size())) {
                    state.view = StepView{.card = card->id, .step = e.step, .page = e.page};
                }
            },
            [&](const ShowPage& e) { show_page(state.view, e.page); },
            [&](const StartSearch&) { search(state, current_search(state)); },
            [&](const Type& e) {
                SearchView view = current_search(state);
                // A search never starts with a space.
                if (view.query.size() + e.text.size() <= kLongestQuery &&
                    !(view.query.empty() && e.text == " ")) {
                    view.query += e.text;
                }
                search(state, std::move(view));
            },
            [&](const Erase&) {
                if (std::holds_alternative<SearchView>(state.view)) {
                    SearchView view = current_search(state);
                    drop_last_character(view.query);
                    search(state, std::move(view));
                }
            },
            [&](const ClearQuery&) {
                if (std::holds_alternative<SearchView>(state.view)) {
                    search(state, SearchView{});
                }
            },
            [&](const OpenGroup& e) {
                if (auto* view = std::get_if<SearchView>(&state.view)) {
                    view->group = e.group;
                }
            },
            [&](const ChooseHit& e) {
                if (auto* view = std::get_if<SearchView>(&state.view);
                    view != nullptr && e.hit >= 0 && std::cmp_less(e.hit, view->hits.size())) {
                    view->chosen = e.hit;
                }
            },
            [&](const OpenPage& e) { state.view = PageView{.topic = e.topic}; },
            [&](const SetComfort& e) {
                if (e.comfort != state.comfort) {
                    state.comfort = e.comfort;
                    keep_settings(state, effects);
                }
            },
            [&](const CloseNotice&) { state.notice_open = false; },
            [&](const BeQuiet&) { state.quiet = true; },
            [&](const Wake&) { state.quiet = false; },
            [&](const Touched&) { state.last_touch = state.now; },
            [&](const Tick& e) {
                state.now = e.now;
                state.started = state.started.value_or(e.now);
                state.minute_of_day = e.minute_of_day;
                state.today = e.today;
                rest_when_idle(state);
            },
            [&](const UseLibrary& e) { state.waiting = e.library; },
            [&](const ShowOnRequest& e) { show_on_request(state, effects, e.what); },
            [&](const OpenPhrases& e) { apply(state, e); },
            [&](const ShowPhrase& e) { apply(state, e); },
            [&](const ChooseLanguage& e) { apply(state, e); },
            [&](const UseLanguage& e) { apply(state, e); },
            [&](const LeavePhrases& e) { apply(state, e); },
            [&](const OpenPractices& e) { apply(state, e); },
            [&](const StartPractice& e) { apply(state, e); },
            [&](const ChooseReply& e) { apply(state, e); },
            [&](const GoOn& e) { apply(state, e); },
            [&](const TakeBack& e) { apply(state, e); },
            [&](const NameCard& e) { apply(state, e); },
            [&](const StartDrill& e) { apply(state, e); },
            [&](const StopDrill& e) { apply(state, e); },
            [&](const FoundNews& e) { state.found = e.found; },
            [&](const OpenEnding& e) { apply(state, e); },
            [&](const TellEnding& e) { apply(state, e); },
            [&](const TellHelp& e) { apply(state, e); },
            [&](const LeaveEnding& e) { apply(state, e); },
            [&](const EvaluationNews& e) {
                state.evaluation = e.evaluation;
                state.plan = e.plan;
            },
            [&](const FairnessNews& e) { state.reviews = e.reviews; },
            [&](const Finish&) {},
            [&](const SetAway& e) { apply(state, e); },
            [&](const HotkeyNews& e) { apply(state, e); },
            [&](const auto& e) { apply(state, effects, e); }, // the drop, speech, the manager
        },
        event);
}

} // namespace

std::vector<Tab> all_tabs() {
    std::vector<Tab> tabs{Tab{}};
    for (const cards::Code code : cards::kCodes) {
        tabs.push_back(Tab{code});
    }
    return tabs;
}

const cards::Card* open_card(const State& state) {
    return std::visit(
        Overload{[&](const CardView& v) { return state.library->pack.find(v.card); },
                 [&](const StepView& v) { return state.library->pack.find(v.card); },
                 [](const auto&) { return static_cast<const cards::Card*>(nullptr); }},
        state.view);
}

bool is_looking_ahead(const State& state) {
    return state.kept_back != nullptr;
}

bool is_reading(const State& state) {
    const auto* const patron = std::get_if<PatronView>(&state.view);
    return open_card(state) != nullptr ||
           (patron != nullptr &&
            (!patron->phrase.empty() || !std::holds_alternative<BoardView>(patron->behind)));
}

State start(LibraryPtr library, const Habits& habits, const Comfort& comfort,
            const Speech& speech) {
    State state;
    state.library = std::move(library);
    state.notice_open = !problems_of(state).empty();
    state.habits = habits;
    state.comfort = comfort;
    state.speech = speech;
    return state;
}

Outcome update(State state, const Event& event) {
    std::vector<Effect> effects;
    const Before before = look_before(state);
    apply_any(state, effects, event);
    rest_display(state, effects);
    finish_drill(state, effects);
    follow_visit(before, state, effects, event);
    take_waiting_library(state);
    forget_stray_pin(state);
    forget_manager(state);
    return {.state = std::move(state), .effects = std::move(effects)};
}

std::optional<Moment> next_tick(const State& state, Moment to_next_minute) {
    std::optional<Moment> next;
    const bool rests =
        is_looking_ahead(state) || state.drill.has_value() ||
        (state.view != View{BoardView{}} && (state.quiet || state.away || !is_reading(state)));
    if (rests) {
        next = state.last_touch + state.habits.idle_return;
    }
    if (const auto pin = next_pin_tick(state)) {
        next = next ? std::min(*next, *pin) : pin;
    }
    if (state.habits.clock) {
        const Moment clock = std::max(state.now + to_next_minute, state.last_touch + kClockRest);
        next = next ? std::min(*next, clock) : clock;
    }
    if (!state.habits.opening.empty()) {
        const Moment minute = state.now + to_next_minute;
        next = next ? std::min(*next, minute) : minute;
    }
    return next;
}

} // namespace desk
