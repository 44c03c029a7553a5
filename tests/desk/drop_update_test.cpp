#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <memory>

using namespace std::chrono_literals;
using namespace desk;

namespace {

LibraryPtr in_use() {
    static const LibraryPtr library = std::make_shared<Library>(desk_test::small_pack());
    return library;
}

/// Cards that are on offer.
DropReview review(bool needs_pin) {
    DropReview review{
        .number = 5, .version_in_use = 1, .library = std::make_shared<Library>(in_use()->pack)};
    if (needs_pin) {
        review.cautions = {"Not signed"};
    }
    return review;
}

DropNews news(std::optional<Drop> drop) {
    return {std::move(drop)};
}

/// A desk with what it has asked for.
struct Desk {
    State state = start(in_use(), Habits{});
    std::vector<Effect> effects;

    Desk() { pass(1h); }

    Desk& does(const Event& event) {
        Outcome outcome = update(std::move(state), event);
        state = std::move(outcome.state);
        effects.insert(effects.end(), outcome.effects.begin(), outcome.effects.end());
        return *this;
    }
    Desk& pass(Moment time) { return does(Tick{.now = state.now + time}); }
    Desk& types(const std::string& digits) {
        for (const char digit : digits) {
            does(PinDigit{digit});
        }
        return *this;
    }
    template <typename View>
    bool shows() const {
        return std::holds_alternative<View>(state.view);
    }
    bool asked_for(const Effect& effect) const {
        return std::ranges::find(effects, effect) != effects.end();
    }
};

} // namespace

TEST_CASE("cards that come to a desk left alone are shown at once") {
    Desk desk;
    desk.does(news(DropCopying{}));
    CHECK(desk.shows<DropView>());
    desk.does(news(review(true)));
    CHECK(desk.shows<DropView>());
    REQUIRE(desk.state.pin.has_value());
    CHECK(desk.state.pin->purpose == PinPurpose{ToUseDrop{}});
    // They stay for as long as anything stays that nobody touches.
    desk.pass(1min);
    CHECK(desk.shows<DropView>());
    desk.pass(3min);
    CHECK(desk.shows<BoardView>());
    CHECK(desk.state.drop.has_value());
}

TEST_CASE("cards that come while somebody is at the desk wait on the board") {
    Desk desk;
    desk.does(Touched{}).pass(4s).does(news(review(true)));
    CHECK(desk.shows<BoardView>());
    CHECK(desk.state.drop.has_value());
    desk.does(OpenDrop{});
    CHECK(desk.shows<DropView>());
}

TEST_CASE("no news changes what somebody reads, types or has covered") {
    const std::string card = in_use()->pack.cards.back().id;
    for (const std::vector<Event>& way : {std::vector<Event>{OpenCard{card}},
                                          {OpenCard{card}, OpenStep{.step = 1}},
                                          {Type{"sc"}},
                                          {OpenPage{Topic::contacts}},
                                          {BeQuiet{}},
                                          {OpenCard{card}, BeQuiet{}}}) {
        for (const DropNews& it : {news(DropCopying{}), news(review(true)), news(review(false)),
                                   news(DropRefused{.headline = "No.", .problems = {}}),
                                   news(DropDone{"Done."}), news(std::nullopt)}) {
            Desk desk;
            desk.does(Touched{});
            for (const Event& event : way) {
                desk.does(event);
            }
            desk.pass(1min);
            const View before = desk.state.view;
            const bool quiet = desk.state.quiet;
            desk.does(it).does(UseLibrary{std::make_shared<Library>(in_use()->pack)});
            if (is_reading(desk.state)) {
                CHECK(desk.state.library == in_use());
            }
            CHECK(desk.state.view == before);
            CHECK(desk.state.quiet == quiet);
        }
    }
}

TEST_CASE("signed cards are used by a tap, others only with a PIN") {
    Desk desk;
    desk.does(news(review(false))).does(UseDrop{});
    CHECK(desk.asked_for(TakeDrop{.number = 5, .pin = {}}));
    Desk other;
    other.does(news(review(true))).does(UseDrop{});
    CHECK(other.effects.empty());
    CHECK(other.shows<PinView>());
    other.types("493817").does(AcceptPin{});
    CHECK(other.asked_for(TakeDrop{.number = 5, .pin = "493817"}));
}

TEST_CASE("a PIN is sent off once, whole, and kept nowhere") {
    Desk desk;
    desk.does(news(review(true))).types("12345").does(AcceptPin{});
    CHECK(desk.effects.empty());
    desk.types("6").does(ErasePin{}).types("78x").does(AcceptPin{}).does(AcceptPin{});
    CHECK(desk.effects == std::vector<Effect>{TakeDrop{.number = 5, .pin = "1234578"}});
    CHECK(desk.state.pin->digits.empty());
    CHECK(desk.state.pin->checking);
    desk.types("9");
    CHECK(desk.state.pin->digits.empty());
}

TEST_CASE("no more digits are taken than a PIN can have") {
    Desk desk;
    desk.does(news(review(true))).types("12345678901234567890");
    CHECK(desk.state.pin->digits.size() == kMostPin);
}

