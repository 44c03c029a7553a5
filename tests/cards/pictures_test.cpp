#include "support.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>
#include <vector>

using cards::Card;
using cards::Pack;
using cards_test::Folder;
using cards_test::kNothing;
using cards_test::pack_of;
using cards_test::small_pack;

namespace {

using Lines = std::vector<std::string>;

constexpr const char* kFine = "situations/fine-dispute.md";
constexpr const char* kHelp = "frameworks/help.md";

/// The small pack with pictures of these names.
Folder pack_with(const std::vector<std::string>& pictures = {"images/door.png"}) {
    Folder folder = small_pack();
    for (const std::string& picture : pictures) {
        folder.write(picture, "");
    }
    return folder;
}

/// The pack with this in the first step of the fine's card, whose line is 15 then.
Folder in_step(Folder folder, const std::string& markdown) {
    return folder.replace(kFine, "together\n", "together\n" + markdown + "\n\n");
}

Folder in_summary(Folder folder, const std::string& markdown) {
    return folder.replace(kFine, "## Hear them", markdown + "\n\n## Hear them");
}

const cards::Step& look_it_up(const Pack& pack) {
    return pack.find("fine-dispute")->steps.at(2);
}

} // namespace

TEST_CASE("A picture in a step is that step's") {
    const Pack pack = pack_of(in_step(pack_with(), "![The way out](images/door.png)"));
    const auto& picture = look_it_up(pack).picture;
    REQUIRE(picture.has_value());
    CHECK(picture->file == "images/door.png");
    CHECK(picture->words == "The way out");
    CHECK(picture->line == 15);
    CHECK_FALSE(pack.find("fine-dispute")->picture.has_value());
    CHECK(cards::pictures_of(pack) == Lines{"images/door.png"});
}

TEST_CASE("A picture before the first step is the card's") {
    const Pack pack = pack_of(in_summary(pack_with(), "![The way out](images/door.png)"));
    const Card& card = *pack.find("fine-dispute");
    REQUIRE(card.picture.has_value());
    CHECK(card.picture->file == "images/door.png");
    CHECK_FALSE(look_it_up(pack).picture.has_value());
}

TEST_CASE("A picture among other words leaves them as they are") {
    const Pack pack =
        pack_of(in_step(pack_with(), "- Show ![the *way* &amp; door](images/door.png) to them."));
    CHECK(look_it_up(pack).actions.front() == "Show to them.");
    CHECK(look_it_up(pack).picture->words == "the way & door");
}

TEST_CASE("A picture is found from where the card's file lies, too") {
    const std::string target = GENERATE("images/way out.png", "../images/way%20out.png",
                                        "./images/way%20out.png", "images\\way%20out.png");
    const std::string markdown =
        target.find(' ') == std::string::npos ? "![w](" + target + ")" : "![w](<" + target + ">)";
    const Pack pack = pack_of(in_step(pack_with({"images/way out.png"}), markdown));
    CHECK(look_it_up(pack).picture->file == "images/way out.png");
}

TEST_CASE("A situation's step has its framework's picture unless it has its own") {
    const std::string card_picture = "![Desk](images/desk.jpg)\n\n## Hear";
    const Pack of_card =
        pack_of(in_step(pack_with({"images/door.png", "images/desk.jpg"}), "![w](images/door.png)")
                    .replace(kHelp, "## Hear", card_picture));
    CHECK(of_card.find("help")->picture.has_value());
    CHECK_FALSE(of_card.find("fine-dispute")->picture.has_value());

    Folder steps = pack_with({"images/door.png", "images/desk.jpg"});
    steps.replace(kHelp, "## Empathize\n", "## Empathize\n![Desk](images/desk.jpg)\n");
    const Pack inherited = pack_of(in_step(steps, "![w](images/door.png)"));
    const Card& card = *inherited.find("fine-dispute");
    CHECK(card.steps.at(1).picture->file == "images/desk.jpg");
    CHECK(card.steps.at(1).picture->line == 0);
    CHECK(inherited.find("help")->steps.at(1).picture->line > 0);
    CHECK(card.steps.at(2).picture->file == "images/door.png");
}

