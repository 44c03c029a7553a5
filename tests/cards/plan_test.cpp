#include "cards/progress.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using cards::Progress;
using cards_test::Folder;
using cards_test::kNothing;
using cards_test::small_pack;
using Lines = std::vector<std::string>;

namespace {

/// The small pack, whose fine-dispute has lines to say and whose yelling-at-staff has none.
Folder with_plan(std::string_view plan) {
    Folder folder = small_pack();
    folder.write("plan.md", plan);
    return folder;
}

Progress progress_of(const Folder& folder) {
    const cards::Reading reading = folder.read();
    REQUIRE(reading.progress.has_value());
    return *reading.progress;
}

} // namespace

TEST_CASE("A pack without a plan has no progress, and one with it has") {
    CHECK_FALSE(small_pack().read().progress.has_value());
    const Folder folder = with_plan("# Plan\n\n## Who\n\nAna.\n\n## Situations\n\n"
                                    "- Fine or lost item dispute\n- yelling-at-staff\n");
    CHECK(folder.problems() == kNothing);
    CHECK(progress_of(folder) == Progress{.planned = 2, .with_card = 2, .without_say_line = 1});
    CHECK(folder.read().pack.has_value());
}

TEST_CASE("Progress is one sentence") {
    CHECK(to_string(Progress{.planned = 16, .with_card = 11, .without_say_line = 3}) ==
          "11 of 16 situations have a card; 3 have no say line.");
    CHECK(to_string(Progress{.planned = 16, .with_card = 16, .without_say_line = 0}) ==
          "16 of 16 situations have a card.");
    CHECK(to_string(Progress{.planned = 1, .with_card = 1, .without_say_line = 1}) ==
          "1 of 1 situation has a card; 1 has no say line.");
    CHECK(to_string(Progress{}) == "0 of 0 situations have a card.");
}

TEST_CASE("A planned situation without a card is a warning: the others may be in use") {
    const Folder folder = with_plan("## Situations\n\n- Fine or lost item dispute\n- Sleeping\n"
                                    "- Yelling or swearing at stafff\n");
    CHECK(
        folder.problems() ==
        Lines{"plan.md:4: warning: There is no card yet for \"Sleeping\".",
              "plan.md:5: warning: There is no card yet for \"Yelling or swearing at stafff\". Did "
              "you mean \"Yelling or swearing at staff\"?"});
    CHECK(progress_of(folder) ==
          Progress{.planned = 3,
                   .with_card = 1,
                   .without_say_line = 0,
                   .missing = {"Sleeping", "Yelling or swearing at stafff"}});
    CHECK(folder.read().pack.has_value());
}

TEST_CASE("A card counts once nothing on it is left to do") {
    Folder folder = with_plan("## Situations\n- Fine or lost item dispute\n");
    folder.replace("situations/fine-dispute.md", "reviewer: Ana", "reviewer: \"TODO: who\"");
    CHECK(progress_of(folder) == Progress{.planned = 1, .with_card = 0, .without_say_line = 0});
    CHECK(folder.problems() == Lines{"situations/fine-dispute.md:7: error: Still to do: who."});
}

TEST_CASE("An entry may be an id or a title in any letters, with a box before it and notes after") {
    for (const std::string_view entry :
         {"fine-dispute", "fine or LOST item dispute", "[ ] Fine or lost item dispute",
          "[x] fine-dispute", "Fine or lost item dispute – Ana, by March",
          "Fine or lost item dispute - Ana", "Fine or lost item dispute: Ana",
          "Fine or lost item dispute (Ana)", "**Fine or lost item dispute**",
          "[Fine or lost item dispute](situations/fine-dispute.md)"}) {
        CAPTURE(entry);
        const Folder folder = with_plan("## Situations\n\n- " + std::string(entry) + "\n");
        CHECK(folder.problems() == kNothing);
        CHECK(progress_of(folder).with_card == 1);
    }
}

TEST_CASE("What comes later, and what other headings list, does not count") {
    const Folder folder = with_plan("## Situations\n\n### Everyday\n\n- fine-dispute\n\n"
                                    "### Later\n\n- Sleeping\n\n## What exists\n\n- Signs\n");
    CHECK(folder.problems() == kNothing);
    CHECK(progress_of(folder).planned == 1);
}

TEST_CASE("What is still to be written in a plan is said, and so is a heading with nothing below") {
    const Folder folder =
        with_plan("# Plan\n\nTODO: a word\n\n## Who\n\n- TODO: who decides\n\n## What exists\n\n"
                  "## Situations\n\n- TODO: your own\n- fine-dispute\n\n## Last\n\n### Part\n");
    CHECK(folder.problems() ==
          Lines{"plan.md:3: error: Still to do: a word.",
                "plan.md:7: error: Still to do: who decides.",
                "plan.md:9: error: Still to do: something below the heading \"What exists\".",
                "plan.md:13: error: Still to do: your own.",
                "plan.md:16: error: Still to do: something below the heading \"Last\"."});
}

TEST_CASE("A situation that is planned twice counts once, with a warning") {
    const Folder folder =
        with_plan("## Situations\n\n- fine-dispute\n- Fine or lost item dispute\n");
    CHECK(folder.problems() == Lines{"plan.md:4: warning: \"Fine or lost item dispute\" is on the "
                                     "list of situations twice. Take one out."});
    CHECK(progress_of(folder).planned == 1);
}

TEST_CASE("A plan without a list of situations is a warning") {
    CHECK(with_plan("# Plan\n\nWords.\n").problems() ==
          Lines{"plan.md: warning: This plan has no list of situations. Write the heading ## "
                "Situations, and below it a line with a hyphen for each."});
}

TEST_CASE("An acronym's card is no situation's") {
    CHECK(with_plan("## Situations\n\n- HELP\n").problems() ==
          Lines{"plan.md:3: warning: There is no card yet for \"HELP\"."});
}

TEST_CASE("A card whose title cannot be read is not said to be missing") {
    Folder folder = with_plan("## Situations\n\n- Fine or lost item dispute\n");
    folder.write("situations/fine-dispute.md", "---\ntitle: [\n---\n");
    for (const std::string& problem : folder.problems()) {
        CHECK(problem.contains("situations/fine-dispute.md:"));
    }
    CHECK(progress_of(folder).with_card == 0);
}

TEST_CASE("A plan is known in any letter case, and may be of any bytes") {
    Folder folder = small_pack();
    folder.write("Plan.MD", "## Situations\n- fine-dispute\n");
    CHECK(folder.problems() == kNothing);
    CHECK(progress_of(folder).planned == 1);
    CHECK(with_plan(std::string("\x00\xFF\x01", 3)).problems().size() == 1);
    CHECK(with_plan("").problems().size() == 1);
}
