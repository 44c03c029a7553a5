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
using Texts = cards::Texts;

namespace {

Lines letters(const cards::Card& card) {
    Lines out;
    for (const cards::Step& step : card.steps) {
        out.push_back(step.letter);
    }
    return out;
}

Lines framework_problems_after(std::string_view from, std::string_view to) {
    return small_pack().replace("frameworks/help.md", from, to).problems();
}

/// The small pack with one more situation of code green.
Folder with_card(std::string_view body) {
    Folder folder = small_pack();
    folder.write("situations/extra.md",
                 "---\ntitle: Extra\ncode: green\n---\n" + std::string(body));
    return folder;
}

} // namespace

TEST_CASE("A framework's steps spell its title") {
    const cards::Pack pack = pack_of(small_pack());
    const cards::Card& help = *pack.find("help");
    CHECK(help.framework == "help");
    CHECK(letters(help) == Lines{"H", "E", "L", "P"});
    CHECK(help.steps[0].title == "Hear them out");
    CHECK(help.steps[0].line == 10);
    CHECK(help.steps[0].say == Texts{"Tell me what happened."});
    CHECK(help.steps[0].say_lines == std::vector<int>{11});
    CHECK(help.steps[0].actions == Texts{"Put down what you are doing."});
    CHECK(help.steps[0].action_lines == std::vector<int>{13});
    CHECK(help.steps[0].avoid == Texts{"Arguing."});
}

TEST_CASE("A framework that does not spell its title is told which step is wrong") {
    CHECK(framework_problems_after("## Promise the next step", "## Be clear on the next step") ==
          Lines{"frameworks/help.md:24: error: The steps of HELP start with H, E, L and B; the "
                "fourth should start with P."});
    CHECK(
        framework_problems_after("## Promise the next step\n> I will call you on Monday.\n", "") ==
        Lines{"frameworks/help.md:2: error: The steps of HELP start with H, E and L; a step that "
              "starts with P is missing at the end."});
    CHECK(framework_problems_after("> I will call you on Monday.", "## Say goodbye") ==
          Lines{"frameworks/help.md:25: error: The steps of HELP start with H, E, L, P and S; the "
                "title has no letter for the fifth."});
}

TEST_CASE("A framework without steps, or with a title that is no acronym, is told so") {
    Folder folder = small_pack();
    folder.write("frameworks/help.md", "---\ntitle: HELP\ncode: green\n---\n");
    CHECK(
        folder.problems() ==
        Lines{"frameworks/help.md:2: error: This framework has no steps. Write a heading for each "
              "letter of HELP, as in ## Hear them out."});
    CHECK(framework_problems_after("title: HELP", "title: How we help at the desk") ==
          Lines{"frameworks/help.md:2: error: The title of a framework is its acronym, such as "
                "HELP, with at most 12 letters."});
}

TEST_CASE("A framework follows no other") {
    CHECK(framework_problems_after("code: green", "code: green\nframework: help") == kNothing);
    CHECK(framework_problems_after("code: green", "code: green\nframework: calm") ==
          Lines{"frameworks/help.md:4: error: A framework follows no other. Take the line "
                "framework: out."});
}

TEST_CASE("Dots, small letters and accents do not matter to the spelling") {
    Folder folder = small_pack();
    folder.replace("frameworks/help.md", "title: HELP", "title: H.\u00C9.l.p.");
    const cards::Pack pack = pack_of(folder);
    CHECK(letters(*pack.find("help")) == Lines{"H", "\u00C9", "l", "p"});
}

TEST_CASE("A situation that writes no step has all of its framework's") {
    const cards::Pack pack = pack_of(small_pack());
    const cards::Card& card = *pack.find("yelling-at-staff");
    CHECK(card.framework == "calm");
    CHECK(letters(card) == Lines{"C", "A", "L", "M"});
    CHECK(card.steps[1].say == Texts{"I can see this matters."});
    CHECK(card.steps[1].line == 0);
    CHECK(card.steps[1].say_lines.empty());
}

TEST_CASE(
    "A written step takes the place of the one of its title, and inherits what it leaves out") {
    const cards::Pack pack = pack_of(small_pack());
    const cards::Step& hear = pack.find("fine-dispute")->steps[0];
    CHECK(hear.title == "Hear them out");
    CHECK(hear.line == 11);
    CHECK(hear.say == Texts{"Tell me about the fine."});
    CHECK(hear.actions == Texts{"Put down what you are doing."});
    CHECK(hear.action_lines.empty());
    CHECK(hear.avoid == Texts{"Arguing."});
}

TEST_CASE("A written step of another title takes the place of the one of its letter") {
    const cards::Pack pack = pack_of(small_pack());
    const cards::Card& card = *pack.find("fine-dispute");
    CHECK(letters(card) == Lines{"H", "E", "L", "P"});
    const cards::Step& look = card.steps[2];
    CHECK(look.title == "Look it up together");
    CHECK(look.say == Texts{"Here is what we can do."});
    CHECK(look.actions == Texts{"Turn the screen so that both can see it."});
    CHECK(look.action_lines == std::vector<int>{15});
}

TEST_CASE("Steps keep the framework's order, whatever the order they are written in") {
    const cards::Pack pack = pack_of(with_card("## Promise\n> P.\n\n## HEAR THEM OUT!\n> H.\n"));
    const cards::Card& card = *pack.find("extra");
    CHECK(letters(card) == Lines{"H", "E", "L", "P"});
    CHECK(card.steps[0].say == Texts{"H."});
    CHECK(card.steps[3].say == Texts{"P."});
}

TEST_CASE("A step of the same title goes before one of the same letter") {
    Folder folder = small_pack();
    folder.write("frameworks/help.md", "---\ntitle: EBBS\ncode: green\n---\n## Ears\n> 1.\n\n"
                                       "## Be kind\n> 2.\n\n## Begin\n> 3.\n\n## Stop\n> 4.\n");
    folder.replace("situations/fine-dispute.md", "## Hear them out", "## Begin");
    folder.replace("situations/fine-dispute.md", "## Look it up together", "## Be quick");
    const cards::Pack pack = pack_of(folder);
    const cards::Card& card = *pack.find("fine-dispute");
    CHECK(card.steps[1].title == "Be quick");
    CHECK(card.steps[2].title == "Begin");
}

TEST_CASE("A step whose letter the framework lacks, or has no more of, is an error") {
    CHECK(
        with_card("## Zoom out\n> Z.\n").problems() ==
        Lines{"situations/extra.md:5: error: HELP has no step that starts with Z; its steps start "
              "with H, E, L and P. Rename this one, or move it."});
    CHECK(with_card("## Hear\n> a\n\n## Help\n> b\n").problems() ==
          Lines{"situations/extra.md:8: error: This card writes more steps that start with H than "
                "HELP has. Take one out, or give it another name."});
}

TEST_CASE("A situation may follow another framework than that of its code") {
    Folder folder = small_pack();
    folder.write("situations/extra.md",
                 "---\ntitle: Extra\ncode: green\nframework: rest\n---\n## Regroup\n- Breathe.\n");
    const cards::Pack pack = pack_of(folder);
    CHECK(letters(*pack.find("extra")) == Lines{"R", "E", "S", "T"});
}

TEST_CASE("What is wrong in a framework is not said again at its situations") {
    CHECK(
        framework_problems_after("title: HELP", "titel: HELP") ==
        Lines{"frameworks/help.md:2: error: There is no \"title\" here. Add a line such as title: "
              "Fine dispute",
              "frameworks/help.md:2: warning: \"titel\" is not a key that is known here, and is "
              "left out. Did you mean \"title\"?"});
}
