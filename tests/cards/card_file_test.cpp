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

constexpr auto kFile = "situations/fine-dispute.md";

/// What the small pack reports after one change of the card on fines, without the card's path.
Lines problems_after(std::string_view from, std::string_view to) {
    Lines problems = small_pack().replace(kFile, from, to).problems();
    for (std::string& problem : problems) {
        REQUIRE(problem.starts_with(kFile));
        problem.erase(0, std::string_view(kFile).size());
    }
    return problems;
}

} // namespace

TEST_CASE("A card without a title, or with an empty one, is told so") {
    CHECK(problems_after("title: Fine or lost item dispute\n", "") ==
          Lines{":2: error: There is no \"title\" here. Add a line such as title: Fine dispute"});
    CHECK(problems_after("title: Fine or lost item dispute", "title: # fine") ==
          Lines{":2: error: \"title\" is empty. Write a text after the colon; if it begins with #, "
                "put quotation marks around it."});
    CHECK(problems_after("Fine or lost item dispute", std::string(61, 'x')) ==
          Lines{":2: error: \"title\" is 61 characters long; at most 60 fit. Shorten it."});
}

TEST_CASE("A card of an unknown code is told the four") {
    CHECK(problems_after("code: green", "code: purple") ==
          Lines{":3: error: There is no code \"purple\". The four are green, yellow, red and "
                "blue."});
    CHECK(problems_after("code: green\n", "") ==
          Lines{":2: error: There is no \"code\" here. Add a line such as code: green"});
}

TEST_CASE("A misspelt key is a warning with the key that was meant") {
    CHECK(
        problems_after("keywords:", "keyword:") ==
        Lines{":4: warning: \"keyword\" is not a key that is known here, and is left out. Did you "
              "mean \"keywords\"?"});
    CHECK(problems_after("review-by:", "reviewby:") ==
          Lines{":6: warning: \"reviewby\" is not a key that is known here, and is left out. Did "
                "you mean \"review-by\"?"});
    CHECK(problems_after("reviewer: Ana", "colour-of-paper: blue") ==
          Lines{":7: warning: \"colour-of-paper\" is not a key that is known here, and is left "
                "out."});
}

TEST_CASE("A date is written year-month-day and must be in the calendar") {
    CHECK(problems_after("reviewed: 2026-11-01", "reviewed: 11/01/2026") ==
          Lines{":5: error: Write the date in \"reviewed\" as year-month-day, such as 2026-11-01; "
                "here it is \"11/01/2026\"."});
    CHECK(problems_after("review-by: 2027-11-01", "review-by: 2026-13-40") ==
          Lines{":6: error: There is no day \"2026-13-40\" in the calendar. Dates are written "
                "year-month-day."});
    CHECK(problems_after("reviewed: 2026-11-01", "reviewed: 2026-02-29").size() == 1);
    CHECK(problems_after("reviewed: 2026-11-01", "reviewed: 2024-02-29") == kNothing);
    CHECK(problems_after("reviewed: 2026-11-01", "reviewed: 2026-1-5").size() == 1);
    CHECK(problems_after("reviewed: 2026-11-01", "reviewed: soon").size() == 1);
}

TEST_CASE("A link to a card that is not there names the nearest") {
    CHECK(problems_after("reviewed:", "worse: yelling-at-stafff\nreviewed:") ==
          Lines{":5: error: \"worse\" names \"yelling-at-stafff\", but there is no such card. Did "
                "you mean \"yelling-at-staff\"?"});
    CHECK(problems_after("reviewed:", "after: something-else-entirely\nreviewed:") ==
          Lines{":5: error: \"after\" names \"something-else-entirely\", but there is no such "
                "card."});
    CHECK(problems_after("reviewed:", "worse: fine-dispute\nreviewed:") ==
          Lines{":5: error: \"worse\" names this very card. Name another one."});
    CHECK(problems_after("reviewed:", "worse: Yelling at staff\nreviewed:") ==
          Lines{":5: error: \"worse\" should name a card's file without its ending, such as "
                "\"yelling-at-staff\"; here it is \"Yelling at staff\"."});
}

TEST_CASE("A card follows a framework that is there, and is one") {
    CHECK(problems_after("code: green", "code: green\nframework: hlep") ==
          Lines{":4: error: \"framework\" names \"hlep\", but there is no such card. Did you mean "
                "\"help\"?"});
    CHECK(problems_after("code: green", "code: green\nframework: yelling-at-staff") ==
          Lines{":4: error: \"yelling-at-staff\" is a situation. A card can follow only a card of "
                "the folder frameworks."});
}

TEST_CASE("A card begins and ends its keys with three hyphens") {
    CHECK(problems_after("---\ntitle", "title") ==
          Lines{":1: error: A card begins with a line of three hyphens (---). Put one above its "
                "title, and another below the last of its keys."});
    CHECK(
        problems_after("---\ntitle", "\u2014\ntitle") ==
        Lines{":1: error: The first line must be exactly three hyphens (---); the editor may have "
              "made a dash of them."});
    CHECK(problems_after("Ana\n---\n", "Ana\n") ==
          Lines{":1: error: The card's keys have no end. Put a line of three hyphens (---) between "
                "them and the words of the card."});
    CHECK(problems_after("Ana\n---\n", "Ana\n----\n") ==
          Lines{":8: error: This line must be exactly three hyphens (---) to end the card's keys; "
                "the editor may have made a dash of them."});
    CHECK(problems_after("---\ntitle", "\n\n---  \ntitle") == kNothing);
    CHECK(small_pack().write(kFile, " \n\n").problems() ==
          Lines{"situations/fine-dispute.md: error: This file is empty. Write the card in it, or "
                "take the file out."});
}

