#include "drop_library.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace fs = std::filesystem;
using glass_test::DropDesk;
using glass_test::kPin;
using glass_test::Library;
using support::Description;
using support::Ended;
using support::TempFolder;

TEST_CASE("cards that are not signed are shown, and used when the manager types her PIN",
          "[drop]") {
    const Library library;
    library.set_pin();
    DropDesk desk(library);
    library.bring();
    const Description review = desk.wait_for_screen("drop", "drop/use");
    CHECK(review.says("ext. 702"));
    CHECK_FALSE(review.at("drop/use").enabled);
    desk.type_pin("111222");
    desk.wait_for_words("That is not the PIN.");
    desk.type_pin();
    desk.wait_for_words("Version 2 is in use.");
    CHECK(library.run({"packs"}).out.contains("2\triverside\tin use"));
    desk.hands.key("Escape");
    desk.wait_for([&](const Description& it) {
        return it.screen == "board" && it.at("contacts").label.contains("ext. 702");
    });
}

TEST_CASE("signed cards go in by themselves where the configuration allows it", "[drop]") {
    const Library library("signed-goes-in: on\n");
    library.sign();
    DropDesk desk(library);
    library.bring();
    desk.wait_for_words("Version 2 is in use.");
}

TEST_CASE("signed cards take a tap where the configuration says nothing", "[drop]") {
    const Library library;
    library.sign();
    DropDesk desk(library);
    library.bring();
    const Description review = desk.wait_for_screen("drop", "drop/use");
    CHECK(review.says("head-office"));
    desk.tap("drop/use");
    desk.wait_for_words("Version 2 is in use.");
}

TEST_CASE("cards signed with a strange key are refused, whatever is typed", "[drop]") {
    const Library library;
    library.set_pin();
    library.sign();
    fs::remove(library.folder.path() / "etc/keys/head-office.pub");
    DropDesk desk(library);
    library.bring();
    const Description refused = desk.wait_for_screen("drop", "drop/leave");
    CHECK(refused.find("drop/use") == nullptr);
    CHECK(refused.find("pin/1") == nullptr);
    desk.type_pin();
    CHECK(library.run({"packs"}).out.contains("The starter pack"));
}

TEST_CASE("cards with an error are refused with file and line", "[drop]") {
    const Library library;
    library.folder.write("pack/situations/fight.md", "---\ntitle: Fight\ncode: orange\n---\nx\n");
    DropDesk desk(library);
    library.bring();
    desk.wait_for_words("situations/fight.md, line 3");
}

TEST_CASE("a picture that is none refuses the cards by its name", "[drop]") {
    const Library library;
    library.folder.write("pack/images/door.png", "\x89PNG\r\n\x1A\n and then nothing of use");
    DropDesk desk(library);
    library.bring();
    desk.wait_for_words("images/door.png");
    CHECK(desk.look().find("drop/use") == nullptr);
}

TEST_CASE("an update that comes while a card is read changes nothing on it", "[drop]") {
    const Library library("signed-goes-in: on\n");
    library.sign();
    DropDesk desk(library);
    desk.hands.key("2");
    const Description before = desk.wait_for_screen("card");
    library.bring();
    support::wait_until([&] { return library.run({"packs"}).out.contains("2\triverside"); });
    const Description after = desk.wait_for_screen("card", "drop/open");
    CHECK(after.card == before.card);
    CHECK(after.at("contacts").label.contains("ext. 199"));
    for (const auto& step : {"step/1", "step/2", "step/3", "step/4"}) {
        CHECK(after.at(step).label == before.at(step).label);
        CHECK(after.at(step).y == before.at(step).y);
    }
    desk.hands.key("Escape");
    desk.wait_for([](const Description& it) {
        return it.screen == "board" && it.at("contacts").label.contains("ext. 702");
    });
}

TEST_CASE("looking at the cards first uses nothing", "[drop]") {
    const Library library;
    DropDesk desk(library);
    library.bring();
    desk.wait_for_screen("drop", "drop/look");
    desk.tap("drop/look");
    desk.wait_for_screen("board", "drop/back");
    desk.hands.key("F1");
    desk.wait_for_screen("card", "drop/back");
    CHECK_FALSE(library.numbers().contains("ext. 702"));
    CHECK(library.numbers().contains("ext. 199"));
    desk.tap("drop/back");
    desk.wait_for_screen("drop", "drop/leave");
    desk.tap("drop/leave");
    const Description board = desk.wait_for_screen("board");
    CHECK(board.at("contacts").label.contains("ext. 199"));
    CHECK(library.run({"packs"}).out.contains("The starter pack"));
}

