#include "cards/compare.h"
#include "cards/rule_table.h"
#include "cards/rules.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

using cards::Change;
using cards_test::Folder;
using cards_test::kNothing;
using cards_test::pack_of;
using cards_test::small_pack;
using Lines = std::vector<std::string>;

namespace {

constexpr auto kFine = "situations/fine-dispute.md";

/// The small pack with such rules; the first of them is on line 22.
Folder with_rules(const std::string& rules) {
    return small_pack().replace("pack.yaml", "board: [fine-dispute, yelling-at-staff]\n",
                                "board: [fine-dispute, yelling-at-staff]\nrules:\n" + rules);
}

Lines broken(const Folder& folder) {
    return cards_test::lines_of(cards::check_rules(pack_of(folder)));
}

/// Words in short sentences, so that their grade is low.
std::string words(int count) {
    std::string out = "Go.";
    for (int i = 1; i < count; ++i) {
        out += " Go.";
    }
    return out;
}

/// What a pack with such rules says of a line of that many words.
Lines said(const std::string& rules, int count) {
    return broken(with_rules(rules).replace(kFine, "Tell me about the fine.", words(count)));
}

Lines changes(const Folder& before, const Folder& after) {
    Lines lines;
    for (const Change& change : compare(pack_of(before), pack_of(after))) {
        const char* const sign = change.kind == Change::Kind::added     ? "+ "
                                 : change.kind == Change::Kind::removed ? "- "
                                                                        : "* ";
        lines.push_back(sign + change.what + ": " + change.detail);
    }
    return lines;
}

} // namespace

TEST_CASE("Rules have names of their own") {
    std::set<std::string_view> names;
    for (const cards::RuleInfo& info : cards::all_rules()) {
        CHECK(names.insert(info.name).second);
        CHECK(cards::find_rule(info.name) == &info);
        CHECK(&cards::info_of(info.id) == &info);
    }
    CHECK(cards::find_rule("say") == nullptr);
}

TEST_CASE("A rule's own figure is within the bounds of what a pack may set") {
    for (const cards::RuleInfo& info : cards::all_rules()) {
        for (const auto& figure : {info.least, info.most}) {
            if (figure) {
                CHECK(figure->lowest <= figure->figure);
                CHECK(figure->figure <= figure->highest);
            }
        }
    }
}

TEST_CASE("A pack's own figure is measured instead, and is named") {
    const std::string rules = "  say-words: {most: 20, because: Our staff asked.}\n";
    CHECK(said(rules, 20) == kNothing);
    CHECK(said(rules, 21) ==
          Lines{"situations/fine-dispute.md:12: warning: This line to say has 21 "
                "words; this pack allows 20. Shorten it or make two of it."});
    CHECK(said(rules, 28).back().contains("error: This line to say has 28 words; nobody upset"));
}

TEST_CASE("A pack may raise or lower what is an error") {
    const std::string lower = "  say-words-ceiling: {most: 16, because: Our staff asked.}\n";
    CHECK(said(lower, 16).front().contains("warning"));
    CHECK(said(lower, 17) == Lines{"situations/fine-dispute.md:12: error: This line to say has 17 "
                                   "words; this pack allows 16. Make two or three of it."});
}

TEST_CASE("A rule that is off is not measured, and the others are") {
    const std::string off = ": {off: true, because: Our staff asked.}\n";
    CHECK(said("  say-words" + off, 27) == kNothing);
    CHECK(said("  say-words" + off, 28).size() == 1);
    CHECK(said("  say-words-ceiling" + off, 28).front().contains("warning: This line to say has"));
    Folder labels = with_rules("  labels" + off);
    labels.replace(kFine, "> Tell me about the fine.", "> Calm down, crazy.");
    CHECK(broken(labels).size() == 1);
    CHECK(broken(labels).front().contains("\"calm down\""));
    CHECK(broken(with_rules("  soothing" + off + "  labels" + off)
                     .replace(kFine, "> Tell me about the fine.", "> Calm down, crazy.")) ==
          kNothing);
    CHECK(broken(with_rules("  review" + off).replace(kFine, "reviewer: Ana\n", "")) == kNothing);
}

TEST_CASE("Each figure of a pack's own reaches its rule") {
    const std::string why = ", because: Our staff asked.}\n";
    CHECK(broken(with_rules("  step-name-words: {most: 3" + why)).front() ==
          "frameworks/help.md:24: warning: This step's name has 4 words; this pack allows 3. "
          "Shorten it.");
    CHECK(broken(with_rules("  steps: {least: 2, most: 3" + why)).front() ==
          "frameworks/calm.md:2: warning: This acronym has 4 steps; this pack allows 2 to 3.");
    CHECK(broken(with_rules("  say-lines: {most: 1" + why)
                     .replace(kFine, "> Tell", "> Tell me.\n\n> Tell")) ==
          Lines{"situations/fine-dispute.md:11: warning: This step has 2 lines to say; keep 1 at "
                "most, the best first."});
    constexpr auto grade_four = "> Tell me about the library and what you want today.\n\n"
                                "> We can look into it together over now, my friend, today.";
    CHECK(broken(with_rules("  reading-grade: {most: 3" + why)
                     .replace(kFine, "> Tell me about the fine.", grade_four))
              .front()
              .contains("keep it at 3 or below"));
}

