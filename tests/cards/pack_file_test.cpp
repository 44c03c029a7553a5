#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>
#include <vector>

using cards_test::Folder;
using cards_test::kNothing;
using cards_test::small_pack;
using Lines = std::vector<std::string>;

namespace {

/// What the small pack reports after one change of its pack.yaml.
Lines problems_after(std::string_view from, std::string_view to) {
    return small_pack().replace("pack.yaml", from, to).problems();
}

} // namespace

TEST_CASE("A pack without pack.yaml is told what to do") {
    CHECK(small_pack().remove("pack.yaml").problems() ==
          Lines{"error: There is no pack.yaml. A pack needs this file to say its name, its version "
                "and its codes; copy the one of the starter pack and change it."});
    CHECK(Folder().problems().size() == 1);
}

TEST_CASE("A pack.yaml with a hidden ending is found") {
    Folder folder = small_pack().remove("pack.yaml");
    folder.write("pack.yaml.txt", "format: 1\n");
    CHECK(folder.problems().front() ==
          "error: There is no pack.yaml. Rename \"pack.yaml.txt\" to pack.yaml; Windows may hide "
          "the end of its name.");
}

TEST_CASE("A pack one folder down is pointed at") {
    Folder folder;
    folder.write("starter/pack.yaml", "format: 1\n");
    CHECK(folder.problems().front() ==
          "error: There is no pack.yaml here, but there is one in \"starter\". Use that folder.");
}

TEST_CASE("The format must be there and known") {
    CHECK(problems_after("format: 1\n", "") ==
          Lines{"pack.yaml:1: error: There is no \"format\" here. Add a line such as format: 1"});
    CHECK(problems_after("format: 1", "format: 2") ==
          Lines{"pack.yaml:1: error: This pack is of format \"2\"; this program reads format 1. "
                "Update the program, or write format: 1."});
    CHECK(problems_after("format: 1", "format: new") ==
          Lines{"pack.yaml:1: error: The format should be 1; here it is \"new\"."});
}

TEST_CASE("A version is a whole number from 1 that computers can count with") {
    for (const std::string_view bad : {"0", "-1", "1.5", "one", "+1", "1e3", "0x10"}) {
        CHECK(problems_after("version: 3", "version: " + std::string(bad)) ==
              Lines{"pack.yaml:4: error: The version should be a whole number from 1 that grows "
                    "with every change; here it is \"" +
                    std::string(bad) + "\"."});
    }
    for (const std::string_view large :
         {"9007199254740993", "9223372036854775808", "18446744073709551616"}) {
        CHECK(problems_after("version: 3", "version: " + std::string(large)) ==
              Lines{"pack.yaml:4: error: The version is too large. Use small numbers: 1, then 2, "
                    "then 3."});
    }
    CHECK(problems_after("version: 3", "version: 9007199254740992") == kNothing);
}

TEST_CASE("An id has small letters, digits and hyphens") {
    CHECK(problems_after("id: small", "id: My Library!") ==
          Lines{"pack.yaml:2: error: The id may have small letters, digits and hyphens only; here "
                "it is \"My Library!\". Write \"my-library\"."});
    CHECK(problems_after("id: small", "id: ../../etc").size() == 1);
}

TEST_CASE("The locale is a language tag") {
    CHECK(problems_after("locale: en-US", "locale: zh-Hans-CN") == kNothing);
    CHECK(problems_after("locale: en-US", "locale: English") ==
          Lines{"pack.yaml:5: error: The locale is a language and a country, such as en-US; here "
                "it is \"English\"."});
    CHECK(problems_after("locale: en-US", "locale: en_US").size() == 1);
}

TEST_CASE("Between one and six contacts are needed, each with a name and a number") {
    CHECK(problems_after("contacts:", "contact:") ==
          Lines{"pack.yaml:1: error: There are no contacts. Write whom to call, one to six, each "
                "with who and call, as in - {who: Security, call: ext. 199}",
                "pack.yaml:7: warning: \"contact\" is not a key that is known here, and is left "
                "out. Did you mean \"contacts\"?"});
    CHECK(
        problems_after("    call: ext. 199\n", "") ==
        Lines{"pack.yaml:8: error: There is no \"call\" here. Add a line such as call: ext. 199"});
    std::string seven = "contacts:\n";
    for (int i = 0; i < 5; ++i) {
        seven += "  - {who: A, call: B}\n";
    }
    CHECK(problems_after("contacts:\n", seven) ==
          Lines{"pack.yaml:7: error: There are 7 contacts; at most 6 fit. Keep those that matter "
                "most."});
    CHECK(problems_after("- who: Security\n    call: ext. 199", "- Security ext. 199") ==
          Lines{"pack.yaml:8: error: A contact needs who and call, as in - {who: Security, call: "
                "ext. 199}"});
}

