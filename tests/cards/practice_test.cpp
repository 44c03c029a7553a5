#include "cards/practice.h"

#include "cards/compare.h"
#include "cards/limits.h"
#include "cards/rules.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <map>
#include <string>

using cards::Ending;
using cards_test::Folder;
using cards_test::kNothing;
using cards_test::pack_of;
using cards_test::small_pack;
using Catch::Matchers::StartsWith;
using Lines = std::vector<std::string>;

namespace {

constexpr const char* kFile = "practice/the-late-fee.md";
constexpr const char* kPractice = R"(---
title: The late fee
card: fine-dispute
---
Someone holds a notice.

## The notice

They put it down.

> “I returned that DVD!”

- Tension: 5

### “The system says you didn’t.”

It calls them a liar.

- Next: Louder

### Check the shelf together.

Both can see it.

- Trap: yes
- Next: on the shelf

## Louder

> You people always do this.

- Tension: 7

### “I can ask for a search.”

It offers something.

- Next: Written down

### “Rules are rules.”

It offers nothing.

- Next: Out the door

## On the shelf

> Oh.

- Tension: 2

### “There it is.”

It is good news.

- Next: Laughing

### “Now pay the other one.”

It is the wrong time.

- Next: Somebody comes

## Laughing

They laugh.

- Outcome: settled
- Tension: 0

## Written down

A search is noted.

- Outcome: agreed to differ
- Tension: 4

## Out the door

The door falls shut.

- Outcome: left
- Tension: 6

## Somebody comes

The person in charge comes.

- Outcome: help called
- Tension: 6
)";

Folder with_practice() {
    return small_pack().write(kFile, kPractice);
}

/// What is reported after a text of the practice was replaced.
Lines after(std::string_view from, std::string_view to) {
    return with_practice().replace(kFile, from, to).problems();
}

std::string at(int line, const std::string& text) {
    return std::string(kFile) + ":" + std::to_string(line) + ": " + text;
}

} // namespace

TEST_CASE("A practice has turns, replies and endings") {
    // Two turns to an ending are few, and said so.
    const cards::Reading reading = with_practice().read();
    REQUIRE(reading.pack);
    REQUIRE(reading.pack->practices.size() == 1);
    const cards::Practice& practice = reading.pack->practices.front();
    CHECK(practice.id == "the-late-fee");
    CHECK(practice.title == "The late fee");
    CHECK(practice.card == "fine-dispute");
    CHECK(practice.who.empty());
    CHECK(practice.summary == "Someone holds a notice.");
    REQUIRE(practice.turns.size() == 7);
    const cards::Turn& first = practice.turns.front();
    CHECK(first.title == "The notice");
    CHECK(first.happens == "They put it down.");
    CHECK(first.words == "I returned that DVD!");
    CHECK(first.tension == 5);
    CHECK_FALSE(first.ending);
    REQUIRE(first.replies.size() == 2);
    CHECK(first.replies.at(0).text == "The system says you didn’t.");
    CHECK(first.replies.at(0).spoken);
    CHECK(first.replies.at(0).why == "It calls them a liar.");
    CHECK_FALSE(first.replies.at(0).trap);
    CHECK(first.replies.at(0).next == 1);
    CHECK_FALSE(first.replies.at(1).spoken);
    CHECK(first.replies.at(1).trap);
    CHECK(first.replies.at(1).next == 2); // whatever the capitals
    CHECK(practice.turns.at(3).ending == Ending::settled);
    CHECK(practice.turns.at(6).ending == Ending::help);
    CHECK(cards::longest_way(practice) == 2);
    CHECK(cards::longest_way(practice, 3) == 0);
}

TEST_CASE("A dead end is refused, with the line and the reason") {
    CHECK(
        after("- Outcome: settled\n", "") ==
        Lines{at(64, "error: The practice gets stuck at \"Laughing\": there is no reply. Write two "
                     "to four, each below ###; or if it ends here, how, as in - Outcome: settled."),
              at(84, "error: No ending has the outcome \"settled\". Write one for each of the "
                     "four, so that staff see every way that this can end.")});
    CHECK(after("- Next: Louder\n", "") ==
          Lines{at(15, "error: This reply leads nowhere. Write below it the name of the turn that "
                       "follows, as in - Next: Somebody comes.")});
    CHECK(after("Next: Laughing", "Next: Lauging") ==
          Lines{at(56, "error: This reply leads to \"Lauging\", and there is no such turn. Did you "
                       "mean \"Laughing\"?")});
}

TEST_CASE("A turn that is not reached is refused, with the line and the reason") {
    CHECK(after("Next: Out the door", "Next: Written down") ==
          Lines{at(78, "error: No way leads to \"Out the door\". Name it after - Next: at a reply, "
                       "or take it out.")});
}

TEST_CASE("A missing ending is refused, with the line and the reason") {
    CHECK(after("Outcome: left", "Outcome: settled") ==
          Lines{at(85, "error: No ending has the outcome \"left\". Write one for each of the four, "
                       "so that staff see every way that this can end.")});
    Folder none = with_practice();
    none.write(kFile, R"(---
title: The late fee
card: fine-dispute
---

## The notice

> I returned it!

- Tension: 5
)");
    CHECK(none.problems() ==
          Lines{at(6, "error: The practice gets stuck at \"The notice\": there is no reply. Write "
                      "two to four, each below ###; or if it ends here, how, as in - Outcome: "
                      "settled."),
                at(6, "error: This practice has no ending. Write one for each outcome: settled, "
                      "agreed to differ, left, help called.")});
}