TEST_CASE("A rule is changed with a reason, of 120 characters at most") {
    const auto problems = [](const std::string& setting) {
        return with_rules("  say-words:\n    most: 16\n" + setting).problems();
    };
    CHECK(problems("") ==
          Lines{"pack.yaml:23: error: There is no \"because\" here. Add a line such "
                "as because: Our staff asked for it."});
    CHECK(problems("    because:\n") ==
          Lines{"pack.yaml:24: error: \"because\" is empty. Write a text after the colon; if it "
                "begins with #, put quotation marks around it."});
    CHECK(problems("    because: \" \"\n").size() == 1);
    CHECK(problems("    because: " + std::string(120, 'x') + "\n") == kNothing);
    CHECK(problems("    because: " + std::string(121, 'x') + "\n") ==
          Lines{"pack.yaml:24: error: \"because\" is 121 characters long; at most 120 fit. Shorten "
                "it."});
}

TEST_CASE("A rule that is not known is left out, and the nearest named") {
    CHECK(
        with_rules("  say-word: {most: 16, because: Why not.}\n").problems() ==
        Lines{"pack.yaml:22: warning: There is no rule \"say-word\"; it is left out. Did you mean "
              "\"say-words\"?"});
    CHECK(
        with_rules("  labels: {of: true, off: true, because: Why not.}\n").problems() ==
        Lines{"pack.yaml:22: warning: \"of\" is not a key that is known here, and is left out. Did "
              "you mean \"off\"?"});
}

TEST_CASE("A figure is a whole number within bounds") {
    for (const std::string bad : {"4", "28", "-1", "14.5", "many", "99999999999999999999"}) {
        CHECK(with_rules("  say-words: {most: " + bad + ", because: Why not.}\n").problems() ==
              Lines{"pack.yaml:22: error: The rule \"say-words\" takes a whole number from 5 to 27 "
                    "as most; here it is \"" +
                    bad + "\"."});
    }
    CHECK(with_rules("  say-words: {most: 5, because: Why not.}\n").problems() == kNothing);
    CHECK(with_rules("  say-words: {most: 27, because: Why not.}\n").problems() == kNothing);
    CHECK(
        with_rules("  steps: {least: 6, most: 5, because: Why not.}\n").problems() ==
        Lines{"pack.yaml:22: error: The rule \"steps\" asks for 6 at least and 5 at most. Swap the "
              "two."});
}

TEST_CASE("A rule has a figure or is off") {
    const auto problems = [](const std::string& rule) { return with_rules(rule).problems(); };
    CHECK(problems("  say-words: {because: Why not.}\n") ==
          Lines{"pack.yaml:22: error: The rule \"say-words\" needs a figure, such as most: 14, or "
                "off: true."});
    CHECK(
        problems("  labels: {because: Why not.}\n") ==
        Lines{"pack.yaml:22: error: The rule \"labels\" has no figure. Write off: true, or take it "
              "out of rules."});
    CHECK(
        problems("  say-words: {most: 16, off: true, because: Why not.}\n") ==
        Lines{"pack.yaml:22: error: The rule \"say-words\" is switched off and has a figure. Keep "
              "one of the two."});
    CHECK(problems("  labels: {off: no, because: Why not.}\n") ==
          Lines{"pack.yaml:22: error: A rule is switched off with off: true; here it is \"no\". To "
                "keep the rule \"labels\", take it out of rules."});
    CHECK(problems("  labels: off\n") ==
          Lines{"pack.yaml:22: error: The rule \"labels\" needs a figure or off: true, and because "
                "with the reason, below it, indented."});
    CHECK(
        problems("  - labels\n") ==
        Lines{"pack.yaml:21: error: Write rules: and below it, indented, the names of rules, each "
              "with a figure or off: true, and because."});
    CHECK(problems("") == kNothing);
}

TEST_CASE("Rules that a pack sets, changes or gives up are shown with the reason") {
    const Folder plain = small_pack();
    const Folder twenty = with_rules("  say-words: {most: 20, because: Our staff asked.}\n");
    const Folder longer = with_rules("  say-words: {most: 24, because: They asked again.}\n");
    const Folder reason = with_rules("  say-words: {most: 20, because: Nobody minds.}\n");
    const Folder off =
        with_rules("  reading-grade: {off: true, because: We measure it ourselves.}\n"
                   "  steps: {most: 8, because: We have eight.}\n"
                   "  labels: {off: true, because: A quotation.}\n");
    CHECK(changes(twenty, twenty) == kNothing);
    CHECK(changes(plain, twenty) ==
          Lines{"+ Rule \"say-words\": 14 at most → 20 at most: Our staff asked."});
    CHECK(changes(twenty, longer) ==
          Lines{"* Rule \"say-words\": 20 at most → 24 at most: They asked again."});
    CHECK(changes(twenty, reason) == Lines{"* Rule \"say-words\": 20 at most: Nobody minds."});
    CHECK(changes(twenty, plain) ==
          Lines{"- Rule \"say-words\": 20 at most → 14 at most: Our staff asked."});
    CHECK(changes(plain, off) ==
          Lines{"+ Rule \"steps\": 3 to 7 → 3 to 8: We have eight.",
                "+ Rule \"reading-grade\": 6 at most → off: We measure it ourselves.",
                "+ Rule \"labels\": on → off: A quotation."});
}
