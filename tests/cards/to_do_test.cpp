#include "cards/to_do.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using cards::find_to_do;
using cards_test::Folder;
using cards_test::small_pack;
using Lines = std::vector<std::string>;

namespace {

std::string what(std::string_view text) {
    const auto mark = find_to_do(text);
    return mark ? mark->what : "";
}

} // namespace

TEST_CASE("A mark says what is still to be written") {
    CHECK(what("TODO: what staff say") == "what staff say");
    CHECK(what("TODO:what staff say.") == "what staff say");
    CHECK(what("todo: what staff say") == "what staff say");
    CHECK(what("Todo : what staff say") == "what staff say");
    CHECK(what("TODO ask Ana") == "ask Ana");
    CHECK(what("TODO - ask Ana") == "ask Ana");
    CHECK(what("(TODO: ask Ana") == "ask Ana");
    CHECK(what("TODO") == "what is missing here");
    CHECK(what("TODO: ") == "what is missing here");
}

TEST_CASE("What stands before a mark is kept") {
    const auto mark = find_to_do("L TODO: what the L stands for");
    REQUIRE(mark.has_value());
    CHECK(mark->before == "L");
    CHECK(mark->what == "what the L stands for");
    CHECK(find_to_do("TODO: x")->before.empty());
}

TEST_CASE("Words that look like a mark are none") {
    for (const std::string_view text :
         {"", "Todo está bien.", "todo", "Sobre todo: calma", "TODO EL MUNDO FUERA", "DEJE TODO",
          "TODOS: salgan", "MÉTODO: uno", "a to-do list", "Work through the TODO list",
          "TODOÉ: x"}) {
        CAPTURE(text);
        CHECK_FALSE(find_to_do(text).has_value());
    }
}

TEST_CASE("What is still to do on a card is said where it stands, and nothing else of it") {
    Folder folder = small_pack();
    folder.write("situations/fine-dispute.md", "---\n"
                                               "title: Fine or lost item dispute\n"
                                               "code: green\n"
                                               "keywords: [\"TODO: other words\", fine]\n"
                                               "reviewed: \"TODO: when it was read\"\n"
                                               "worse: \"TODO: a card\"\n"
                                               "---\n"
                                               "TODO: what happens here\n\n"
                                               "## Hear them out\n"
                                               "> TODO: what staff say\n\n"
                                               "- TODO: what staff do\n\n"
                                               "TODO: and more\n\n"
                                               "### TODO: what to avoid\n\n"
                                               "## Empathize TODO: another name\n"
                                               "## TODO: another step\n"
                                               "> Words.\n");
    const std::string file = "situations/fine-dispute.md:";
    CHECK(folder.problems() == Lines{file + "4: error: Still to do: other words.",
                                     file + "5: error: Still to do: when it was read.",
                                     file + "6: error: Still to do: a card.",
                                     file + "8: error: Still to do: what happens here.",
                                     file + "11: error: Still to do: what staff say.",
                                     file + "13: error: Still to do: what staff do.",
                                     file + "15: error: Still to do: and more.",
                                     file + "17: error: Still to do: what to avoid.",
                                     file + "19: error: Still to do: another name.",
                                     file + "20: error: Still to do: another step."});
    CHECK_FALSE(folder.read().pack.has_value());
    CHECK(folder.read().problems.front().to_do == "other words");
}

TEST_CASE("An acronym whose steps are still to be named has its letters, and can be followed") {
    Folder folder = small_pack();
    folder.replace("frameworks/help.md", "## Empathize", "## E TODO: what the E stands for");
    folder.replace("frameworks/help.md", "## Lay out options", "## TODO");
    CHECK(folder.problems() ==
          Lines{"frameworks/help.md:18: error: Still to do: what the E stands for.",
                "frameworks/help.md:21: error: Still to do: what is missing here."});
    folder.replace("frameworks/help.md", "## E TODO", "## A TODO");
    CHECK(folder.problems().size() == 3); // The letter is wrong, and that is said at once.
}

TEST_CASE("A card without a title or a code is not said to break anything else") {
    for (const std::string_view key : {"title: HELP", "code: green"}) {
        Folder folder = small_pack();
        folder.replace("frameworks/help.md", key,
                       std::string(key.substr(0, key.find(' '))) + " \"TODO: this\"");
        CHECK(folder.problems().size() == 1);
    }
}

TEST_CASE("What is still to do in pack.yaml and in a phrase is said once each") {
    Folder folder = small_pack();
    folder.replace("pack.yaml", "site: Riverside", "site: \"TODO: your library\"");
    folder.replace("pack.yaml", "call: ext. 199", "call: \"TODO: a number\"");
    folder.replace("pack.yaml", "version: 3", "version: TODO");
    folder.write("phrases/wait.md", "---\ntitle: Wait\n---\n## Spanish\n\nTODO: have it "
                                    "translated\n\n## TODO: another language\n\nWords.\n");
    CHECK(folder.problems() == Lines{"pack.yaml:4: error: Still to do: what is missing here.",
                                     "pack.yaml:6: error: Still to do: your library.",
                                     "pack.yaml:9: error: Still to do: a number.",
                                     "phrases/wait.md:6: error: Still to do: have it translated.",
                                     "phrases/wait.md:8: error: Still to do: another language."});
}

TEST_CASE("In a list to work through, each card has one entry, and says each thing once") {
    const auto to_do = [](std::string file, int line, const std::string& it) {
        return cards::Problem{
            .file = std::move(file), .line = line, .text = "Still to do: " + it + ".", .to_do = it};
    };
    const std::vector<cards::Problem> problems{
        to_do("pack.yaml", 1, "a"),
        to_do("pack.yaml", 2, "a"),
        to_do("situations/x.md", 3, "what staff say"),
        {.severity = cards::Severity::warning, .file = "situations/x.md", .line = 4, .text = "W."},
        to_do("situations/x.md", 5, "what staff say"),
        to_do("situations/x.md", 6, "what staff do"),
        to_do("situations/y.md", 7, "b")};
    CHECK(cards_test::lines_of(cards::to_do_list(problems)) ==
          Lines{"pack.yaml:1: error: Still to do: a.", "pack.yaml:2: error: Still to do: a.",
                "situations/x.md:3: error: Still to do in 3 places: what staff say; what staff do.",
                "situations/x.md:4: warning: W.", "situations/y.md:7: error: Still to do: b."});
    std::vector<cards::Problem> many;
    for (int i = 1; i <= 9; ++i) {
        many.push_back(to_do("situations/x.md", i, std::to_string(i)));
    }
    CHECK(cards_test::lines_of(cards::to_do_list(many)) ==
          Lines{"situations/x.md:1: error: Still to do in 9 places: 1; 2; 3; 4; 5; 6; and more."});
    CHECK(cards::to_do_list({}).empty());
}

TEST_CASE("A file with more marks than anybody reads gives a list that ends") {
    Folder folder = small_pack();
    std::string body = "---\ntitle: X\ncode: green\n---\n## Hear\n";
    for (int i = 0; i < 1000; ++i) {
        body += "TODO: more\n\n";
    }
    folder.write("situations/long.md", body);
    CHECK(folder.problems().size() == 51);
    CHECK_FALSE(folder.read().pack.has_value());
}