TEST_CASE("A picture that is not there is an error that names the nearest") {
    CHECK(in_step(pack_with(), "![w](images/dor.png)").problems() ==
          Lines{"pack.yaml: warning: No card shows the picture \"images/door.png\". Take out what "
                "is not needed, or show it on a card as in ![The way out](images/door.png).",
                "situations/fine-dispute.md:15: error: There is no picture \"images/dor.png\" in "
                "the pack. Did you mean \"images/door.png\"?"});
}

TEST_CASE("A picture from anywhere but the pack is refused") {
    const std::string target =
        GENERATE("http://example.org/images/door.png", "https://example.org/x.png",
                 "file:///etc/x.png", "javascript:alert(1).png", "data:image/png;base64,AAAA.png",
                 "C:\\images\\door.png", "//example.org/door.png", "HTTP://example.org/x.png");
    const Lines problems = in_step(small_pack(), "![w](" + target + ")").problems();
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().starts_with("situations/fine-dispute.md:15: error: A card shows "
                                       "pictures from its own pack only, not \""));
}

TEST_CASE("A picture outside the folder images is refused with where to put it") {
    const std::string target =
        GENERATE("door.png", "../door.png", "/images/../door.png", "../../images/door.png",
                 "images/../door.png", "situations/door.png", "/etc/door.png");
    const Lines problems = in_step(small_pack(), "![w](" + target + ")").problems();
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().contains("error: Pictures lie in the folder images, unlike \""));
    CHECK(problems.front().ends_with("write \"images/door.png\"."));
}

TEST_CASE("A picture of another kind is refused by its name") {
    const std::string name = GENERATE("door.gif", "door.svg", "door.webp", "door.bmp", "door.ttf");
    CHECK(in_step(small_pack(), "![w](images/" + name + ")").problems() ==
          Lines{"situations/fine-dispute.md:15: error: The desk shows pictures that are PNG or "
                "JPEG files, not \"images/" +
                name + "\". Save it as PNG, and write its new name here."});
}

TEST_CASE("A picture without a file is refused") {
    CHECK(in_step(small_pack(), "![w]()").problems() ==
          Lines{"situations/fine-dispute.md:15: error: This picture names no file. Write it as in "
                "![The way out](images/door.png)."});
}

TEST_CASE("A picture without words is a warning") {
    const Folder folder = in_step(pack_with(), "![](images/door.png)");
    CHECK(folder.problems() ==
          Lines{"situations/fine-dispute.md:15: warning: This picture has no words for those who "
                "do not see it. Write them between the brackets, as in ![The way "
                "out](images/door.png)."});
    CHECK(folder.read().pack.has_value());
}

TEST_CASE("A step shows one picture, and so does a card") {
    const std::string two = "![a](images/door.png)\n\n![b](images/door.png)";
    CHECK(in_step(pack_with(), two).problems() ==
          Lines{"situations/fine-dispute.md:17: error: This step has two pictures, and one is "
                "shown. Take one out."});
    CHECK(in_summary(pack_with(), two).problems().size() == 1);
}

TEST_CASE("Many pictures that no card shows are one warning") {
    std::vector<std::string> many;
    for (int i = 0; i < 500; ++i) {
        many.push_back("images/" + std::to_string(i) + ".png");
    }
    CHECK(pack_with(many).problems() ==
          Lines{"pack.yaml: warning: No card shows 500 pictures, among them \"images/0.png\". Take "
                "out what is not needed, or show it on a card as in ![The way "
                "out](images/door.png)."});
}

TEST_CASE("What systems leave among the pictures is none") {
    CHECK(pack_with({"images/._door.png", "images/Thumbs.db", "images/.hidden/a.png"}).problems() ==
          kNothing);
}

TEST_CASE("Words of a picture are as safe as any others") {
    const Lines problems = in_step(pack_with(), "![a&#x202E;b](images/door.png)").problems();
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().contains("a hidden character that turns the reading order (U+202E)"));
}