TEST_CASE("All four codes are needed, and no others") {
    CHECK(problems_after("  blue:", "  purple:") ==
          Lines{"pack.yaml:13: error: The code \"blue\" is missing. All four are needed.",
                "pack.yaml:19: error: There is no code \"purple\". The four are green, yellow, red "
                "and blue."});
    CHECK(problems_after("  blue: {framework: rest, name: Afterwards}\n", "") ==
          Lines{"pack.yaml:13: error: The code \"blue\" is missing. All four are needed."});
    CHECK(problems_after("  blue:", "  Red:").size() == 2);
    CHECK(
        problems_after("{framework: rest, name: Afterwards}", "rest") ==
        Lines{"pack.yaml:19: error: The code \"blue\" needs at least a framework and a name below "
              "it, indented."});
}

TEST_CASE("A code without a framework is an error") {
    CHECK(problems_after("    framework: help\n", "") ==
          Lines{"pack.yaml:15: error: There is no \"framework\" here. Add a line such as "
                "framework: help"});
}

TEST_CASE("A code leads to a framework of its own code") {
    CHECK(
        problems_after("framework: help", "framework: halp") ==
        Lines{"pack.yaml:15: error: The code \"green\" names \"halp\", but there is no such card. "
              "Did you mean \"help\"?"});
    CHECK(problems_after("framework: help", "framework: fine-dispute") ==
          Lines{"pack.yaml:15: error: The code \"green\" names \"fine-dispute\", which is a "
                "situation. Name a card of the folder frameworks."});
    CHECK(problems_after("framework: help", "framework: rest") ==
          Lines{"pack.yaml:15: error: The code \"green\" names \"rest\", but that card says code: "
                "blue. Change one of the two."});
}

TEST_CASE("The board names up to twelve cards that are there, each once") {
    CHECK(problems_after("board: [fine-dispute, yelling-at-staff]", "") ==
          Lines{"pack.yaml: warning: The board is empty. Write board: and a list of up to twelve "
                "cards, the most used first."});
    CHECK(problems_after("fine-dispute, yelling-at-staff", "fine-disput, help") ==
          Lines{"pack.yaml:20: error: The board names \"fine-disput\", but there is no such card. "
                "Did you mean \"fine-dispute\"?"});
    CHECK(problems_after("fine-dispute, yelling-at-staff", "help, help") ==
          Lines{"pack.yaml:20: error: \"help\" is on the board twice. Take one out."});
    CHECK(problems_after("[fine-dispute, yelling-at-staff]",
                         "[a, b, c, d, e, f, g, h, i, j, k, l, m]") ==
          Lines{"pack.yaml:20: error: \"board\" has 13 entries; at most 12 fit. Take some out."});
    CHECK(problems_after("[fine-dispute, yelling-at-staff]", "fine-dispute, yelling-at-staff") ==
          kNothing);
}

TEST_CASE("Texts that no panel can show are refused") {
    CHECK(problems_after("name: Small pack", "name: " + std::string(81, 'x')) ==
          Lines{"pack.yaml:3: error: \"name\" is 81 characters long; at most 80 fit. Shorten it."});
    CHECK(problems_after("name: Everyday", "name: " + std::string(31, 'x')).size() == 1);
}

TEST_CASE("A list where a text belongs is refused, and a text with keys, too") {
    CHECK(problems_after("site: Riverside", "site: [Riverside, East]") ==
          Lines{"pack.yaml:6: error: \"site\" should be one text on the same line, not a list or "
                "keys of its own."});
    CHECK(problems_after("board: [fine-dispute, yelling-at-staff]", "board: {a: b}") ==
          Lines{"pack.yaml:20: error: \"board\" should be a list: [one, two, three]."});
}