TEST_CASE("the way of a stick can be gone without one, and back again", "[drop]") {
    const Library library;
    library.set_pin();
    CHECK(library.run({"install", library.pack}, "000111\\n").exit_code == 3);
    CHECK(library.run({"install", library.pack}, "493817\\n").exit_code == 0);
    library.write_version(3);
    CHECK(library.run({"install", library.pack}, "493817\\n").exit_code == 0);
    CHECK(library.run({"packs"}).out == "3\triverside\tin use\n2\triverside\n");
    DropDesk desk(library);
    CHECK(desk.look().at("contacts").label.contains("ext. 703"));
    CHECK(library.run({"rollback"}, "493817\\n").exit_code == 0);
    desk.wait_for_words("Version 2 is in use.");
    // The same again is nothing to do; an older one takes the PIN.
    library.write_version(2);
    const Ended same = library.run({"install", library.pack});
    CHECK(same.exit_code == 0);
    CHECK(same.err.contains("in use already"));
    library.write_version(1);
    const Ended older = library.run({"install", library.pack}, "\\n");
    CHECK(older.exit_code == 3);
    CHECK(older.err.contains("Older than version 3"));
}

TEST_CASE("a running desk shows what another process puts into use", "[drop]") {
    const Library library;
    library.set_pin();
    DropDesk desk(library);
    CHECK(library.run({"install", library.pack}, "493817\\n").exit_code == 0);
    desk.wait_for_words("Version 2 is in use.");
}

TEST_CASE("a bit that is flipped in the store later is noticed at the start", "[drop]") {
    const Library library;
    library.set_pin();
    REQUIRE(library.run({"install", library.pack}, "493817\\n").exit_code == 0);
    library.write_version(3);
    REQUIRE(library.run({"install", library.pack}, "493817\\n").exit_code == 0);
    const fs::path active =
        library.state / "packs" / fs::read_symlink(library.state / "packs/active");
    std::fstream card(active / "files/situations/fight.md", std::ios::in | std::ios::out);
    card.seekp(100);
    card.put('#');
    card.close();
    DropDesk desk(library);
    const Description board = desk.wait_for_screen("board", "notice");
    CHECK(board.at("notice").label.contains("fight.md"));
    CHECK(board.at("contacts").label.contains("ext. 702"));
}

TEST_CASE("a pack with which the desk dies twice is put aside", "[drop]") {
    const Library library;
    library.set_pin();
    REQUIRE(library.run({"install", library.pack}, "493817\\n").exit_code == 0);
    // As after two starts that ended before the first frame.
    library.folder.write("state/starts", "2");
    DropDesk desk(library);
    const Description board = desk.wait_for_screen("board", "notice");
    CHECK(board.at("notice").label.contains("failed to start with version 2"));
    CHECK(board.at("contacts").label.contains("ext. 199"));
}

TEST_CASE("going back says so at once, and forgets nothing that is on offer", "[drop]") {
    const Library library;
    library.set_pin();
    REQUIRE(library.run({"install", library.pack}, "493817\\n").exit_code == 0);
    library.write_version(3);
    REQUIRE(library.run({"install", library.pack}, "493817\\n").exit_code == 0);
    DropDesk desk(library);
    library.write_version(4);
    library.bring();
    CHECK(desk.wait_for_screen("drop", "drop/use").says("now on the desk: 3"));
    desk.tap("menu");
    desk.wait_for_screen("menu");
    desk.tap("menu/packs");
    const Description packs = desk.wait_for_screen("packs");
    const auto back = std::ranges::find_if(
        packs.targets, [](const auto& it) { return it.id.starts_with("packs/back/"); });
    REQUIRE(back != packs.targets.end());
    desk.tap(back->id);
    desk.wait_for_screen("pin");
    desk.type_pin();
    desk.wait_for([](const Description& it) {
        return it.screen == "drop" && it.says("Version 2 is in use again.");
    });
    desk.tap("drop/leave");
    desk.wait_for_screen("board", "drop/open");
    desk.tap("drop/open");
    CHECK(desk.wait_for_screen("drop", "drop/use").says("now on the desk: 2"));
}

TEST_CASE("who guesses the PIN reads how long to wait, and can type nothing meanwhile", "[drop]") {
    const Library library;
    library.set_pin();
    DropDesk desk(library);
    library.bring();
    desk.wait_for_screen("drop", "drop/use");
    for (int i = 0; i < 3; ++i) {
        desk.type_pin("11122" + std::to_string(i));
        desk.wait_for_words("That is not the PIN.");
    }
    desk.wait_for_words("Wait 30 seconds.");
    desk.type_pin();
    const Description waits = desk.wait_for_words("Wait 20 seconds.");
    CHECK_FALSE(waits.at("pin/4").enabled);
    desk.hands.key("Escape");
    desk.wait_for_screen("board", "drop/open");
    desk.tap("drop/open");
    desk.wait_for_words("Wait");
    CHECK(library.run({"packs"}).out.contains("The starter pack"));
}

