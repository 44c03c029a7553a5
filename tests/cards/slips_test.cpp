#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>
#include <vector>

using cards_test::small_pack;

namespace {

/// A slip of the kind that happens to whoever edits cards, and how it is answered.
struct Slip {
    std::string_view name;
    std::string_view path;
    std::string_view from;
    std::string_view to;
    std::string_view answer; ///< The first problem reported.
};

constexpr std::string_view kPack = "pack.yaml";
constexpr std::string_view kFine = "situations/fine-dispute.md";
constexpr std::string_view kHelp = "frameworks/help.md";

const std::vector<Slip> kTwentySlips{
    {"a colon in the title", kFine, "title: Fine or lost", "title: Fine: or lost",
     "situations/fine-dispute.md:2: error: A colon with a space after it stands inside a text, or "
     "this line is indented where it should not be. Put quotation marks around the whole text."},
    {"no space after the colon", kFine, "title: Fine or", "title:Fine or",
     "situations/fine-dispute.md:3: error: A colon with a space after it stands inside a text, or "
     "this line is indented where it should not be. Put quotation marks around the whole text."},
    {"a tab for indenting", kPack, "    framework: help", "\tframework: help",
     "pack.yaml:15: error: A tab is used for indenting here. Use spaces instead."},
    {"a quotation mark that stays open", kFine, "title: Fine", "title: \"Fine",
     "situations/fine-dispute.md:2: error: A quotation mark begins a text here and none ends it. "
     "Put one at the end, or put quotation marks of the other kind around the whole text."},
    {"a bracket that stays open", kFine, "overdue]", "overdue",
     "situations/fine-dispute.md:4: error: A bracket [ or a brace { is opened and not closed, or "
     "the other way round. Close it, or put quotation marks around the text."},
    {"a bracket round a word of the title", kFine, "title: Fine", "title: [Fine]",
     "situations/fine-dispute.md:2: error: This line does not fit the lines above it. Write a key, "
     "a colon, a space and a text, and let keys that belong together begin in the same column."},
    {"a misspelt key", kFine, "keywords:", "keywrods:",
     "situations/fine-dispute.md:4: warning: \"keywrods\" is not a key that is known here, and is "
     "left out. Did you mean \"keywords\"?"},
    {"a key written twice", kFine, "code: green", "code: green\ncode: blue",
     "situations/fine-dispute.md:4: error: \"code\" is already written on line 3. Keep one of the "
     "two."},
    {"a code that does not exist", kFine, "code: green", "code: orange",
     "situations/fine-dispute.md:3: error: There is no code \"orange\". The four are green, "
     "yellow, "
     "red and blue."},
    {"an American date", kFine, "reviewed: 2026-11-01", "reviewed: 11/1/2026",
     "situations/fine-dispute.md:5: error: Write the date in \"reviewed\" as year-month-day, such "
     "as 2026-11-01; here it is \"11/1/2026\"."},
    {"a day that does not exist", kFine, "reviewed: 2026-11-01", "reviewed: 2026-11-31",
     "situations/fine-dispute.md:5: error: There is no day \"2026-11-31\" in the calendar. Dates "
     "are written year-month-day."},
    {"a title where an id belongs", kFine, "reviewer:", "worse: Yelling at staff\nreviewer:",
     "situations/fine-dispute.md:7: error: \"worse\" should name a card's file without its ending, "
     "such as \"yelling-at-staff\"; here it is \"Yelling at staff\"."},
    {"a link with its ending", kFine, "reviewer:", "after: rest.md\nreviewer:",
     "situations/fine-dispute.md:7: error: \"after\" should name a card's file without its ending, "
     "such as \"rest\"; here it is \"rest.md\"."},
    {"a step of the wrong letter", kFine, "## Look it up", "## Check it",
     "situations/fine-dispute.md:14: error: HELP has no step that starts with C; its steps start "
     "with H, E, L and P. Rename this one, or move it."},
    {"an acronym renamed, its steps not", kHelp, "title: HELP", "title: HEAL",
     "frameworks/help.md:21: error: The steps of HEAL start with H, E, L and P; the third should "
     "start with A."},
    {"a hyphen forgotten", kFine, "- Turn the screen", "Turn the screen",
     "situations/fine-dispute.md:15: error: This line is neither to say nor to do. Begin it with > "
     "if staff say it, or with a hyphen if they do it."},
    {"one hash too few", kFine, "## Look it up", "# Look it up",
     "situations/fine-dispute.md:14: error: A step's heading begins with two hashes, as in ## Hear "
     "them out; this one has 1."},
    {"Avoid under another name", kHelp, "### Avoid", "### Do not",
     "frameworks/help.md:15: error: Under a step only the heading ### Avoid is known; this one is "
     "\"Do not\". Begin a step with ##, something to say with >, and something to do with a "
     "hyphen."},
    {"the version not raised but dotted", kPack, "version: 3", "version: 3.1",
     "pack.yaml:4: error: The version should be a whole number from 1 that grows with every "
     "change; "
     "here it is \"3.1\"."},
    {"a card renamed, the board not", kPack, "[fine-dispute,", "[fine-disputes,",
     "pack.yaml:20: error: The board names \"fine-disputes\", but there is no such card. Did you "
     "mean \"fine-dispute\"?"},
};

} // namespace

TEST_CASE("Each of twenty typical slips is answered with its place and what to do") {
    CHECK(kTwentySlips.size() == 20);
    for (const Slip& slip : kTwentySlips) {
        INFO(slip.name);
        const std::vector<std::string> problems =
            small_pack().replace(slip.path, slip.from, slip.to).problems();
        REQUIRE_FALSE(problems.empty());
        CHECK(problems.front() == slip.answer);
    }
}
