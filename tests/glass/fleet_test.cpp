#include "drop_library.h"
#include "support/speech_server.h"

#include <catch2/catch_test_macros.hpp>

#include <csignal>
#include <fstream>
#include <string>

namespace fs = std::filesystem;
using glass_test::DropDesk;
using glass_test::Library;
using support::Description;
using support::Ended;

namespace {

constexpr const char* kAlone = "signed-goes-in: on\ndesk-name: oakwood-1\n";

/// A library system with a key for packs, and one in a safe that takes back.
struct System : Library {
    explicit System(const std::string& settings = "") : Library(kAlone + settings) {
        sign();
        fs::create_directories(folder.path() / "etc/keys/revocation");
        REQUIRE(support::run_to_end({"minisign", "-G", "-W", "-f", "-p",
                                     folder.path() / "etc/keys/revocation/safe.pub", "-s",
                                     folder.path() / "safe.key"})
                    .exit_code == 0);
    }
    void publish(int version, const std::string& more = "") const {
        write_version(version);
        std::ofstream(pack / "pack.yaml", std::ios::app) << more;
        sign();
        bring();
    }
    /// Puts a signed list beside the cards.
    void take_back(const std::string& list) const {
        folder.write("deskcards-revoked", list);
        const fs::path file = folder.path() / "deskcards-revoked";
        REQUIRE(
            support::run_to_end({"minisign", "-S", "-s", folder.path() / "safe.key", "-m", file})
                .exit_code == 0);
        for (const char* name : {"deskcards-revoked", "deskcards-revoked.minisig"}) {
            fs::copy_file(folder.path() / name, drop / name, fs::copy_options::overwrite_existing);
        }
    }
    std::string packs() const { return run({"packs"}).out; }
};

bool waits(const Description& it) {
    return it.says("Waiting for the rest");
}

} // namespace

TEST_CASE("cards that have not all arrived are waited for, and go in once they have", "[fleet]") {
    const System system("drop-patience-minutes: 10\n");
    DropDesk desk(system);
    fs::copy(system.pack, system.drop / "deskcards", fs::copy_options::recursive);
    const fs::path held = system.drop / "deskcards/situations/fight.md";
    fs::rename(held, system.folder.path() / "held.md");
    const Description waiting = desk.wait_for(waits);
    CHECK(waiting.screen == "board"); // nobody is disturbed by it
    CHECK(system.packs().contains("The starter pack"));
    desk.tap("drop/open");
    const Description said = desk.wait_for_screen("drop", "drop/leave");
    CHECK(said.says("files are here"));
    desk.tap("drop/leave");
    desk.wait_for_screen("board");
    fs::rename(system.folder.path() / "held.md", held);
    desk.wait_for_words("Version 2 is in use.");
}

TEST_CASE("cards that were changed after they were sealed are refused in the end", "[fleet]") {
    const System system;
    DropDesk desk(system);
    std::ofstream(system.pack / "situations/fight.md", std::ios::app) << "more\n";
    system.bring();
    desk.wait_for_words("situations/fight.md");
    CHECK(desk.look().find("drop/use") == nullptr);
    CHECK(system.packs().contains("The starter pack"));
}

TEST_CASE("what would take the PIN is refused where cards go in by themselves", "[fleet]") {
    const System system;
    DropDesk desk(system);
    system.publish(3);
    desk.wait_for_words("Version 3 is in use.");
    system.publish(2);
    desk.wait_for_words("cannot go in by itself");
    CHECK(desk.look().find("drop/use") == nullptr);
    CHECK(desk.look().says("Older than version 3"));
    CHECK(system.packs().contains("3\triverside\tin use"));
    system.publish(4);
    desk.wait_for_words("Version 4 is in use.");
}