TEST_CASE("Words that are neither said nor done are pointed at") {
    CHECK(problems_after("> Tell me about the fine.", "Tell me about the fine.") ==
          Lines{":12: error: This line is neither to say nor to do. Begin it with > if staff say "
                "it, or with a hyphen if they do it."});
    CHECK(problems_after("## Hear them out\n", "") ==
          Lines{":11: error: This line comes before the first step. Put it below a step's heading, "
                "as in ## Hear them out."});
}

TEST_CASE("Headings of the wrong size are pointed at") {
    CHECK(problems_after("## Hear them out", "# Hear them out").front() ==
          ":11: error: A step's heading begins with two hashes, as in ## Hear them out; this one "
          "has 1.");
    CHECK(problems_after("- Turn", "### Avoiding\n- Turn") ==
          Lines{":15: error: Under a step only the heading ### Avoid is known; this one is "
                "\"Avoiding\". Begin a step with ##, something to say with >, and something to do "
                "with a hyphen."});
    CHECK(problems_after("## Hear them out", "##") ==
          Lines{":11: error: This step has no name. Write one after the ##."});
}

TEST_CASE("Lines that no panel can show are refused") {
    CHECK(problems_after("Tell me about the fine.", std::string(241, 'x')) ==
          Lines{":12: error: This line is 241 characters long; at most 240 fit. Shorten it."});
    CHECK(
        problems_after("Someone does not want to pay.", std::string(281, 'x')) ==
        Lines{":9: error: The text before the first step is 281 characters long; at most 280 fit. "
              "Shorten it."});
    CHECK(problems_after("## Look it up together", "## L" + std::string(60, 'x')) ==
          Lines{":14: error: The step's name is 61 characters long; at most 60 fit. Shorten it."});
    std::string many;
    for (int i = 0; i < 30; ++i) {
        many += "- Do it.\n";
    }
    CHECK(problems_after("- Turn", many + "- Turn") ==
          Lines{":25: error: This step has more than 10 lines of one kind. Keep those that matter "
                "most."});
}

TEST_CASE("Keywords may be a list or one line with commas") {
    Folder folder = small_pack();
    folder.replace(kFile, "[late fee, overdue]", "late fee,  overdue,");
    CHECK(pack_of(folder).find("fine-dispute")->keywords == cards::Texts{"late fee", "overdue"});
    CHECK(problems_after("[late fee, overdue]", "[{late: fee}]") ==
          Lines{":4: error: An entry of \"keywords\" should be one text. If it has a colon in it, "
                "put quotation marks around it."});
}

TEST_CASE("File names make the ids, and bad ones are told a better") {
    Folder folder = small_pack();
    folder.write("situations/Loud Phone Call.md", "x");
    CHECK(folder.problems() ==
          Lines{"situations/Loud Phone Call.md: error: A card's file name may have small letters, "
                "digits and hyphens only, and 64 of them at most. Rename it to "
                "\"loud-phone-call.md\"."});
}

TEST_CASE("An id that is there twice is an error at the second file") {
    Folder folder = small_pack();
    folder.write("situations/help.md", "x");
    CHECK(folder.problems() ==
          Lines{"situations/help.md: error: The name \"help\" is already that of "
                "frameworks/help.md. Rename one of the two files."});
}

TEST_CASE("Files that look like cards and are not read are warnings") {
    Folder folder = small_pack();
    folder.write("situations/loud.md.txt", "x");
    folder.write("situations/later/loud.md", "x");
    folder.write("loud.md", "x");
    CHECK(folder.problems() ==
          Lines{"loud.md: warning: This file is not read. Cards lie in the folders frameworks and "
                "situations, words for the patron in phrases, practices in practice, and what "
                "describes the pack in pack.yaml.",
                "situations/later/loud.md: warning: This file is not read. Cards lie directly in "
                "the folder, not in one inside it.",
                "situations/loud.md.txt: warning: This file is not read: a card is a plain text "
                "file whose name ends in .md. Windows may hide a second ending such as .txt; "
                "rename the file."});
}

TEST_CASE("What else belongs in a pack, and what systems leave behind, is passed over") {
    Folder folder = small_pack();
    for (const std::string_view path :
         {"README.md", "readme.txt", "images/map.xcf", "planning/plan.md", "planning.md",
          "SHA256SUMS", "SHA256SUMS.minisig", ".hidden.md", "situations/.loud.md.swp",
          "situations/~$loud.md", "situations/Thumbs.db", "frameworks/help.md~", "._pack.yaml",
          "logo.svg"}) {
        folder.write(path, "x");
    }
    CHECK(folder.problems() == kNothing);
}

TEST_CASE("A hostile path spoils no line of output") {
    Folder folder = small_pack();
    folder.write("situations/a\nb\x1B[2J.md", "x");
    const Lines problems = folder.problems();
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].starts_with("situations/a?b?[2J.md: error: "));
}
