#include "desk.h"

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <array>
#include <random>
#include <set>
#include <string>

using glass_test::Desk;
using support::Description;
using support::Point;

namespace {

constexpr int kEvents = 5000;
constexpr int kBatch = 50;

/// Somebody's elbow, or a child: taps, drags and keys without sense, the same for the same seed.
class Monkey {
public:
    explicit Monkey(unsigned int seed) : random_(seed) {}

    void play(support::XHands& hands) {
        switch (draw(0, 9)) {
        case 0:
        case 1:
        case 2:
        case 3: hands.tap(somewhere()); break;
        case 4: drag(hands); break;
        case 5: hands.key_at(draw(support::place::kRow1, support::place::kRow1 + 11)); break;
        case 6: hands.key(std::string(1, static_cast<char>(draw('a', 'z')))); break;
        case 7: wheel(hands); break;
        default: hands.key(kKeys.at(static_cast<std::size_t>(draw(0, kKeys.size() - 1)))); break;
        }
    }

private:
    static constexpr std::array kKeys{
        "F1",  "F2",   "F3",    "F4", "F12",  "Escape", "Return", "space", "BackSpace", "Delete",
        "Tab", "Left", "Right", "Up", "Down", "Prior",  "Next",   "Home",  "End",       "comma"};

    int draw(int least, int most) { return std::uniform_int_distribution(least, most)(random_); }
    Point somewhere() {
        const int x = draw(0, 1919);
        const int y = draw(0, 1079);
        return {.x = static_cast<double>(x), .y = static_cast<double>(y)};
    }
    void drag(support::XHands& hands) {
        hands.move(somewhere());
        hands.press();
        hands.move(somewhere());
        hands.release();
    }
    void wheel(support::XHands& hands) {
        const int button = draw(4, 5);
        hands.press(button);
        hands.release(button);
    }

    std::mt19937 random_;
};

/// Uncovers the desk if it is covered: then everything is where it was.
Description uncover(Desk& desk, bool by_key) {
    Description now = desk.look();
    if (now.screen != "quiet") {
        return now;
    }
    by_key ? desk.hands.key("Escape") : desk.tap("wake");
    return desk.process.wait_for("the desk to be uncovered",
                                 [](const Description& it) { return it.screen != "quiet"; });
}

/// Where `Esc` leads one step back.
bool is_a_step_deeper(const std::string& screen) {
    static const std::set<std::string> kDeeper{"phrases", "phrase", "languages", "practice",
                                               "find-it"};
    return kDeeper.contains(screen);
}

/// Home by a single key, from the words for the patron and from practising by up to two more, or by
/// a single tap.
void go_home(Desk& desk, bool by_key) {
    Description now = uncover(desk, by_key);
    for (int step = 0; by_key && step < 2 && is_a_step_deeper(now.screen); ++step) {
        desk.hands.key("Escape");
        now = desk.look();
    }
    if (by_key && now.screen != "board") {
        desk.hands.key("Escape");
    } else if (!by_key) {
        desk.tap(now.find("home") != nullptr ? "home" : "back");
    }
    const Description home = desk.look();
    INFO("from " << now.summary());
    REQUIRE(home.screen == "board");
}

} // namespace

TEST_CASE("whatever taps and keys come, the desk lives and home is one key or one tap away",
          "[monkey]") {
    const unsigned int seed = Catch::getSeed();
    CAPTURE(seed);
    Desk desk;
    Monkey monkey(seed);
    for (int event = 1; event <= kEvents; ++event) {
        monkey.play(desk.hands);
        if (event % kBatch == 0) {
            CAPTURE(event);
            go_home(desk, event % (2 * kBatch) == 0);
        }
    }
    const support::Ended ended = desk.process.close();
    INFO(ended.err); // what a sanitizer has found would be here
    CHECK(ended.exit_code == 0);
    CHECK(ended.out.empty());
    CHECK(ended.err.empty());
}
