#include "cards/rules.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>
#include <vector>

using cards_test::Folder;
using cards_test::kNothing;
using cards_test::pack_of;
using cards_test::small_pack;
using Lines = std::vector<std::string>;

namespace {

constexpr auto kFine = "situations/fine-dispute.md";

Lines broken_rules(const Folder& folder) {
    return cards_test::lines_of(cards::check_rules(pack_of(folder)));
}

/// What the rules say of the small pack after one change of one card.
Lines broken_after(std::string_view path, std::string_view from, std::string_view to) {
    return broken_rules(small_pack().replace(path, from, to));
}

std::string words(int count) {
    std::string out = "a";
    for (int i = 1; i < count; ++i) {
        out += " a";
    }
    return out;
}

} // namespace

TEST_CASE("The small pack breaks no rule") {
    CHECK(broken_rules(small_pack()) == kNothing);
}

TEST_CASE("A step's name of more than seven words is a warning") {
    CHECK(
        broken_after(kFine, "## Look it up together", "## Look it up together on the big screen") ==
        Lines{"situations/fine-dispute.md:14: warning: This step's name has 8 words; at most 7 are "
              "taken in at a glance. Shorten it."});
    CHECK(broken_after(kFine, "## Look it up together", "## Look it up together on the screen") ==
          kNothing);
}

TEST_CASE("A line to say of more than 14 words is a warning, of more than 27 an error") {
    CHECK(broken_after(kFine, "Tell me about the fine.", words(14)) == kNothing);
    CHECK(
        broken_after(kFine, "Tell me about the fine.", words(15)) ==
        Lines{"situations/fine-dispute.md:12: warning: This line to say has 15 words; up to 14 are "
              "understood by nearly everybody. Shorten it or make two of it."});
    CHECK(broken_after(kFine, "Tell me about the fine.", words(27)).front().contains("warning"));
    CHECK(broken_after(kFine, "Tell me about the fine.", words(28)).back() ==
          "situations/fine-dispute.md:12: error: This line to say has 28 words; nobody upset can "
          "follow more than 27. Make two or three of it.");
}

TEST_CASE("More than three lines to say in a step are a warning") {
    const std::string three = "> One.\n\n> Two.\n\n> Three.";
    CHECK(broken_after(kFine, "> Tell me about the fine.", three) == kNothing);
    CHECK(broken_after(kFine, "> Tell me about the fine.", three + "\n\n> Four.") ==
          Lines{"situations/fine-dispute.md:11: warning: This step has 4 lines to say; keep 3 at "
                "most, the best first."});
}

TEST_CASE("Reading grade six is the limit") {
    // 20 words in 2 sentences: 0.39 * 10 + 11.8 * syllables / 20 - 15.59 is 5.42 with 29
    // syllables, and 6.01 with 30.
    const auto said = [](const std::string& word) {
        return broken_after(kFine, "> Tell me about the fine.",
                            "> Tell me about the library " + word +
                                " and what you want today.\n\n"
                                "> We can look into it together over now, today.");
    };
    CHECK(said("fine") == kNothing);
    CHECK(said("money") ==
          Lines{"situations/fine-dispute.md:2: warning: What this card says reads at school grade "
                "6.0 (Flesch-Kincaid); keep it at 6 or below, with shorter sentences and plainer "
                "words than \"library\" and \"together\"."});
}

TEST_CASE("What is said at a high school grade is a warning with the words to change") {
    CHECK(broken_after(kFine, "> Tell me about the fine.",
                       "> Regrettably, administrative procedures necessitate documentation.\n\n"
                       "> Unfortunately the reconsideration committee evaluates everything.\n\n"
                       "> The committee communicates its determination to you afterwards, in "
                       "writing, by mail.") ==
          Lines{"situations/fine-dispute.md:2: warning: What this card says reads at school grade "
                "22.3 (Flesch-Kincaid); keep it at 6 or below, with shorter sentences and plainer "
                "words than \"reconsideration\", \"unfortunately\" and \"administrative\"."});
}

TEST_CASE("What is missing of a card's review is one warning") {
    CHECK(broken_after(kFine, "review-by: 2027-11-01\nreviewer: Ana\n", "") ==
          Lines{"situations/fine-dispute.md:2: warning: This card does not say review-by and "
                "reviewer. Write when and by whom it was checked, and when it is due again."});
    CHECK(
        broken_after(kFine, "review-by: 2027-11-01", "review-by: 2026-11-01") ==
        Lines{"situations/fine-dispute.md:6: warning: The date in review-by should come after the "
              "one in reviewed."});
}

