#pragma once

#include "cards/card.h"
#include "cards/problem.h"
#include "desk/comfort.h"
#include "desk/counting.h"
#include "desk/drill.h"
#include "desk/drop.h"
#include "desk/evaluation.h"
#include "desk/fairness.h"
#include "desk/library.h"
#include "desk/opening_hours.h"
#include "desk/speech.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What staff are doing at the desk, as plain data.
namespace desk {

/// A tab of the board: the most used cards, or all cards of a code.
struct Tab {
    std::optional<cards::Code> code; ///< Nothing: the most used.
    friend bool operator==(const Tab&, const Tab&) = default;
};

/// The tabs in the order of the board: the most used, then the codes.
std::vector<Tab> all_tabs();

// The views. A page counts from 0; what there is on a page is for the screen to say.

/// Home: the most used cards, or those of a code.
struct BoardView {
    Tab tab;
    int page = 0;
    friend bool operator==(const BoardView&, const BoardView&) = default;
};

/// A card as a whole: all its steps.
struct CardView {
    std::string card;
    int page = 0;
    friend bool operator==(const CardView&, const CardView&) = default;
};

/// One step of a card.
struct StepView {
    std::string card;
    int step = 0; ///< From 0.
    int page = 0;
    friend bool operator==(const StepView&, const StepView&) = default;
};

/// Words for the person across the desk: the list of phrases, one of them, or the languages.
struct PatronView {
    std::string phrase;    ///< Id of the one that is shown; empty: the list.
    bool choosing = false; ///< The languages to choose from, over either.
    int page = 0;
    std::variant<BoardView, CardView, StepView> behind; ///< Where it leads back to.
    friend bool operator==(const PatronView&, const PatronView&) = default;
};

/// Typing to find a card.
struct SearchView {
    std::string query;
    std::vector<cards::Hit> hits;
    int chosen = 0;           ///< Which hit Enter opens.
    std::optional<int> group; ///< On keyboards that show letters by group: the group that is open.
    friend bool operator==(const SearchView& a, const SearchView& b) {
        return a.query == b.query && a.chosen == b.chosen && a.group == b.group;
    }
};

/// Plain pages that are read rather than used in a hurry.
enum class Topic : std::uint8_t {
    menu,     ///< What else there is.
    comfort,  ///< How large, in which colours, on which side.
    contacts, ///< Whom to call, large.
    keys,     ///< What each key does.
    about,    ///< Which cards these are, and what they say of themselves.
    problems, ///< What the manager should look at.
    sound,    ///< Whether the desk speaks, and how loud.
};

struct PageView {
    Topic topic = Topic::menu;
    int page = 0;
    friend bool operator==(const PageView&, const PageView&) = default;
};

/// The cards that somebody brings, as far as they have come.
struct DropView {
    int page = 0;
    friend bool operator==(const DropView&, const DropView&) = default;
};

/// The packs that the desk keeps.
struct PacksView {
    int page = 0;
    friend bool operator==(const PacksView&, const PacksView&) = default;
};

/// Asks for the PIN that `State::pin` is for.
struct PinView {
    friend bool operator==(const PinView&, const PinView&) = default;
};

/// Rehearsing: the practices to choose from, or one of them as far as it has come.
struct PracticeView {
    std::string practice;             ///< Id; empty: the list.
    std::size_t turn = 0;             ///< Where it is.
    std::optional<std::size_t> reply; ///< The one chosen there: its reason is shown.
    int taken = 0;                    ///< Turns before this one.
    int page = 0;
    friend bool operator==(const PracticeView&, const PracticeView&) = default;
};

/// Between two rounds of the drill: the card to find next, or how long the last one took.
struct DrillView {
    std::string card;
    std::optional<Moment> took; ///< Found, after so long; nothing: still to be looked for.
    std::optional<PracticeView> practice; ///< Where it leads back to; nothing: to the list.
    int page = 0;
    friend bool operator==(const DrillView&, const DrillView&) = default;
};

/// How did it end: asked on a card for afterwards, if staff want to tell.
struct EndingView {
    std::string card; ///< The card for afterwards; where it leads back to.
    int page = 0;
    friend bool operator==(const EndingView&, const EndingView&) = default;
};

/// What the manager sees behind the PIN.
struct ManagerView {
    enum class Part : std::uint8_t {
        overview,
        opened,  ///< Which cards were opened.
        worse,   ///< From which of them it went on to more serious ones.
        endings, ///< How it ended.
        reach,   ///< How cards were reached, and how fast.
        findings,
        fairness, ///< The cards to review, or the questions about one.
        plan,     ///< What the cards cover and lack.
    };
    Part part = Part::overview;
    std::string card; ///< Of `endings` and `fairness`: the one in question; empty: the list.
    int quarter = 0;  ///< Of `opened`: 0 is the last one, 1 the one before.
    int question = 0; ///< Of `fairness`: which one; after the last, what came of all.
    int page = 0;
    friend bool operator==(const ManagerView&, const ManagerView&) = default;
};

/// What is on the glass: one of these. A class of its own, so that what copies and compares that
/// many kinds is compiled once.
struct View : std::variant<BoardView, CardView, StepView, SearchView, PageView, DropView, PacksView,
                           PinView, PatronView, PracticeView, DrillView, EndingView, ManagerView> {
    using variant::variant;
    View(const View& other);
    View(View&& other) noexcept;
    View& operator=(const View& other);
    View& operator=(View&& other) noexcept;
    ~View();
    friend bool operator==(const View& a, const View& b);
};

/// A round of the drill: somebody looks for a card, by whatever way.
struct Drill {
    std::string card;
    Moment began{0};
    std::optional<PracticeView> practice; ///< As `DrillView::practice`: it asked for the card.
    friend bool operator==(const Drill&, const Drill&) = default;
};

/// What the person who installed the desk has chosen about how it behaves.
struct Habits {
    Moment idle_return = std::chrono::minutes(3); ///< Back to the board after this long untouched.
    bool clock = true;                            ///< Show the time of day.
    bool patron_turned = true;                    ///< Phrases face the other side of the desk.
    bool counting = true;                         ///< Count what is used, without names.
    std::vector<TimeBand> bands = usual_bands();  ///< By which parts of the day.
    OpeningHours opening;                         ///< The display is on then; empty: always.
    friend bool operator==(const Habits&, const Habits&) = default;
};

/// The whole desk at one moment.
struct State {
    LibraryPtr library; ///< Never null.
    View view = BoardView{};
    bool quiet = false;       ///< The quiet screen covers the view.
    bool dark = false;        ///< The display is switched off; then the desk is quiet, too.
    LibraryPtr waiting;       ///< New cards that wait until nobody reads one; may be null.
    bool notice_open = false; ///< The board says that there are problems.
    bool away = false;        ///< Put away behind other programs: nobody sees it.
    std::string hotkey_fault; ///< Why its hotkey does not work, for whoever looks after it.
    std::optional<Drop> drop; ///< What somebody brings.
    std::optional<PinEntry> pin;
    Moment pin_locked_until{0};     ///< No try of the PIN counts before this.
    std::vector<KeptPack> packs;    ///< Those that the desk keeps, the latest first.
    LibraryPtr kept_back;           ///< While `library` is looked at only: the one in use.
    bool first_pin_offered = false; ///< There is no PIN yet, and it may be set here.
    std::string language;           ///< The tag of the one last chosen for phrases; may be empty.
    std::optional<Drill> drill;     ///< While somebody looks for a card against the clock.
    std::vector<FoundTime> found;   ///< How long it took on this desk, the latest last.
    Habits habits;
    Comfort comfort;
    Speech speech;
    Counting counting;                   ///< What is being counted just now.
    bool manager = false;                ///< The manager's PIN was typed, and she is still here.
    EvaluationPtr evaluation;            ///< What she is shown; null until it has been made.
    PlanStatus plan;                     ///< Made with it.
    FairnessReviews reviews;             ///< Her answers on this desk.
    std::chrono::year_month_day today{}; ///< The date; not a valid one before the first `Tick`.
    Moment now{0};                       ///< When the last event came.
    std::optional<Moment> started;       ///< When the first `Tick` came.
    Moment last_touch{0};                ///< When a person last did something.
    int minute_of_day = 0;               ///< The time that the clock shows.
};

/// True while somebody may be reading words from a card, or a phrase, or has a card behind the
/// phrases: it must not change under the reader.
bool is_reading(const State& state);

/// What its manager should look at: of the cards, then of the desk itself.
std::vector<cards::Problem> problems_of(const State& state);

/// The practice that is open, or null.
const cards::Practice* open_practice(const State& state);

/// The tag of the language that phrases are shown in: the one last chosen, if the pack has it; or
/// else the first that is not that of the staff; or else the first. Empty without phrases.
std::string language_of_phrases(const State& state);

/// The phrases in the order in which the list shows them: those for other codes than that of the
/// card behind it come last. Never null; of the library's pack.
std::vector<const cards::Phrase*> phrases_for(const State& state);

/// True while cards are on show that are not in use.
bool is_looking_ahead(const State& state);

/// How long it takes until the PIN that is asked for may be tried; 0 if it may be now.
Moment pin_wait(const State& state);

/// The card that is on the glass, or null.
const cards::Card* open_card(const State& state);

} // namespace desk