TEST_CASE("a wrong PIN is said, and may be typed again") {
    Desk desk;
    desk.does(news(review(true))).types("493817").does(AcceptPin{});
    desk.does(PinAnswer{.fault = PinFault::wrong});
    CHECK(desk.state.pin->fault == PinFault::wrong);
    desk.types("4");
    CHECK(desk.state.pin->fault == PinFault::none);
}

TEST_CASE("nothing can be typed while a wrong PIN has to be waited for, wherever one goes") {
    Desk desk;
    desk.does(news(review(true))).types("493817").does(AcceptPin{});
    desk.does(PinAnswer{.fault = PinFault::wrong, .wait = 1min});
    CHECK(pin_wait(desk.state) == 1min);
    desk.types("493817").does(GoHome{}).does(OpenDrop{}).pass(30s).types("49").does(ErasePin{});
    CHECK(desk.state.pin->digits.empty());
    CHECK(pin_wait(desk.state) == 30s);
    desk.does(AskPin{ToCopyOut{}}).types("4");
    CHECK(desk.state.pin->digits.empty());
    desk.pass(30s).types("4");
    CHECK(desk.state.pin->digits == "4");
}

TEST_CASE(
    "a wait is shown in whole minutes, then by ten seconds, and drawn only when that changes") {
    CHECK(shown_wait(61min) == 61min);
    CHECK(shown_wait(61s) == 2min);
    CHECK(shown_wait(60s) == 60s);
    CHECK(shown_wait(1ms) == 10s);
    Desk desk;
    desk.state.habits = {.idle_return = 24h, .clock = false};
    desk.does(news(review(true))).types("493817").does(AcceptPin{});
    desk.does(PinAnswer{.fault = PinFault::wrong, .wait = 5min});
    Moment shown{0};
    int changes = 0;
    while (pin_wait(desk.state) > 0s && changes < 100) {
        CHECK(shown_wait(pin_wait(desk.state)) != shown);
        shown = shown_wait(pin_wait(desk.state));
        const Moment next = next_tick(desk.state, 1min).value();
        REQUIRE(next > desk.state.now);
        // A moment before, it is still the same.
        Desk early = desk;
        early.does(Tick{.now = next - 1ms});
        CHECK(shown_wait(pin_wait(early.state)) == shown);
        desk.does(Tick{.now = next});
        ++changes;
    }
    CHECK(changes == 10); // 5, 4, 3, 2, 1 minutes, 50, 40, 30, 20, 10 seconds
}

TEST_CASE("what is typed of a PIN is forgotten when somebody goes elsewhere") {
    Desk desk;
    desk.does(news(review(true))).types("4938").does(GoHome{});
    CHECK_FALSE(desk.state.pin.has_value());
    desk.does(OpenDrop{});
    CHECK(desk.state.pin->digits.empty());
}

TEST_CASE("cards that are left are forgotten") {
    Desk desk;
    desk.does(news(review(true))).does(LeaveDrop{});
    CHECK(desk.asked_for(ForgetDrop{5}));
    CHECK_FALSE(desk.state.drop.has_value());
    CHECK(desk.shows<BoardView>());
}

TEST_CASE("what has been read is closed, and nothing on offer is forgotten for it") {
    for (const Drop& drop :
         {Drop{DropDone{"Done."}}, Drop{DropRefused{.headline = "No.", .problems = {}}}}) {
        Desk desk;
        desk.does(news(drop)).does(LeaveDrop{});
        CHECK(desk.effects == std::vector<Effect>{CloseNews{}});
        CHECK(desk.shows<BoardView>());
    }
}

TEST_CASE("cards that are being copied cannot be left before they are there") {
    Desk desk;
    desk.does(news(DropCopying{.files = 3, .of_files = 9})).does(LeaveDrop{});
    CHECK(desk.effects.empty());
    CHECK(desk.state.drop.has_value());
}

TEST_CASE("looking ahead shows the new cards, and gives the old ones back exactly") {
    Desk desk;
    desk.does(news(review(true))).does(LookAhead{});
    CHECK(is_looking_ahead(desk.state));
    CHECK(desk.state.library != in_use());
    CHECK(desk.shows<BoardView>());
    desk.does(OpenCard{in_use()->pack.cards.front().id}).does(GoHome{});
    CHECK(is_looking_ahead(desk.state));
    SECTION("by the way back") {
        desk.does(StopLooking{});
        CHECK(desk.shows<DropView>());
    }
    SECTION("by the way back, when what was on offer has gone meanwhile") {
        desk.does(news(std::nullopt)).does(StopLooking{});
        CHECK(desk.shows<BoardView>());
    }
    SECTION("by the way back, when it was refused meanwhile") {
        desk.does(news(DropRefused{.headline = "No.", .problems = {}}));
        CHECK(is_looking_ahead(desk.state));
        desk.does(StopLooking{});
        CHECK(desk.shows<DropView>());
    }
    SECTION("when nobody touches it, even on a card") {
        desk.does(Touched{}).does(OpenCard{in_use()->pack.cards.front().id}).pass(4min);
        CHECK(desk.shows<BoardView>());
    }
    SECTION("when another program asks for a card") {
        desk.does(ShowOnRequest{"home"});
    }
    SECTION("when the cards are left") {
        desk.does(LeaveDrop{});
    }
    CHECK(desk.state.library == in_use());
    CHECK_FALSE(is_looking_ahead(desk.state));
}

