#include "cards/reader.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <vector>

using cards_test::Folder;
using cards_test::pack_of;
using cards_test::small_pack;
using Lines = std::vector<std::string>;

TEST_CASE("A pack is read with all that it says of itself") {
    const cards::Pack pack = pack_of(small_pack());
    CHECK(pack.id == "small");
    CHECK(pack.name == "Small pack");
    CHECK(pack.version == 3);
    CHECK(pack.locale == "en-US");
    CHECK(pack.site == "Riverside");
    CHECK(pack.desk.empty());
    CHECK(pack.address == "12 River St, east door");
    REQUIRE(pack.contacts.size() == 2);
    CHECK(pack.contacts[0].who == "Security");
    CHECK(pack.contacts[0].call == "ext. 199");
    CHECK(pack.board == Lines{"fine-dispute", "yelling-at-staff"});
}

TEST_CASE("What a code leaves out follows from its name and its colour") {
    const cards::Pack pack = pack_of(small_pack());
    const cards::CodeInfo& green = pack.info(cards::Code::green);
    CHECK(green.framework == "help");
    CHECK(green.tab == "Everyday");
    CHECK(green.link == "Everyday");
    CHECK(green.colour.empty());
    const cards::CodeInfo& yellow = pack.info(cards::Code::yellow);
    CHECK(yellow.tab == "Tense");
    CHECK(yellow.link == "It's getting tense");
    CHECK(pack.info(cards::Code::red).colour == "Crimson");
}

TEST_CASE("A card is read with all its keys, and knows where they stand") {
    const cards::Pack pack = pack_of(small_pack());
    const cards::Card* const card = pack.find("fine-dispute");
    REQUIRE(card != nullptr);
    CHECK(card->kind == cards::Card::Kind::situation);
    CHECK(card->title == "Fine or lost item dispute");
    CHECK(card->code == cards::Code::green);
    CHECK(card->framework == "help");
    CHECK(card->summary == "Someone does not want to pay.");
    CHECK(card->keywords == cards::Texts{"late fee", "overdue"});
    CHECK(card->reviewed == "2026-11-01");
    CHECK(card->review_by == "2027-11-01");
    CHECK(card->reviewer == "Ana");
    CHECK(card->file == "situations/fine-dispute.md");
    CHECK(card->lines.title == 2);
    CHECK(card->lines.keywords == 4);
    CHECK(card->lines.summary == 9);
    CHECK(pack.find("nothing") == nullptr);
}

TEST_CASE("Cards come frameworks first by code, then situations by title") {
    Folder folder = small_pack();
    folder.write("situations/a-last.md", "---\ntitle: \u00C9vacuation\ncode: red\n---\n");
    Lines ids;
    for (const cards::Card& card : pack_of(folder).cards) {
        ids.push_back(card.id);
    }
    CHECK(ids ==
          Lines{"help", "calm", "safe", "rest", "a-last", "fine-dispute", "yelling-at-staff"});
}

TEST_CASE("The order in which the files come changes nothing") {
    const Folder folder = small_pack();
    std::vector<cards::SourceFile> files = folder.files();
    std::ranges::reverse(files);
    const cards::Reading reading = cards::read_pack(files);
    REQUIRE(reading.pack.has_value());
    CHECK(reading.pack->cards.front().id == "help");
    CHECK(reading.problems.empty());
}

TEST_CASE("Colour and code words are read in any letter case") {
    Folder folder = small_pack();
    folder.replace("situations/fine-dispute.md", "code: green", "code: Green");
    CHECK(pack_of(folder).find("fine-dispute")->code == cards::Code::green);
}

TEST_CASE("Files from Windows editors are read like any others") {
    Folder folder = small_pack();
    std::string utf16 = "\xFF\xFE";
    const std::vector<cards::SourceFile> before = folder.files();
    for (const cards::SourceFile& file : before) {
        if (file.path == "pack.yaml") {
            for (const char c : file.bytes) {
                utf16 += c == '\n' ? std::string("\r\0\n\0", 4) : std::string{c, '\0'};
            }
        }
    }
    folder.write("pack.yaml", utf16);
    CHECK(pack_of(folder).name == "Small pack");
}

TEST_CASE("Hashes and format signs in a title are text") {
    Folder folder = small_pack();
    folder.replace("situations/fine-dispute.md", "title: Fine or lost item dispute",
                   "title: \"##%s ###%n fine\"");
    CHECK(pack_of(folder).find("fine-dispute")->title == "##%s ###%n fine");
}

TEST_CASE("A heading that repeats the title is left out with a warning") {
    Folder folder = small_pack();
    folder.replace("situations/fine-dispute.md", "Someone does",
                   "# Fine or lost item dispute\nSomeone does");
    CHECK(folder.problems() ==
          Lines{"situations/fine-dispute.md:9: warning: The title is already among the keys above. "
                "This heading is left out."});
    CHECK(folder.read().pack.has_value());
}

TEST_CASE("Quotation marks around something to say are taken off") {
    Folder folder = small_pack();
    folder.replace("situations/fine-dispute.md", "> Tell me about the fine.",
                   "> \u201CTell me.\u201D\n\n> \"Go on.\"\n\n> \"Yes\" or \"no\"?");
    const cards::Pack pack = pack_of(folder);
    CHECK(pack.find("fine-dispute")->steps[0].say ==
          cards::Texts{"Tell me.", "Go on.", "\"Yes\" or \"no\"?"});
}

TEST_CASE("There is a pack exactly if there is no error") {
    Folder folder = small_pack();
    folder.replace("pack.yaml", "site:", "sitte: x\nsite:");
    CHECK(folder.read().pack.has_value());
    CHECK(folder.problems() == Lines{"pack.yaml:6: warning: \"sitte\" is not a key that is known "
                                     "here, and is left out. Did you mean \"site\"?"});
    folder.replace("pack.yaml", "version: 3", "version: three");
    CHECK_FALSE(folder.read().pack.has_value());
}

TEST_CASE("A file full of mistakes gives a list that ends") {
    Folder folder = small_pack();
    std::string body = "---\ntitle: X\ncode: green\n---\n## Hear\n";
    for (int i = 0; i < 1000; ++i) {
        body += "words\n\n";
    }
    folder.write("situations/long.md", body);
    const Lines problems = folder.problems();
    REQUIRE(problems.size() == 51);
    CHECK(problems.front() ==
          "situations/long.md: warning: There is more to look at in this file: 950 problems not "
          "shown. Mend these first, then check again.");
}