TEST_CASE("of two sticks at once the second waits until the first is settled and read", "[drop]") {
    const TempFolder second;
    Library library("signed-goes-in: off\n", second.path().string());
    library.sign();
    DropDesk desk(library);
    library.bring();
    CHECK(desk.wait_for_screen("drop", "drop/use").says("version 2"));
    library.write_version(3);
    library.sign();
    fs::copy(library.pack, second.path() / "deskcards", fs::copy_options::recursive);
    support::wait_until([] { return false; }, std::chrono::seconds(2)); // it comes to rest
    CHECK(desk.look().says("version 2"));
    desk.tap("drop/use");
    desk.wait_for_words("Version 2 is in use.");
    support::wait_until([] { return false; }, std::chrono::seconds(1));
    CHECK(desk.look().says("Version 2 is in use."));
    desk.tap("drop/leave");
    desk.wait_for_screen("board", "drop/open");
    desk.tap("drop/open");
    CHECK(desk.wait_for_screen("drop", "drop/use").says("version 3"));
}

TEST_CASE("cards that a command puts into use end what was on offer", "[drop]") {
    const Library library;
    library.set_pin();
    DropDesk desk(library);
    library.bring();
    desk.wait_for_screen("drop", "drop/use");
    library.write_version(5);
    REQUIRE(library.run({"install", library.pack}, "493817\\n").exit_code == 0);
    desk.wait_for_words("Version 5 is in use.");
    desk.tap("drop/leave");
    CHECK(desk.wait_for_screen("board").find("drop/open") == nullptr);
}

TEST_CASE("a first PIN that is not wanted is never asked for again", "[drop]") {
    const Library library;
    library.folder.write("etc/deskcards.yaml", "clock: off\nask-for-first-pin: on\n");
    {
        DropDesk desk(library);
        desk.wait_for_screen("board", "pin/first");
        desk.tap("pin/first/close");
        const Description told = desk.wait_for_screen("board", "drop/open");
        CHECK(told.at("drop/open").label.contains("deskcards pin"));
    }
    DropDesk desk(library);
    CHECK(desk.look().find("pin/first") == nullptr);
}

TEST_CASE("the first PIN is set on the glass, typed twice", "[drop]") {
    Library library;
    std::ofstream(library.config, std::ios::app) << "";
    library.folder.write("etc/deskcards.yaml", "clock: off\nask-for-first-pin: on\n");
    DropDesk desk(library);
    desk.wait_for_screen("board", "pin/first");
    desk.tap("pin/first");
    desk.wait_for_screen("pin");
    desk.type_pin();
    desk.wait_for_words("once more");
    desk.type_pin();
    desk.wait_for([](const Description& it) {
        return it.screen == "board" && it.find("pin/first") == nullptr;
    });
    CHECK(library.run({"pin"}, "000000\\n").exit_code == 1);
    CHECK(library.run({"pin"}, "493817\\n720461\\n720461\\n").exit_code == 0);
}

TEST_CASE("the cards can be copied out, ready to edit", "[drop]") {
    const Library library;
    library.set_pin();
    DropDesk desk(library);
    library.bring(); // the stick that they are copied to
    desk.wait_for_screen("drop", "drop/leave");
    desk.tap("drop/leave");
    desk.wait_for_screen("board");
    desk.ask_for_copy();
    desk.wait_for([](const Description& it) {
        return it.screen == "drop" && it.says("in the folder deskcards-2");
    });
    CHECK(fs::exists(library.drop / "deskcards-how-to.txt"));
    const Ended check = library.run({"check", library.drop / "deskcards-2"});
    INFO(check.out << desk.child.err());
    CHECK(check.exit_code == 0);
    CHECK(check.out == "44 of 44 situations have a card.\n");
}