TEST_CASE("cards that come into use while others are looked at replace both") {
    Desk desk;
    desk.does(news(review(false))).does(LookAhead{});
    const auto fresh = std::make_shared<Library>(in_use()->pack);
    desk.does(UseLibrary{fresh});
    CHECK(desk.state.library == fresh);
    CHECK_FALSE(is_looking_ahead(desk.state));
}

TEST_CASE("going back asks for the PIN and names the pack") {
    Desk desk;
    const KeptPack pack{.key = "0013-abc", .version = 13};
    desk.does(PacksNews{{pack}}).does(OpenPacks{}).does(AskPin{ToGoBack{pack}});
    CHECK(desk.shows<PinView>());
    desk.types("493817").does(AcceptPin{});
    CHECK(desk.asked_for(GoBackTo{.key = "0013-abc", .pin = "493817"}));
    desk.does(PinAnswer{}).types("1").does(AcceptPin{});
    CHECK(desk.state.pin->digits.empty());
    SECTION("and says what came of it") {
        desk.does(UseLibrary{std::make_shared<Library>(in_use()->pack)});
        CHECK(desk.shows<PinView>());
        desk.does(news(DropDone{"Version 13 is in use again."}));
        CHECK(desk.shows<DropView>());
    }
    SECTION("and does so on the board for whoever has gone home") {
        desk.does(Touched{}).does(GoHome{}).does(news(DropDone{"Version 13 is in use again."}));
        CHECK(desk.shows<BoardView>());
    }
    CHECK_FALSE(desk.state.pin.has_value());
}

TEST_CASE("the packs stay on the glass when other cards come into use") {
    Desk desk;
    desk.does(OpenPacks{}).does(UseLibrary{std::make_shared<Library>(in_use()->pack)});
    CHECK(desk.shows<PacksView>());
}

TEST_CASE("a first PIN is typed twice") {
    Desk desk;
    desk.does(FirstPinNews{true}).does(AskPin{ToSetFirst{}});
    desk.types("493817").does(AcceptPin{});
    CHECK(desk.effects.empty());
    SECTION("the same both times") {
        desk.types("493817").does(AcceptPin{});
        CHECK(desk.asked_for(SetFirstPin{"493817"}));
    }
    SECTION("not the same") {
        desk.types("493818").does(AcceptPin{});
        CHECK(desk.effects.empty());
        CHECK(desk.state.pin->fault == PinFault::two_differ);
        desk.types("493817").does(AcceptPin{}).types("493817").does(AcceptPin{});
        CHECK(desk.asked_for(SetFirstPin{"493817"}));
    }
}

TEST_CASE("a first PIN that is put off is offered still") {
    Desk desk;
    desk.does(FirstPinNews{true}).does(AskPin{ToSetFirst{}}).types("49").does(GoHome{});
    CHECK(desk.effects.empty());
    CHECK(desk.state.first_pin_offered);
}

TEST_CASE("cards that take a PIN lead to the first PIN where none is set, and back") {
    Desk desk;
    desk.does(FirstPinNews{true}).does(news(review(true)));
    CHECK_FALSE(desk.state.pin.has_value());
    desk.does(UseDrop{});
    REQUIRE(desk.shows<PinView>());
    CHECK(desk.state.pin->purpose == PinPurpose{ToSetFirst{}});
    desk.types("493817").does(AcceptPin{}).types("493817").does(AcceptPin{});
    CHECK(desk.effects == std::vector<Effect>{SetFirstPin{"493817"}});
    desk.does(FirstPinNews{false}).does(PinAnswer{});
    CHECK(desk.shows<DropView>());
    CHECK(desk.state.pin->purpose == PinPurpose{ToUseDrop{}});
}

TEST_CASE("a first PIN that is declined is not offered again") {
    Desk desk;
    desk.does(FirstPinNews{true}).does(AskPin{ToSetFirst{}}).does(DeclineFirstPin{});
    CHECK(desk.asked_for(OfferNoPin{}));
    CHECK_FALSE(desk.state.first_pin_offered);
    CHECK(desk.shows<BoardView>());
}

TEST_CASE("nothing about the drop makes sense before anything was brought") {
    for (const Event& event :
         std::vector<Event>{OpenDrop{}, UseDrop{}, LeaveDrop{}, LookAhead{}, StopLooking{},
                            PinDigit{'1'}, ErasePin{}, AcceptPin{}, PinAnswer{}}) {
        Desk desk;
        desk.does(event);
        CHECK(desk.effects.empty());
        CHECK(desk.state.view == View{BoardView{}});
        CHECK_FALSE(desk.state.pin.has_value());
    }
}
