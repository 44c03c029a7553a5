#include "desk.h"

#include "support/speech_server.h"

#include <catch2/catch_test_macros.hpp>

using glass_test::display;
using support::Description;
using support::DeskProcess;
using support::SpeechServer;
using support::XHands;

namespace {

/// A desk in front of somebody who has a keyboard and ears, and no eyes.
struct HeardDesk {
    SpeechServer server;
    DeskProcess process;
    XHands hands;
    std::size_t heard = 0;

    explicit HeardDesk(bool with_server = true)
        : process(display(), {}, environment(with_server)), hands(display()) {}

    support::Environment environment(bool with_server) {
        if (with_server) {
            server.start();
        }
        return server.environment();
    }

    /// Presses a key, and returns what is said for it.
    std::string press(const std::string& key) {
        hands.key(key);
        const auto said = server.wait_for(heard + 1);
        INFO(key);
        REQUIRE(said.size() == heard + 1);
        return said.at(heard++);
    }
};

bool shows_fault(const Description& now) {
    return now.find("sound/open") != nullptr;
}

} // namespace

TEST_CASE("a card is found, read step by step, and left for another by ear alone", "[speech]") {
    HeardDesk desk;
    CHECK(desk.press("F9") == "Speech on. What’s happening? Most used. 12 cards, 5 tabs.");
    CHECK(desk.press("f").contains("“f”"));
    CHECK(desk.press("i").contains("“fi”"));
    CHECK(desk.press("n").contains("for “fin”. First: "));
    CHECK(desk.press("e") ==
          "3 cards for “fine”. First: Fine or lost item dispute. card, key Enter, chosen.");
    CHECK(desk.press("Return") ==
          "Fine or lost item dispute. Someone says a charge or a lost item is wrong. HELP, Green. "
          "4 steps, 3 links, 1 button.");
    CHECK(desk.press("space") ==
          "H: Hear them out, 1 of 4. Fine or lost item dispute. SAY. “Tell me what happened with "
          "this item.” “When do you remember bringing it back?” “Let’s look at it together.” DO. "
          "Turn the screen so only they can see. Point at titles; don’t read them aloud. AVOID. "
          "“The system says you didn’t.” Saying the sum so others hear. 1 link, 3 buttons.");
    CHECK(desk.press("space") ==
          "E: Empathize, 2 of 4. SAY. “Nobody likes a bill they didn’t expect.” “You remember "
          "returning it. Let’s look.” “That’s a lot for one late book.” DO. Take their word as a "
          "fair start. Say sorry if we made the error. AVOID. “Everyone says that.” A sigh. "
          "1 link, 3 buttons.");
    CHECK(desk.press("space") ==
          "L: Lay out options, 3 of 4. SAY. “Let me check the shelf for it first.” “I can ask for "
          "a search before you pay.” “I can ask if the charge can come off.” DO. Check the shelf, "
          "the cart, the drop box. Waive what you’re allowed to, kindly. Offer to pay in parts, "
          "if policy allows. AVOID. Bargaining over cents. Hinting that they made it up. 1 link, "
          "3 buttons.");
    CHECK(desk.press("space") ==
          "P: Promise the next step, 4 of 4. SAY. “I’ve asked for a search. Here’s the note.” "
          "“It’s all noted, so anyone here can help.” “If it’s at home, just drop it off.” DO. Put "
          "a note on the account, facts only. Say what they can still use today. AVOID. “It will "
          "turn up.” Sending them to another desk to retell it. 1 link, 3 buttons.");
    CHECK(desk.press("F3") ==
          "SAFE, Unsafe. For when anyone could get hurt. Things don’t matter; people do. Red. "
          "4 steps, 1 link, 1 button.");
    std::string reached;
    for (int tabs = 0; tabs < 10 && !reached.starts_with("Words for the patron"); ++tabs) {
        reached = desk.press("Tab");
    }
    CHECK(reached.starts_with("Words for the patron"));
    CHECK(desk.press("Return").starts_with("Words for the patron"));
    CHECK(desk.press("1").contains("Estoy llamando a un intérprete."));
    CHECK(desk.press("Escape").starts_with("SAFE"));
    CHECK(desk.press("Escape") == "What’s happening? Most used. 12 cards, 5 tabs.");
    CHECK(desk.press("Tab") == "Wants a book removed. card, key 1.");
    CHECK(desk.press("F10").contains("Overdose or not responding. card, key 0."));
    CHECK(support::wait_until([&] { return desk.server.sound_bytes() > 100'000; }));
    CHECK(desk.press("F9") == "Speech off");
    CHECK(desk.process.look().screen == "board");
}

TEST_CASE("without a speech server the desk says why on its glass, and goes on", "[speech]") {
    HeardDesk desk(false);
    desk.hands.key("F9");
    const Description board = desk.process.wait_for("a notice", shows_fault);
    CHECK(board.at("sound/open").label.contains("speech-dispatcher"));
    desk.hands.key("F1");
    desk.process.wait_for("a card", [](const Description& now) { return now.card == "help"; });
    CHECK(shows_fault(desk.process.look()));
    // One that is started later is found by itself.
    desk.server.start();
    CHECK(desk.press("Escape").starts_with("What’s happening? Most used. 12 cards, 5 tabs"));
    desk.process.wait_for("no notice", [](const Description& now) { return !shows_fault(now); });
}

TEST_CASE("a speech server that dies takes nothing with it, and one that follows is used",
          "[speech]") {
    HeardDesk desk;
    desk.press("F9");
    desk.server.kill();
    desk.hands.key("F1");
    desk.process.wait_for("a card", [](const Description& now) { return now.card == "help"; });
    desk.process.wait_for("a notice", shows_fault);
    desk.server.start();
    CHECK(desk.press("F3").starts_with("SAFE"));
    desk.process.wait_for("no notice", [](const Description& now) { return !shows_fault(now); });
}

TEST_CASE("a speech server that says nothing more holds nothing up", "[speech]") {
    HeardDesk desk;
    desk.press("F9");
    desk.server.freeze();
    for (const char* const card : {"help", "calm", "safe", "rest"}) {
        const int key = card[0] == 'h' ? 1 : card[0] == 'c' ? 2 : card[0] == 's' ? 3 : 4;
        desk.hands.key("F" + std::to_string(key));
        const Description now = desk.process.look();
        CHECK(now.card == card);
        CHECK(now.longest_ms < 1000);
    }
    desk.process.wait_for("a notice", shows_fault);
    CHECK(desk.process.close().exit_code == 0);
}
