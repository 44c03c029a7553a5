#include "support.h"

#include <catch2/catch_test_macros.hpp>

using namespace desk_test;
using namespace std::chrono_literals;
using desk::Count;
using desk::Ended;
using desk::Ending;
using desk::MissedSearch;
using desk::Visit;
using desk::Way;

namespace {

constexpr auto kDay = std::chrono::year(2026) / 11 / 26;
const desk::When kMorning{.month = std::chrono::year(2026) / 11, .band = "opening"};

/// A desk at home that remembers what it was asked to count.
class Counted {
public:
    explicit Counted(const desk::Habits& habits = {}) : state_(desk::start(library(), habits)) {
        pass(1min);
    }
    Counted& does(const desk::Event& event) {
        desk::Outcome outcome = desk::update(std::move(state_), event);
        state_ = std::move(outcome.state);
        for (const desk::Effect& effect : outcome.effects) {
            if (const auto* const count = std::get_if<Count>(&effect)) {
                counts_.push_back(*count);
            }
        }
        return *this;
    }
    Counted& pass(desk::Moment time, int minute_of_day = 600) {
        return does(
            desk::Tick{.now = state_.now + time, .minute_of_day = minute_of_day, .today = kDay});
    }
    Counted& tap(const desk::Event& event) { return does(desk::Touched{}).does(event); }
    Counted& press(const desk::Event& event) {
        return does(desk::Touched{.by_key = true}).does(event);
    }
    const desk::State& state() const { return state_; }
    const std::vector<Count>& counts() const { return counts_; }

private:
    desk::State state_;
    std::vector<Count> counts_;
};

Visit visit(const std::string& card, cards::Code code, Way way,
            std::optional<desk::Moment> took = 0ms) {
    return {.card = card, .code = code, .when = kMorning, .way = way, .took = took, .steps = {}};
}

using Counts = std::vector<Count>;
using cards::Code;

} // namespace

TEST_CASE("A visit is counted once it is over, by the way that led to the card") {
    Counted desk;
    desk.tap(desk::OpenCard{"fine"});
    CHECK(desk.counts().empty());
    desk.tap(desk::GoHome{});
    CHECK(desk.counts() == Counts{{visit("fine", Code::green, Way::tile)}});

    CHECK(Counted().press(desk::OpenCard{"fine"}).tap(desk::GoHome{}).counts() ==
          Counts{{visit("fine", Code::green, Way::key)}});
    CHECK(Counted().tap(desk::OpenFramework{Code::red}).tap(desk::GoHome{}).counts() ==
          Counts{{visit("safe", Code::red, Way::rail)}});
    CHECK(Counted().press(desk::OpenFramework{Code::red}).tap(desk::GoHome{}).counts() ==
          Counts{{visit("safe", Code::red, Way::key)}});
    CHECK(Counted().does(desk::ShowOnRequest{"fine"}).tap(desk::GoHome{}).counts() ==
          Counts{{visit("fine", Code::green, Way::show)}});
}

TEST_CASE("The time to reach a card counts from leaving home") {
    Counted search;
    search.press(desk::Type{"f"}).pass(1200ms).press(desk::Type{"i"}).pass(800ms);
    search.press(desk::OpenCard{"fine"}).tap(desk::GoHome{});
    CHECK(search.counts() == Counts{{visit("fine", Code::green, Way::search, 2000ms)}});

    Counted tab;
    tab.tap(desk::OpenTab{{Code::yellow}}).pass(3s).tap(desk::OpenCard{"yell"});
    tab.tap(desk::GoHome{});
    CHECK(tab.counts() == Counts{{visit("yell", Code::yellow, Way::tile, 3s)}});

    // Back and forth: each time anew. From one card to another it is not from home.
    Counted again;
    again.tap(desk::StartSearch{}).pass(1min).tap(desk::GoHome{}).pass(1min);
    again.tap(desk::OpenCard{"fine"}).pass(1s).tap(desk::OpenCard{"yell"}).tap(desk::GoHome{});
    Visit fine = visit("fine", Code::green, Way::tile);
    fine.worse = true;
    CHECK(again.counts() == Counts{{fine}, {visit("yell", Code::yellow, Way::link, std::nullopt)}});
}

TEST_CASE("A more serious card, one for afterwards and steps belong to the visit before them") {
    Counted desk;
    desk.tap(desk::OpenCard{"fine"}).tap(desk::OpenStep{1}).tap(desk::OpenStep{1});
    desk.tap(desk::OpenStep{2}).tap(desk::OpenFramework{Code::red});
    desk.tap(desk::OpenFramework{Code::blue}).tap(desk::OpenCard{"fine"}).tap(desk::GoHome{});
    Visit fine = visit("fine", Code::green, Way::tile);
    fine.steps = {1, 2};
    fine.worse = true;
    Visit safe = visit("safe", Code::red, Way::rail, std::nullopt);
    safe.after = true;
    // Coming back from a card for afterwards is no escalation.
    CHECK(desk.counts() == Counts{{fine},
                                  {safe},
                                  {visit("rest", Code::blue, Way::rail, std::nullopt)},
                                  {visit("fine", Code::green, Way::link, std::nullopt)}});
}