TEST_CASE("A way that goes round is refused") {
    CHECK(after("Next: Written down", "Next: The notice").front() ==
          at(34, "error: This reply leads back to \"The notice\", and the practice could go round "
                 "for ever. Lead on to a later turn."));
}

TEST_CASE("What a manager may get wrong in a practice has a sentence of its own") {
    const auto only = [](std::string_view from, std::string_view to, const std::string& said) {
        const Lines lines = after(from, to);
        CAPTURE(from, to, lines);
        CHECK(std::ranges::any_of(lines,
                                  [&](const std::string& line) { return line.contains(said); }));
    };
    only("Tension: 5", "Tension: high", "The tension is a number from 0 (settled) to 10");
    only("Tension: 5", "Tension: 11", "The tension is a number from 0 (settled) to 10");
    only("- Tension: 5\n", "", "This turn does not say how tense it is.");
    only("Tension: 5", "Tention: 5", "\"tention\" is not known here.");
    only("Outcome: left", "Outcome: gone", "There is no outcome \"gone\".");
    only("Trap: yes", "Trap: maybe", "Write - Trap: yes for a reply that sounds right");
    only("Trap: yes", "Trick: yes", "\"trick\" is not known here.");
    only("Both can see it.", "> Both can see it.", "What staff say is the reply's own heading");
    only("### Check", "# Check", "A turn's heading begins with two hashes");
    only("They put it down.", "![x](../images/x.png)", "A practice shows no pictures.");
    only("## Louder", "## The notice", "\"The notice\" is already the turn on line 7.");
    only("## Louder", "##", "This turn has no name.");
    only("### Check the shelf together.", "###", "This reply has no words.");
    only("They laugh.", "", "Nothing happens here.");
    only("card: fine-dispute", "card: fine-disputes", "Did you mean \"fine-dispute\"?");
    only("They laugh.\n\n- Outcome: settled\n- Tension: 0\n",
         "They laugh.\n\n- Outcome: settled\n- Tension: 0\n\n### “Bye.”\n",
         "\"Laughing\" is an ending, and nothing is replied there.");
    only("### “The system says you didn’t.”\n\nIt calls them a liar.\n\n- Next: Louder\n", "",
         "\"The notice\" has 1 reply; a turn has from 2 to 4.");
    only("Someone holds", "- Someone holds", "This line comes before the first turn.");
    only("It calls them a liar.", std::string(cards::kMaxWhy + 1, 'x'),
         "The reason is 201 characters long");
    only("They put it down.", "TODO: what they do", "Still to do: what they do.");
}

TEST_CASE("What makes a practice worth less is a warning") {
    CHECK(with_practice().problems() ==
          Lines{at(7, "warning: The longest way through this practice has 2 turns; from 3 to 6 are "
                      "best.")});
    const Lines lines = after("- Trap: yes\n", "");
    REQUIRE(lines.size() == 2);
    CHECK_THAT(lines.front(), StartsWith("practice/the-late-fee.md: warning: No reply here sounds "
                                         "right and is not."));
    CHECK_THAT(after("It calls them a liar.", "").back(),
               StartsWith(at(15, "warning: Say below this reply, in one sentence,")));
}

TEST_CASE("What a practice tells keeps to the word lists; what is said in it may be wrong") {
    Folder folder = with_practice();
    folder.replace(kFile, "They put it down.", "A homeless man puts it down.");
    folder.replace(kFile, "Rules are rules.", "Calm down.");
    const auto lines = cards_test::lines_of(cards::check_rules(*folder.read().pack));
    REQUIRE(lines.size() == 1);
    CHECK_THAT(lines.front(), StartsWith(at(7, "warning: \"homeless\" names a kind of person.")));
}

TEST_CASE("A practice that is new, other or gone is a change") {
    const cards::Pack without = pack_of(small_pack());
    const cards::Pack with = *with_practice().read().pack;
    Folder moved = with_practice();
    moved.replace(kFile, "Someone holds", "\n\nSomeone holds");
    Folder other = with_practice();
    other.replace(kFile, "It offers nothing.", "It offers little.");
    using Kind = cards::Change::Kind;
    const auto change = [](Kind kind) {
        return std::vector<cards::Change>{{kind, "Practice: The late fee", {}, {}}};
    };
    CHECK(cards::compare(without, with) == change(Kind::added));
    CHECK(cards::compare(with, without) == change(Kind::removed));
    CHECK(cards::compare(with, *other.read().pack) == change(Kind::changed));
    CHECK(cards::compare(with, *moved.read().pack).empty());
}

TEST_CASE("The starter pack has three practices or more for each code") {
    const auto reading = cards_test::folder_on_disk(DESKCARDS_SOURCE_DIR "/content").read();
    REQUIRE(reading.pack);
    std::map<cards::Code, int> practices;
    for (const cards::Practice& practice : reading.pack->practices) {
        ++practices[reading.pack->find(practice.card)->code];
    }
    for (const cards::Code code : cards::kCodes) {
        CAPTURE(cards::to_string(code));
        CHECK(practices[code] >= 3);
    }
}