TEST_CASE("a kiosk takes sticks that its service has copied, without seeing them", "[drop]") {
    const Library library;
    library.set_pin();
    const fs::path spool = library.folder.path() / "spool";
    const fs::path stick = library.folder.path() / "stick";
    fs::create_directories(spool);
    fs::create_directories(stick);
    const auto plug_in = [&](const std::string& name) {
        return library.run({"spool", spool, name, stick}).exit_code;
    };
    DropDesk desk(library, {"--spool", spool});

    CHECK(plug_in("sda1") == 0); // nothing for the desk on it
    CHECK(desk.look().screen == "board");
    CHECK(fs::is_empty(spool / "sda1"));

    fs::copy(library.pack, stick / "DESKCARDS", fs::copy_options::recursive);
    CHECK(plug_in("sdb1") == 0);
    desk.wait_for_screen("drop", "drop/use");
    CHECK(library.run({"spool", spool, "sdb1"}).exit_code == 0); // pulled out
    CHECK_FALSE(fs::exists(spool / "sdb1"));
    desk.type_pin();
    desk.wait_for_words("Version 2 is in use.");
    desk.hands.key("Escape");
    desk.wait_for_screen("board");

    CHECK(library.run({"spool", spool, "../out", stick}).exit_code == 1);
    for (const char* const name : {"sdc1", "sdd1", "sde1"}) {
        CHECK(plug_in(name) == 0);
    }
    const Ended full = library.run({"spool", spool, "sdf1", stick});
    CHECK(full.exit_code == 1);
    CHECK(full.err.contains("too many sticks"));
    desk.wait_for_screen("board", "drop/open");
    desk.tap("drop/open");
    desk.wait_for_words("too many sticks");
    desk.hands.key("Escape");
    desk.wait_for_screen("board");

    fs::remove_all(spool / "sdc1");
    CHECK(library.run({"spool", spool, "sdg1", stick / "no such stick"}).exit_code == 1);
    desk.wait_for_screen("board", "drop/open");
    desk.tap("drop/open");
    desk.wait_for_words("could not be read to its end");
}

TEST_CASE("a kiosk has its service write the cards to a stick that it does not see", "[drop]") {
    const Library library;
    library.set_pin();
    library.folder.write("etc/deskcards.yaml", "clock: off\nask-for-first-pin: off\n");
    const fs::path spool = library.folder.path() / "spool";
    const fs::path outgoing = library.folder.path() / "outgoing";
    const fs::path stick = library.folder.path() / "stick";
    for (const fs::path& folder : {spool, outgoing, stick}) {
        fs::create_directories(folder);
    }
    // As the unit does when the desk asks; without a stick it was pulled out.
    const auto serve = [&](const std::string& mounted) {
        REQUIRE(support::wait_until([&] { return fs::exists(outgoing / "sdb1"); }));
        const int written = library.run({"hand-out", outgoing, "sdb1", mounted}).exit_code;
        CHECK(library.run({"hand-out", outgoing, "sdb1"}).exit_code == 0);
        return written;
    };
    DropDesk desk(library, {"--spool", spool, "--outgoing", outgoing});
    desk.wait_for_screen("board");
    desk.ask_for_copy();
    desk.wait_for_words("There is no stick.");
    desk.hands.key("Escape");
    desk.wait_for_screen("board");

    CHECK(library.run({"spool", spool, "sdb1", stick}).exit_code == 0);
    desk.ask_for_copy();
    CHECK(serve(stick) == 0);
    desk.wait_for_words("in the folder deskcards.");
    CHECK(fs::exists(stick / "deskcards-how-to.txt"));
    CHECK(library.run({"check", stick / "deskcards"}).out == "44 of 44 situations have a card.\n");
    CHECK(support::wait_until([&] { return fs::is_empty(outgoing); }));

    desk.hands.key("Escape");
    desk.wait_for_screen("board");
    desk.ask_for_copy();
    CHECK(serve(stick / "gone") == 1);
    desk.wait_for_words("Nothing could be written to the stick.");
    CHECK(library.run({"hand-out", outgoing, "../sdb1", stick}).exit_code == 1);
}

TEST_CASE("cards are written to a stick rather than to a drop folder", "[drop]") {
    const Library library;
    library.set_pin();
    const fs::path spool = library.folder.path() / "spool";
    const fs::path outgoing = library.folder.path() / "outgoing";
    fs::create_directories(outgoing);
    fs::create_directories(spool / "sdb1");
    DropDesk desk(library, {"--spool", spool, "--outgoing", outgoing});
    library.bring(); // the folder comes last
    desk.wait_for_screen("drop", "drop/leave");
    desk.tap("drop/leave");
    desk.wait_for_screen("board");
    desk.ask_for_copy();
    CHECK(support::wait_until([&] { return fs::exists(outgoing / "sdb1"); }));
    CHECK_FALSE(fs::exists(library.drop / "deskcards-2"));
}

TEST_CASE("cards that are announced and never come do not leave the glass waiting", "[drop]") {
    const Library library;
    const fs::path spool = library.folder.path() / "spool";
    fs::create_directories(spool);
    DropDesk desk(library, {"--spool", spool});
    fs::create_directories(spool / "sdb1.reading");
    desk.wait_for([](const Description& it) {
        return it.find("drop/open") != nullptr || it.screen == "drop";
    });
    fs::rename(spool / "sdb1.reading", spool / "sdb1"); // with nothing in it
    desk.wait_for_words("These cards could not be copied");
}