TEST_CASE(
    "A visit lasts through a search, phrases and the quiet screen, and counts when it began") {
    Counted desk;
    desk.tap(desk::OpenCard{"fine"}).tap(desk::OpenPhrases{}).tap(desk::LeavePhrases{});
    desk.tap(desk::BeQuiet{}).tap(desk::Wake{}).press(desk::Type{"y"});
    desk.pass(8h, 18 * 60);
    CHECK(desk.counts() == Counts{{visit("fine", Code::green, Way::tile)}});
}

TEST_CASE("Nothing is counted in practice, of cards that are not in use, or when it is off") {
    CHECK(Counted()
              .tap(desk::NameCard{"fine"})
              .tap(desk::StartDrill{})
              .tap(desk::OpenCard{"yell"})
              .tap(desk::OpenCard{"fine"})
              .tap(desk::GoHome{})
              .counts()
              .empty());
    CHECK(Counted()
              .does(desk::DropNews{desk::DropReview{.number = 1, .library = library()}})
              .tap(desk::LookAhead{})
              .tap(desk::OpenCard{"fine"})
              .tap(desk::StopLooking{})
              .counts()
              .empty());
    Counted off(desk::Habits{.counting = false});
    off.tap(desk::OpenCard{"fine"}).tap(desk::OpenFramework{Code::blue}).tap(desk::OpenEnding{});
    CHECK(std::holds_alternative<desk::CardView>(off.state().view));
    off.press(desk::Type{"skateboard"}).tap(desk::GoHome{});
    CHECK(off.counts().empty());
}

TEST_CASE("An ending is of the situation that was opened last, told once, and may be mended") {
    Counted desk;
    desk.tap(desk::OpenCard{"fine"}).tap(desk::OpenCard{"yell"});
    desk.tap(desk::OpenFramework{Code::red}).tap(desk::GoHome{}).pass(40min, 1100);
    desk.tap(desk::OpenFramework{Code::blue}).tap(desk::OpenEnding{});
    CHECK(desk.state().view == desk::View{desk::EndingView{.card = "rest"}});
    desk.tap(desk::TellHelp{true}).tap(desk::TellEnding{Ending::left});
    CHECK(desk.state().view == desk::View{desk::CardView{.card = "rest"}});
    desk.tap(desk::OpenEnding{}).tap(desk::TellEnding{Ending::asked_to_leave});
    const std::size_t before = desk.counts().size();
    desk.tap(desk::GoHome{});
    REQUIRE(desk.counts().size() == before + 2);
    CHECK(desk.counts().back() == Count{Ended{.card = "yell",
                                              .code = Code::yellow,
                                              .when = kMorning,
                                              .ending = Ending::asked_to_leave,
                                              .help = true}});
    // It is told: the next one is about nobody yet.
    desk.tap(desk::OpenFramework{Code::blue}).tap(desk::OpenEnding{});
    desk.tap(desk::TellEnding{Ending::settled}).tap(desk::GoHome{});
    CHECK(std::get<Ended>(desk.counts().back().what).card == "rest");
}

TEST_CASE("Looking at how it ended and not telling leaves what comes next to itself") {
    Counted desk;
    desk.tap(desk::OpenFramework{Code::blue}).tap(desk::OpenEnding{}).tap(desk::LeaveEnding{});
    desk.tap(desk::OpenFramework{Code::yellow}).tap(desk::OpenFramework{Code::blue});
    desk.tap(desk::OpenEnding{}).tap(desk::TellEnding{Ending::settled}).tap(desk::GoHome{});
    CHECK(std::get<Ended>(desk.counts().back().what).card == "calm");
}

TEST_CASE("An acronym alone stands for a situation that nobody opened") {
    Counted desk;
    desk.tap(desk::OpenFramework{Code::yellow}).tap(desk::OpenFramework{Code::blue});
    desk.tap(desk::OpenEnding{}).tap(desk::TellEnding{Ending::settled}).does(desk::Finish{});
    CHECK(std::get<Ended>(desk.counts().back().what).card == "calm");
}

TEST_CASE("Two hours later, an ending is no longer about the card that was open then") {
    Counted desk;
    desk.tap(desk::OpenCard{"fine"}).tap(desk::GoHome{}).pass(2h);
    desk.tap(desk::OpenFramework{Code::blue}).tap(desk::OpenEnding{});
    desk.tap(desk::TellEnding{Ending::settled}).tap(desk::GoHome{});
    CHECK(std::get<Ended>(desk.counts().back().what).card == "rest");
}

TEST_CASE("A search that is given up counts, with its words if they say nothing of anybody") {
    const auto given_up = [](const std::string& query) {
        Counted desk;
        return desk.press(desk::Type{query}).tap(desk::GoHome{}).counts();
    };
    const auto month = kMorning.month;
    CHECK(given_up("Skateboards wet") == Counts{{MissedSearch{month, "skateboards wet"}}});
    CHECK(given_up("zzqx Jonathan") == Counts{{MissedSearch{month, ""}}});
    CHECK(given_up("fine").empty());
    CHECK(given_up("zq").empty());
    // Going on to a card is no giving up, nor is what was typed on the way there.
    Counted found;
    found.press(desk::Type{"zzqx"}).press(desk::OpenCard{"fine"}).tap(desk::GoHome{});
    CHECK(found.counts() == Counts{{visit("fine", Code::green, Way::search)}});
}

TEST_CASE("What is open when the desk is closed counts") {
    CHECK(Counted().tap(desk::OpenCard{"fine"}).does(desk::Finish{}).counts() ==
          Counts{{visit("fine", Code::green, Way::tile)}});
}
