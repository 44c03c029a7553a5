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
    DropReview review{.version_in_use = 1, .library = std::make_shared<Library>(in_use()->pack)};
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
    CHECK(desk.asked_for(TakeDrop{}));
    Desk other;
    other.does(news(review(true))).does(UseDrop{});
    CHECK(other.effects.empty());
    CHECK(other.shows<PinView>());
    other.types("493817").does(AcceptPin{});
    CHECK(other.asked_for(TakeDrop{"493817"}));
}

TEST_CASE("a PIN is sent off once, whole, and kept nowhere") {
    Desk desk;
    desk.does(news(review(true))).types("12345").does(AcceptPin{});
    CHECK(desk.effects.empty());
    desk.types("6").does(ErasePin{}).types("78x").does(AcceptPin{}).does(AcceptPin{});
    CHECK(desk.effects == std::vector<Effect>{TakeDrop{"1234578"}});
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
    desk.does(PinAnswer{.right = false, .sentence = "That is not the PIN.", .wait = 30s});
    CHECK(desk.state.pin->message == "That is not the PIN.");
    CHECK(desk.state.pin->locked_until == desk.state.now + 30s);
    desk.types("4");
    CHECK(desk.state.pin->message.empty());
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
    CHECK(desk.asked_for(ForgetDrop{}));
    CHECK_FALSE(desk.state.drop.has_value());
    CHECK(desk.shows<BoardView>());
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
    desk.does(PinAnswer{.right = true, .sentence = {}});
    CHECK_FALSE(desk.state.pin.has_value());
    CHECK(desk.shows<BoardView>());
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
        CHECK_FALSE(desk.state.pin->message.empty());
        desk.types("493817").does(AcceptPin{}).types("493817").does(AcceptPin{});
        CHECK(desk.asked_for(SetFirstPin{"493817"}));
    }
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
                            PinDigit{'1'}, ErasePin{}, AcceptPin{}, PinAnswer{.right = true}}) {
        Desk desk;
        desk.does(event);
        CHECK(desk.effects.empty());
        CHECK(desk.state.view == View{BoardView{}});
        CHECK_FALSE(desk.state.pin.has_value());
    }
}