TEST_CASE("cards that go in by themselves are not kept out by a stick's on the glass", "[fleet]") {
    const System system("drop-patience-minutes: 10\n");
    system.set_pin();
    const fs::path spool = system.folder.path() / "spool";
    fs::create_directories(spool / "sdb1");
    fs::copy(system.pack, spool / "sdb1/deskcards", fs::copy_options::recursive);
    fs::remove(spool / "sdb1/deskcards/SHA256SUMS.minisig");
    fs::remove(spool / "sdb1/deskcards/SHA256SUMS");
    DropDesk desk(system, {"--spool", spool});
    desk.wait_for_screen("drop", "drop/use");
    system.publish(3);
    desk.wait_for_words("Version 3 is in use.");
}

TEST_CASE("cards that other desks try first wait, and say so nowhere on the glass", "[fleet]") {
    const System system;
    DropDesk desk(system);
    system.publish(2, "rollout: {first: [riverside], rest-from: 2099-01-01}\n");
    CHECK(support::wait_until([&] { return desk.child.err().contains("waits: Other desks"); }));
    CHECK(desk.look().find("drop/open") == nullptr);
    CHECK(system.packs().contains("The starter pack"));
    system.publish(3, "rollout: {first: [oakwood-1]}\n");
    desk.wait_for_words("Version 3 is in use.");
}

TEST_CASE("a desk shows its own branch's contacts", "[fleet]") {
    const System system;
    DropDesk desk(system);
    system.publish(2, "sites:\n  oakwood:\n    contacts:\n      - {who: Guard, call: ext. 31}\n"
                      "  riverside:\n    contacts:\n      - {who: Guard, call: ext. 32}\n");
    desk.wait_for_words("Version 2 is in use.");
    desk.hands.key("Escape");
    desk.wait_for([](const Description& it) {
        return it.screen == "board" && it.at("contacts").label.contains("ext. 31");
    });
}

TEST_CASE("a pack that is taken back goes out of use, and never comes in again", "[fleet]") {
    const System system;
    {
        DropDesk desk(system);
        system.publish(2);
        desk.wait_for_words("Version 2 is in use.");
        system.publish(3);
        desk.wait_for_words("Version 3 is in use.");
        system.take_back("pack riverside 3\n");
        desk.wait_for_words("Version 3 was revoked; version 2 is in use again.");
        CHECK(system.packs().contains("2\triverside\tin use"));
        CHECK_FALSE(system.packs().contains("3\triverside"));
    }
    fs::remove(system.drop / "deskcards-revoked");
    DropDesk desk(system);
    system.bring();
    desk.wait_for_words("These cards were revoked");
    CHECK(system.run({"install", system.pack}).exit_code == 3);
    system.publish(4);
    desk.wait_for_words("Version 4 is in use.");
}

TEST_CASE("nothing comes in any more with a key that is taken back", "[fleet]") {
    const System system;
    const std::string key = [&] {
        std::ifstream file(system.folder.path() / "etc/keys/head-office.pub");
        std::string line;
        std::getline(file, line);
        return line.substr(line.rfind(' ') + 1);
    }();
    DropDesk desk(system);
    system.publish(2);
    desk.wait_for_words("Version 2 is in use.");
    system.take_back("key " + key + "\n");
    CHECK(support::wait_until([&] { return desk.child.err().contains("were revoked"); }));
    system.publish(3);
    desk.wait_for_words("which this desk no longer trusts");
    CHECK(system.packs().contains("2\triverside\tin use"));
}

