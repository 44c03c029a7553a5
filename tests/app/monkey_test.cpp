#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <random>
#include <set>
#include <string>

using namespace app_test;
using app::Session;
using platform::Input;
using platform::Key;

namespace {

/// Somebody who touches and types without sense, the same in every run.
class Monkey {
public:
    explicit Monkey(unsigned seed) : engine_(seed) {}

    /// How many inputs it has made.
    int inputs() const { return inputs_; }

    void act(Session& session) {
        switch (number(0, 9)) {
        case 0:
        case 1: return tap_target(session);
        case 2:
        case 3: return press_key(session);
        case 4: return type_letters(session);
        case 5: return slip(session);
        case 6: return feed(session, platform::Wheel{1.0 * number(-2, 2)});
        case 7: return pass_time(session);
        case 8: return ask_from_outside(session);
        default:
            return feed(session, one_of<Input>({platform::Exposed{}, platform::Withdrawn{},
                                                platform::PointerMove{.x = 5, .y = 5}}));
        }
    }

private:
    int number(int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(engine_);
    }
    template <typename T>
    T one_of(const std::vector<T>& things) {
        return things.at(static_cast<std::size_t>(number(0, static_cast<int>(things.size()) - 1)));
    }

    void feed(Session& session, const Input& input) {
        session.take(input);
        ++inputs_;
    }

    /// A place on the glass, at times a little beside it.
    std::pair<double, double> place(const Session& session) {
        const look::Panel& panel = session.look().panel;
        return {1.0 * number(-20, panel.width_px + 20), 1.0 * number(-20, panel.height_px + 20)};
    }

    void tap_target(Session& session) {
        const std::string id = one_of(session.screen().scene.targets).id;
        tap(session, id);
        inputs_ += 2;
    }

    void slip(Session& session) {
        const auto [x, y] = place(session);
        feed(session, platform::PointerDown{.x = x, .y = y});
        if (number(0, 1) == 0) {
            const auto [to_x, to_y] = place(session);
            feed(session, platform::PointerMove{.x = to_x, .y = to_y});
        }
        if (number(0, 2) == 0) {
            press_key(session);
        }
        feed(session, platform::PointerUp{.x = x + number(-30, 30), .y = y + number(-30, 30)});
    }

    void press_key(Session& session) {
        feed(session,
             platform::KeyPress{.key = static_cast<Key>(number(0, static_cast<int>(Key::end))),
                                .shift = number(0, 3) == 0,
                                .command = number(0, 9) == 0,
                                .repeat = number(0, 4) == 0});
        if (number(0, 2) == 0) {
            feed(session, platform::TypedText{one_of<std::string>({"a", "e", "1", "&", " ", "é"})});
        }
    }

    void type_letters(Session& session) {
        const auto text = one_of<std::string>({"y", "fi", "scream", "loud p", "zzzz", "911"});
        type(session, text);
        inputs_ += 2 * static_cast<int>(text.size());
    }

    void pass_time(Session& session) {
        now_ += std::chrono::seconds(number(0, 120));
        session.post(desk::Tick{.now = now_, .minute_of_day = number(0, 1439)});
    }

    void ask_from_outside(Session& session) {
        session.post(desk::ShowOnRequest{
            one_of<std::string>({"home", "quiet", "help", "overdose", "nothing", ""})});
        (void)session.take_effects();
    }

    std::mt19937 engine_;
    desk::Moment now_{0};
    int inputs_ = 0;
};

bool on_board(const desk::State& state) {
    return !state.quiet && std::holds_alternative<desk::BoardView>(state.view);
}

/// Whether a tap on some target leads to the board or, from the quiet screen, away from it.
bool has_way_out(const Session& session) {
    const screens::Screen& screen = session.screen();
    return std::ranges::any_of(screen.scene.targets, [&](const look::Target& target) {
        const desk::Event* event = screen.tap(target.id);
        if (!target.enabled || event == nullptr) {
            return false;
        }
        const desk::State next = desk::update(session.state(), *event).state;
        return on_board(next) || (session.state().quiet && !next.quiet);
    });
}

void check_sound(const Session& session) {
    const screens::Screen& screen = session.screen();
    REQUIRE_FALSE(screen.name.empty());
    REQUIRE(screen.page >= 0);
    REQUIRE(screen.page < screen.pages);
    std::set<std::string_view> ids;
    int focused = 0;
    for (const look::Target& target : screen.scene.targets) {
        CAPTURE(target.id);
        REQUIRE(ids.insert(target.id).second);
        REQUIRE(screen.tap(target.id) != nullptr);
        REQUIRE_FALSE(target.rect.empty());
        focused += target.focused ? 1 : 0;
    }
    REQUIRE(focused <= 1);
    REQUIRE((on_board(session.state()) || has_way_out(session)));
}

void check_escape(Session& session) {
    press(session, Key::escape);
    // At the most: from the quiet screen, from the words for the patron, and from their card.
    for (int i = 0; i < 2 && session.screen().name != "board"; ++i) {
        press(session, Key::escape);
    }
    REQUIRE(on_board(session.state()));
    REQUIRE(session.screen().name == "board");
}

struct Glass {
    double inches;
    int width_px;
    int height_px;
};

/// On each glass.
#ifdef __SANITIZE_ADDRESS__
constexpr int kInputs = 1500; // each takes several times as long
#else
constexpr int kInputs = 4000;
#endif
constexpr std::array kGlasses{Glass{24, 1920, 1080}, Glass{7, 800, 480}, Glass{10.1, 1280, 800},
                              Glass{15.6, 1080, 1920}, Glass{43, 3840, 2160}};

} // namespace

TEST_CASE("Whatever is touched and typed, there is a way home and nothing is out of place") {
    unsigned seed = 100;
    for (const Glass& glass : kGlasses) {
        Session session = start_desk(panel_of(glass.inches, glass.width_px, glass.height_px));
        Monkey monkey(seed++);
        for (int act = 0; monkey.inputs() < kInputs; ++act) {
            monkey.act(session);
            CAPTURE(glass.width_px, glass.height_px, act, session.screen().name,
                    session.screen().card);
            check_sound(session);
            if (act % 20 == 19) {
                check_escape(session);
            }
        }
    }
}