TEST_CASE("A yellow card that leads to anything but red is a warning") {
    constexpr std::string_view file = "situations/yelling-at-staff.md";
    CHECK(broken_after(file, "after: rest", "worse: safe") == kNothing);
    CHECK(
        broken_after(file, "after: rest", "worse: fine-dispute") ==
        Lines{"situations/yelling-at-staff.md:5: warning: A card of code yellow leads to red when "
              "it gets worse, but \"fine-dispute\" is green. Name a red card, or take the line "
              "out."});
}

TEST_CASE("A red card begins with safety and says whom to call") {
    constexpr std::string_view file = "frameworks/safe.md";
    CHECK(broken_after(file, "- Step back, and keep the way out free.", "- Smile.") == kNothing);
    Folder folder = small_pack();
    folder.replace(file, "## Space\n- Step back, and keep the way out free.", "## Sing\n- Smile.");
    folder.replace(file, "## Alert others\n- Call 911.", "## Act\n- Wait.");
    CHECK(
        broken_rules(folder) ==
        Lines{"frameworks/safe.md:2: warning: A red card begins with safety. Let its first step "
              "say how to get clear or whom to call.",
              "frameworks/safe.md:2: warning: A red card says whom to call. Write it as something "
              "to do, such as: Call 911."});
}

TEST_CASE("A framework of fewer than three steps or more than seven is a warning") {
    Folder folder = small_pack();
    folder.write("frameworks/go.md", "---\ntitle: GO\ncode: green\nreviewed: 2026-11-01\n"
                                     "review-by: 2027-11-01\nreviewer: Ana\n---\n"
                                     "## Greet\n- Smile.\n\n## Open\n- Ask.\n");
    CHECK(broken_rules(folder) == Lines{"frameworks/go.md:2: warning: This acronym has 2 steps; "
                                        "people keep 3 to 7 in mind."});
}

TEST_CASE("A framework of eight steps is a warning, of three none") {
    const std::string top = "code: green\nreviewed: 2026-11-01\nreview-by: 2027-11-01\n"
                            "reviewer: Ana\n---\n";
    Folder folder = small_pack();
    folder.write("frameworks/abc.md", "---\ntitle: ABC\n" + top +
                                          "## A\n- Go.\n\n## B\n- Go.\n\n"
                                          "## C\n- Go.\n");
    CHECK(broken_rules(folder) == kNothing);
    std::string eight = "---\ntitle: ABCDEFGH\n" + top;
    for (const char letter : std::string_view("ABCDEFGH")) {
        eight += std::string("## ") + letter + "\n- Go.\n\n";
    }
    folder.write("frameworks/abc.md", eight);
    CHECK(broken_rules(folder) == Lines{"frameworks/abc.md:2: warning: This acronym has 8 steps; "
                                        "people keep 3 to 7 in mind."});
}

TEST_CASE("A card about danger to life or to a child begins with the call") {
    const std::string body = "code: red\nreviewed: 2026-11-01\nreview-by: 2027-11-01\n"
                             "reviewer: Ana\n---\n## Space\n- Step back.\n";
    for (const std::string title :
         {"Overdose or not responding", "Shots fired", "Suspected child abuse"}) {
        const std::string file = "---\ntitle: " + title + "\n" + body;
        CHECK(broken_rules(small_pack().write("situations/grave.md", file)) ==
              Lines{"situations/grave.md:2: warning: A card about a medical emergency, a weapon or "
                    "the abuse of a child begins with the call. Let its first step say: Call 911 "
                    "first."});
        CHECK(broken_rules(small_pack().write("situations/grave.md",
                                              file + "- Call 911 first.\n")) == kNothing);
    }
    CHECK(broken_rules(small_pack().write("situations/fight.md", "---\ntitle: Fight\n" + body)) ==
          kNothing);
}

TEST_CASE("A step with nothing to say or do is a warning") {
    CHECK(broken_after("frameworks/rest.md", "- Sit down.\n", "") ==
          Lines{"frameworks/rest.md:8: warning: This step has nothing to say and nothing to do. "
                "Write a line that begins with > or a hyphen."});
}