TEST_CASE("what is taken back is so at once, also while an offer is on the glass", "[fleet]") {
    const System system;
    system.set_pin();
    const fs::path spool = system.folder.path() / "spool";
    fs::create_directories(spool);
    DropDesk desk(system, {"--spool", spool});
    system.publish(2);
    desk.wait_for_words("Version 2 is in use.");
    fs::create_directories(system.folder.path() / "sdb1");
    fs::copy(system.pack, system.folder.path() / "sdb1/deskcards", fs::copy_options::recursive);
    fs::remove(system.folder.path() / "sdb1/deskcards/SHA256SUMS.minisig");
    fs::remove(system.folder.path() / "sdb1/deskcards/SHA256SUMS");
    std::ofstream(system.folder.path() / "sdb1/deskcards/situations/fight.md", std::ios::app)
        << "\n- Ask for help.\n";
    system.write_version(3);
    fs::copy_file(system.pack / "pack.yaml", system.folder.path() / "sdb1/deskcards/pack.yaml",
                  fs::copy_options::overwrite_existing);
    fs::rename(system.folder.path() / "sdb1", spool / "sdb1");
    desk.wait_for_screen("drop", "drop/use");
    // On a second stick, with nothing else on it.
    fs::create_directories(spool / "sdc1.reading");
    system.take_back("pack riverside 2\n");
    for (const char* name : {"deskcards-revoked", "deskcards-revoked.minisig"}) {
        fs::remove(system.drop / name);
        fs::copy_file(system.folder.path() / name, spool / "sdc1.reading" / name);
    }
    fs::rename(spool / "sdc1.reading", spool / "sdc1");
    desk.wait_for_words("Version 2 was revoked");
    CHECK(system.packs().contains("The starter pack"));
}

TEST_CASE("whoever reaches for a network is killed where the desk is to run without", "[fleet]") {
    // Else the next test could not fail.
    for (const char* reach : {"exec 3<>/dev/tcp/127.0.0.1/9", "exec 3<>/dev/udp/127.0.0.1/9"}) {
        const Ended ended = support::run_to_end({DESKCARDS_WITHOUT_NETWORK, "bash", "-c", reach});
        CHECK(ended.exit_code == 128 + SIGSYS);
    }
    CHECK(support::run_to_end({DESKCARDS_WITHOUT_NETWORK, "true"}).exit_code == 0);
}

TEST_CASE("the desk opens no network connection, nor does a child of it", "[fleet]") {
    support::SpeechServer speech;
    speech.start();
    System system("speech: on\nhotkey: Ctrl+Alt+H\n");
    system.set_pin();
    const fs::path home = system.folder.path() / "home";
    fs::create_directories(home);
    std::ofstream(system.config, std::ios::app)
        << "outbox: " << home.string() << "\nmetrics-file: " << (home / "desk.prom").string()
        << '\n';
    DropDesk desk(system, {}, speech.environment(), {DESKCARDS_WITHOUT_NETWORK});
    CHECK(support::wait_until([&] { return !speech.said().empty(); }));
    fs::create_directories(system.pack / "images");
    system.publish(2); // its pictures are decoded by a child
    desk.wait_for_words("Version 2 is in use.");
    system.take_back("pack riverside 2\n");
    desk.wait_for_words("Version 2 was revoked");
    desk.hands.key("Escape");
    desk.wait_for_screen("board");
    desk.hands.key("2");
    desk.wait_for_screen("card");
    desk.hands.key("Escape");
    desk.wait_for_screen("board");
    desk.tap("menu");
    desk.wait_for_screen("menu");
    desk.tap("menu/manager");
    desk.wait_for_screen("pin");
    desk.type_pin();
    desk.wait_for_screen("manager");
    CHECK(support::wait_until([&] { return fs::exists(home / "health.prom"); }));
    CHECK(system.run({"hide"}).exit_code != 2);
    desk.child.signal(SIGTERM);
    CHECK(desk.child.wait() == 0);
}

TEST_CASE("the commands open no network connection", "[fleet]") {
    const System system;
    const auto run = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {DESKCARDS_WITHOUT_NETWORK, DESKCARDS_BINARY, "--state",
                                     system.state, "--config", system.config});
        const Ended ended = support::run_to_end(words);
        INFO(words.at(6) << ": " << ended.err);
        CHECK(ended.exit_code == 0);
    };
    const fs::path report = system.folder.path() / "report";
    run({"check", system.pack});
    run({"seal", system.pack, "--key", system.folder.path() / "a.key"});
    run({"install", system.pack});
    run({"packs"});
    run({"report", report});
    run({"new", system.folder.path() / "new"});
}
