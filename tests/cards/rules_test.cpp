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