TEST_CASE("A name for a kind of person is a warning wherever it stands") {
    const std::string why =
        " warning: \"homeless\" names a kind of person. Better: name the conduct "
        "(\"sleeping\", \"large bags\"), or \"a person without housing\".";
    CHECK(broken_after(kFine, "title: Fine", "title: Homeless") ==
          Lines{"situations/fine-dispute.md:2:" + why});
    CHECK(broken_after(kFine, "[late fee,", "[homeless man,") ==
          Lines{"situations/fine-dispute.md:4:" + why});
    CHECK(broken_after(kFine, "Someone does", "A homeless person does") ==
          Lines{"situations/fine-dispute.md:9:" + why});
    CHECK(broken_after(kFine, "- Turn", "- Help the HOMELESS. Turn") ==
          Lines{"situations/fine-dispute.md:15:" + why});
    CHECK(broken_after(kFine, "> Tell", "> Homeless, tell") ==
          Lines{"situations/fine-dispute.md:12:" + why});
}

TEST_CASE("Telling somebody to calm down is a warning, quoting it among what to avoid is not") {
    CHECK(broken_after(kFine, "> Tell me about the fine.", "> Please calm down.") ==
          Lines{"situations/fine-dispute.md:12: warning: \"calm down\" mostly makes anger worse. "
                "Better: \"I want to help. Tell me what happened.\""});
    CHECK(broken_after("frameworks/help.md", "- Arguing.", "- \"Calm down.\"") == kNothing);
    CHECK(broken_after(kFine, "- Turn", "- Let them calm down, then turn") == kNothing);
}

TEST_CASE("Threats, and promises that a desk cannot keep, are warnings") {
    CHECK(
        broken_after(kFine, "> Tell me about the fine.", "> Stop, or else.") ==
        Lines{"situations/fine-dispute.md:12: warning: \"or else\" is heard as a threat. Better: "
              "say the limit once, and a choice: \"I need us to talk without yelling. We can go on "
              "now, or tomorrow.\""});
    CHECK(
        broken_after(kFine, "> Tell me about the fine.", "> I promise you\u2019ll be fine.") ==
        Lines{"situations/fine-dispute.md:12: warning: \"i promise\" is a promise that a desk "
              "cannot keep. Better: promise only your own next step: \"I will write this down and "
              "hand it on today.\""});
}

TEST_CASE("A guess about somebody is a warning, but may be typed to find the card") {
    const std::string why = " warning: \"is on drugs\" is a guess about a person. Better: say what "
                            "you see and hear, not what may be behind it.";
    CHECK(broken_after(kFine, "Someone does not want to pay.", "Someone is on drugs.") ==
          Lines{"situations/fine-dispute.md:9:" + why});
    CHECK(broken_after(kFine, "[late fee,", "[is on drugs,") == kNothing);
}

TEST_CASE("What somebody looks like is a warning") {
    CHECK(
        broken_after(kFine, "- Turn", "- A tall white male. Turn") ==
        Lines{
            "situations/fine-dispute.md:15: warning: \"white male\" describes a person; cards are "
            "about conduct. Better: say what happens, not what somebody looks like."});
    CHECK(broken_after(kFine, "- Turn", "- Black and white costs less. Turn") == kNothing);
}

TEST_CASE("Somebody's name is a warning") {
    CHECK(broken_after(kFine, "- Turn", "- Ask Mrs. Lee, then turn") ==
          Lines{"situations/fine-dispute.md:15: warning: \"Mrs. Lee\" is a name. A card names no "
                "patron, and staff by their role, such as: the person in charge."});
    CHECK(broken_after(kFine, "- Turn", "- Say Ms. or Mr. as they like, and turn") == kNothing);
}

TEST_CASE("Medicine beyond first aid is a warning in what is done and said") {
    CHECK(broken_after(kFine, "- Turn", "- Inject them. Turn") ==
          Lines{"situations/fine-dispute.md:15: warning: \"inject\" goes beyond first aid. Better: "
                "\"Call 911\", \"do what 911 tells you\", and what a public first-aid course "
                "teaches."});
    CHECK(broken_after(kFine, "[late fee,", "[insulin,") == kNothing);
}

TEST_CASE("What a situation inherits is said at its framework alone") {
    CHECK(
        broken_after("frameworks/calm.md", "> I can see this matters.", "> Calm down now.") ==
        Lines{"frameworks/calm.md:12: warning: \"calm down\" mostly makes anger worse. Better: \"I "
              "want to help. Tell me what happened.\""});
}

TEST_CASE("English word lists are kept away from packs in other languages") {
    Folder folder = small_pack();
    folder.replace("pack.yaml", "locale: en-US", "locale: fr-CA");
    folder.replace(kFine, "> Tell me about the fine.", "> Please calm down.");
    CHECK(broken_rules(folder) == kNothing);
}
