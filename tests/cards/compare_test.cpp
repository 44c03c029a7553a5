#include "cards/compare.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using cards::Change;
using cards::compare;
using cards_test::Folder;
using cards_test::kNothing;
using cards_test::pack_of;
using cards_test::small_pack;

namespace {

/// Changes as lines, "+ what: detail".
std::vector<std::string> lines(const std::vector<Change>& changes) {
    std::vector<std::string> lines;
    for (const Change& change : changes) {
        const char* const sign = change.kind == Change::Kind::added     ? "+ "
                                 : change.kind == Change::Kind::removed ? "- "
                                                                        : "* ";
        lines.push_back(sign + change.what + (change.detail.empty() ? "" : ": " + change.detail));
    }
    return lines;
}

/// What is different after the small pack was changed.
std::vector<std::string> after(Folder changed) {
    return lines(compare(pack_of(small_pack()), pack_of(changed)));
}

constexpr const char* kFine = "situations/fine-dispute.md";
constexpr const char* kPack = "pack.yaml";

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("A pack does not differ from itself") {
    CHECK(after(small_pack()) == kNothing);
}

TEST_CASE("The version alone is no change to the cards") {
    CHECK(after(small_pack().replace(kPack, "version: 3", "version: 4")) == kNothing);
}

TEST_CASE("A new card and a removed one are named by their titles") {
    Folder more = small_pack();
    std::string fine;
    for (const auto& file : more.files()) {
        if (file.path == kFine) {
            fine = file.bytes;
        }
    }
    more.write("situations/bed-bugs.md", fine);
    more.replace("situations/bed-bugs.md", "title: Fine or lost item dispute", "title: Bed bugs");
    CHECK(after(more) == Lines{"+ Bed bugs"});
    CHECK(lines(compare(pack_of(more), pack_of(small_pack()))) == Lines{"- Bed bugs"});
}

TEST_CASE("A card that says something else is named with the step and what is new in it") {
    const auto changed = compare(
        pack_of(small_pack()),
        pack_of(small_pack().replace(kFine, "- Turn the screen", "- Slowly turn the screen")));
    REQUIRE(changed.size() == 1);
    CHECK(changed.front().kind == Change::Kind::changed);
    CHECK(changed.front().card == "fine-dispute");
    CHECK(changed.front().detail.starts_with("step "));
    CHECK(changed.front().detail.ends_with(": 1 action"));
}

TEST_CASE("A framework's new words are a change of every card that takes them over") {
    const cards::Pack before = pack_of(small_pack());
    cards::Pack later = before;
    for (cards::Card& card : later.cards) {
        card.steps.front().say.push_back("One more phrase.");
    }
    const auto changes = compare(before, later);
    CHECK(changes.size() == before.cards.size());
    for (const Change& change : changes) {
        CHECK(change.detail.ends_with("1 phrase"));
    }
}

TEST_CASE("Each phone number is a line of its own, with what it was") {
    cards::Pack before = pack_of(small_pack());
    before.contacts = {{"Emergency", "911"}, {"Security", "ext. 199"}, {"Branch", "ext. 1"}};
    cards::Pack later = before;
    later.contacts = {{"Emergency", "911"}, {"Security", "ext. 188"}, {"Person in charge", "5"}};
    CHECK(lines(compare(before, later)) == Lines{"* Phone numbers: Security ext. 199 → ext. 188",
                                                 "+ Phone numbers: Person in charge 5",
                                                 "- Phone numbers: Branch ext. 1"});
    later.contacts = {{"Security", "ext. 199"}, {"Emergency", "911"}, {"Branch", "ext. 1"}};
    CHECK(lines(compare(before, later)) == Lines{"* Phone numbers: the order"});
}

TEST_CASE("What an ambulance is told, and what the desk is called, is compared") {
    cards::Pack before = pack_of(small_pack());
    before.address.clear();
    cards::Pack later = before;
    later.address = "12 River St";
    later.site = "Oakwood";
    CHECK(lines(compare(before, later)) ==
          Lines{"* Address: none → 12 River St", "* Library: " + before.site + " → Oakwood"});
}

TEST_CASE("No part of a card can change unnoticed") {
    const cards::Pack before = pack_of(small_pack());
    using Changer = void (*)(cards::Card&);
    for (const Changer change : std::vector<Changer>{
             [](cards::Card& c) { c.title += "!"; }, [](cards::Card& c) { c.summary += "!"; },
             [](cards::Card& c) { c.code = cards::Code::blue; },
             [](cards::Card& c) { c.framework = "rest"; },
             [](cards::Card& c) { c.keywords.push_back("late"); },
             [](cards::Card& c) { c.worse = "safe"; }, [](cards::Card& c) { c.after = "rest"; },
             [](cards::Card& c) { c.reviewed = "2026-12-01"; },
             [](cards::Card& c) { c.review_by = "2029-12-01"; },
             [](cards::Card& c) { c.reviewer = "Somebody else"; },
             [](cards::Card& c) { c.steps.pop_back(); },
             [](cards::Card& c) { c.steps.front().title += " now"; },
             [](cards::Card& c) { c.steps.front().avoid.push_back("Shouting."); },
             [](cards::Card& c) { c.steps.front().say = {"Two.", "One."}; },
             [](cards::Card& c) { c.steps.front().say.push_back("Hello."); }}) {
        cards::Pack later = before;
        auto& card = *std::ranges::find(later.cards, "fine-dispute", &cards::Card::id);
        card.steps.front().say = {"One.", "Two."};
        cards::Pack base = later;
        change(card);
        const auto changes = compare(base, later);
        REQUIRE(changes.size() == 1);
        CHECK(changes.front().card == "fine-dispute");
        CHECK_FALSE(changes.front().detail.empty());
    }
}

TEST_CASE("A picture counts as changed by its name, its words or its bytes") {
    const auto with = [](const std::string& markdown) {
        return pack_of(small_pack()
                           .write("images/door.png", "")
                           .write("images/exit.png", "")
                           .replace(kFine, "## Hear", "![Exit](images/exit.png)\n\n## Hear")
                           .replace(kFine, "together\n", "together\n![Way " + markdown + "\n\n"));
    };
    const cards::Pack door = with("out](images/door.png)");
    CHECK(lines(compare(door, with("out](images/door.png)"))) == kNothing);
    CHECK(lines(compare(door, with("in](images/door.png)"))) ==
          Lines{"* Fine or lost item dispute: step L: its picture"});
    CHECK(lines(compare(door, door, {"images/door.png"})) ==
          Lines{"* Fine or lost item dispute: step L: its picture"});
    CHECK(lines(compare(door, door, {"images/exit.png"})) ==
          Lines{"* Fine or lost item dispute: its picture"});
    CHECK(lines(compare(pack_of(small_pack()), door)) ==
          Lines{"* Fine or lost item dispute: step L: a picture; a picture"});
}
