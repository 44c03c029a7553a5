#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>

using namespace app_test;
using namespace std::chrono_literals;
using app::Session;
using platform::Key;

namespace {

/// Where a desk is: the screen, the card on it, and the step.
struct Where {
    std::string screen;
    std::string card;
    int step = -1;
    friend bool operator==(const Where&, const Where&) = default;
};

Where where(const Session& session) {
    const screens::Screen& screen = session.screen();
    return {.screen = std::string(screen.name), .card = screen.card, .step = screen.step};
}

const Where kBoard{.screen = "board", .card = {}};
const Where kQuiet{.screen = "quiet", .card = {}};

} // namespace

TEST_CASE("A desk starts on the board with twelve tiles") {
    const Session session = start_desk();
    CHECK(where(session) == kBoard);
    int tiles = 0;
    for (const look::Target& target : session.screen().scene.targets) {
        tiles += target.id.starts_with("tile/") ? 1 : 0;
    }
    CHECK(tiles == 12);
}

TEST_CASE("A tap in the middle of each tile opens its card") {
    for (const std::string& card : starter()->pack.board) {
        Session session = start_desk();
        tap(session, "tile/" + card);
        CAPTURE(card);
        CHECK(where(session) == Where{.screen = "card", .card = card});
    }
}

TEST_CASE("The number row opens the tiles in their order") {
    for (std::size_t i = 0; i < starter()->pack.board.size(); ++i) {
        Session session = start_desk();
        press(session, static_cast<Key>(static_cast<std::size_t>(Key::row_1) + i));
        CAPTURE(i);
        CHECK(where(session).card == starter()->pack.board.at(i));
    }
}

TEST_CASE("Two taps from a card show a phrase, and Esc leads back to the card") {
    Session session = start_desk();
    tap(session, "tile/fine-dispute");
    tap(session, "phrases");
    CHECK(where(session).screen == "phrases");
    tap(session, "phrase/1-interpreter");
    CHECK(where(session).screen == "phrase");
    press(session, Key::escape);
    CHECK(where(session) == Where{.screen = "card", .card = "fine-dispute"});
}

TEST_CASE("From a step, keys show a phrase in another language") {
    Session session = start_desk();
    tap(session, "tile/fine-dispute");
    press(session, Key::row_2);
    tap(session, "phrases");
    press(session, Key::row_1);
    CHECK(where(session).screen == "phrase");
    press(session, Key::row_3);
    CHECK(desk::language_of_phrases(session.state()) == "fr");
    press(session, Key::escape);
    CHECK(where(session) == Where{.screen = "step", .card = "fine-dispute", .step = 1});
}

TEST_CASE("Typing finds a card and Enter opens it") {
    Session session = start_desk();
    type(session, "scream");
    CHECK(where(session).screen == "search");
    press(session, Key::enter);
    CHECK(where(session) == Where{.screen = "card", .card = "yelling-at-staff"});
}

TEST_CASE("Typing works from an open card and from a step") {
    Session session = start_desk();
    tap(session, "tile/fine-dispute");
    type(session, "swear");
    press(session, Key::enter);
    CHECK(where(session).card == "yelling-at-staff");
    press(session, Key::space);
    type(session, "weapon");
    press(session, Key::enter);
    CHECK(where(session).card == "weapon-seen");
}

TEST_CASE("A search may have words with a space between them") {
    Session session = start_desk();
    type(session, "loud phone");
    const auto* view = std::get_if<desk::SearchView>(&session.state().view);
    REQUIRE(view != nullptr);
    CHECK(view->query == "loud phone");
    press(session, Key::enter);
    CHECK(where(session).card == "loud-phone-call");
}

TEST_CASE("The drawn keyboard types as the real one does") {
    Session session = start_desk();
    tap(session, "search");
    for (const char* key : {"key/s", "key/w", "key/z", "key/erase", "key/e", "key/a"}) {
        tap(session, key);
    }
    const auto* view = std::get_if<desk::SearchView>(&session.state().view);
    REQUIRE(view != nullptr);
    CHECK(view->query == "swea");
    press(session, Key::enter);
    CHECK(where(session).card == "yelling-at-staff");
}

TEST_CASE("Space walks through all the steps of a card and back to the card") {
    for (const char* card : {"help", "fine-dispute", "overdose"}) {
        Session session = start_desk();
        session.post(desk::OpenCard{card});
        const int steps = static_cast<int>(starter()->pack.find(card)->steps.size());
        for (int step = 0; step < steps; ++step) {
            press(session, Key::space);
            while (session.screen().page > 0) {
                press(session, Key::space);
            }
            CAPTURE(card, step);
            CHECK(where(session) == Where{.screen = "step", .card = card, .step = step});
            while (session.screen().page + 1 < session.screen().pages) {
                press(session, Key::space);
            }
        }
        press(session, Key::space);
        CHECK(where(session) == Where{.screen = "card", .card = card});
    }
}

TEST_CASE("Arrows walk through the steps both ways") {
    Session session = start_desk();
    session.post(desk::OpenCard{"help"});
    press(session, Key::right);
    press(session, Key::down);
    CHECK(where(session).step == 1);
    press(session, Key::left);
    CHECK(where(session).step == 0);
    press(session, Key::up);
    CHECK(where(session) == Where{.screen = "card", .card = "help"});
}

TEST_CASE("The number row opens the steps of a card") {
    Session session = start_desk();
    session.post(desk::OpenCard{"help"});
    press(session, Key::row_3);
    CHECK(where(session) == Where{.screen = "step", .card = "help", .step = 2});
    press(session, Key::row_1);
    CHECK(where(session).step == 0);
}

TEST_CASE("Esc goes home from wherever the desk is") {
    Session session = start_desk();
    for (const desk::Event& event :
         {desk::Event{desk::OpenCard{"help"}}, desk::Event{desk::Type{"scream"}},
          desk::Event{desk::OpenTab{{cards::Code::red}}},
          desk::Event{desk::OpenPage{desk::Topic::about}}}) {
        session.post(event);
        press(session, Key::escape);
        CHECK(where(session) == kBoard);
        CHECK(session.state().view == desk::View{desk::BoardView{}});
    }
}

TEST_CASE("F12 is quiet, and any key or a tap brings the card back") {
    Session session = start_desk();
    session.post(desk::OpenCard{"help"});
    press(session, Key::f12);
    CHECK(where(session) == kQuiet);
    press(session, Key::f12);
    CHECK(where(session) == Where{.screen = "card", .card = "help"});
    press(session, Key::f12);
    type(session, "a");
    CHECK(where(session) == Where{.screen = "card", .card = "help"});
    press(session, Key::f12);
    tap(session, "wake");
    CHECK(where(session) == Where{.screen = "card", .card = "help"});
}

TEST_CASE("The quiet screen shows nothing of the cards") {
    Session session = start_desk();
    session.post(desk::OpenCard{"yelling-at-staff"});
    press(session, Key::f12);
    const cards::Card& card = *starter()->pack.find("yelling-at-staff");
    for (const look::Mark& mark : session.screen().scene.marks) {
        if (const auto* text = std::get_if<look::Text>(&mark)) {
            CHECK_FALSE(text->text.contains(card.title));
            for (const cards::Step& step : card.steps) {
                CHECK_FALSE(text->text.contains(step.title));
            }
        }
    }
}

TEST_CASE("A finger that is down when the view changes sets nothing off when it is lifted") {
    Session session = start_desk();
    const look::Target tile = *session.screen().scene.find("tile/fine-dispute");
    session.take(platform::PointerDown{.x = static_cast<double>(tile.rect.centre_x()),
                                       .y = static_cast<double>(tile.rect.centre_y())});
    press(session, Key::f1);
    session.take(platform::PointerUp{.x = static_cast<double>(tile.rect.centre_x()),
                                     .y = static_cast<double>(tile.rect.centre_y())});
    CHECK(where(session) == Where{.screen = "card", .card = "help"});
}

TEST_CASE("A press shows on the glass before anything happens, and so does the focus") {
    Session session = start_desk();
    const look::Target tile = *session.screen().scene.find("tile/fine-dispute");
    const auto at_rest = session.screen().scene.marks;
    session.take(platform::PointerDown{.x = static_cast<double>(tile.rect.centre_x()),
                                       .y = static_cast<double>(tile.rect.centre_y())});
    CHECK(session.screen().scene.marks.size() > at_rest.size());
    CHECK(where(session) == kBoard);
    session.take(platform::Withdrawn{});
    CHECK(session.screen().scene.marks == at_rest);
    press(session, Key::tab);
    CHECK_FALSE(focused(session).empty());
    CHECK(session.screen().scene.marks != at_rest);
}

TEST_CASE("Tab and Enter reach everything that a finger reaches") {
    Session session = start_desk();
    const std::size_t count = session.screen().scene.targets.size();
    for (std::size_t i = 0; i < count && focused(session) != "tile/fight"; ++i) {
        press(session, Key::tab);
    }
    REQUIRE(focused(session) == "tile/fight");
    press(session, Key::enter);
    CHECK(where(session) == Where{.screen = "card", .card = "fight"});
    CHECK(focused(session).empty());
}

TEST_CASE("Moving the pointer is no touch: the desk goes home as if nobody were there") {
    Session session = start_desk();
    session.post(desk::Tick{.now = 10min, .minute_of_day = 0});
    press(session, Key::page_down);
    REQUIRE(session.state().view != desk::View{desk::BoardView{}});
    session.post(desk::Tick{.now = 12min, .minute_of_day = 0});
    session.take(platform::PointerMove{.x = 5, .y = 5});
    session.take(platform::Exposed{});
    session.take(platform::Withdrawn{});
    session.post(desk::Tick{.now = 13min, .minute_of_day = 0});
    CHECK(session.state().view == desk::View{desk::BoardView{}});
}

TEST_CASE("Every key, tap and turn of the wheel is a touch") {
    for (const platform::Input& input :
         {platform::Input{platform::KeyPress{.key = Key::other}},
          platform::Input{platform::PointerDown{.x = 1, .y = 1}},
          platform::Input{platform::PointerUp{.x = 1, .y = 1}}, platform::Input{platform::Wheel{1}},
          platform::Input{platform::TypedText{"1"}}}) {
        Session session = start_desk();
        session.post(desk::Tick{.now = 10min, .minute_of_day = 0});
        session.take(input);
        CHECK(session.state().last_touch == 10min);
    }
}

TEST_CASE("What the desk asks of the world is handed out once") {
    Session session = start_desk();
    session.post(desk::ShowOnRequest{"help"});
    session.post(desk::ShowOnRequest{"nothing"});
    const auto effects = session.take_effects();
    REQUIRE(effects.size() == 2);
    CHECK(std::holds_alternative<desk::ComeForward>(effects.at(0)));
    CHECK(std::holds_alternative<desk::Refuse>(effects.at(1)));
    CHECK(session.take_effects().empty());
}

TEST_CASE("Another panel changes the glass and keeps the view") {
    Session session = start_desk();
    session.post(desk::OpenCard{"help"});
    const auto marks = session.screen().scene.marks;
    session.use_panel(panel_of(7, 1024, 600));
    CHECK(where(session) == Where{.screen = "card", .card = "help"});
    CHECK(session.screen().scene.marks != marks);
}

TEST_CASE("What staff set changes letters, colours and sides at once") {
    Session session = start_desk();
    const int em = session.look().fonts->em({});
    const float rail = session.screen().scene.find("rail/help")->rect.x;
    session.post(desk::SetComfort{
        {.text = desk::TextSize::largest, .colours = desk::Colours::dark, .rail_on_right = true}});
    CHECK(session.look().fonts->em({}) > em);
    CHECK(session.screen().scene.paper == look::kDark.page.paper);
    CHECK(session.screen().scene.find("rail/help")->rect.x > rail);
    const int at_arms_length = session.look().fonts->em({});
    session.use_viewing_distance(1400);
    CHECK(session.look().fonts->em({}) > at_arms_length);
}

TEST_CASE("The keys of another layout are written on the tiles") {
    Session session = start_desk();
    session.use_number_row({"&", "é", "\"", "'", "(", "-", "è", "_", "ç", "à", ")", "="});
    CHECK(session.screen().scene.find("tile/" + starter()->pack.board.at(1))->key == "é");
}

TEST_CASE("New cards come to the glass when the open card is left") {
    cards::Pack pack = starter()->pack;
    pack.board = {"fight"};
    Session session = start_desk();
    session.post(desk::OpenCard{"help"});
    session.post(desk::UseLibrary{std::make_shared<desk::Library>(pack)});
    CHECK(where(session) == Where{.screen = "card", .card = "help"});
    press(session, Key::escape);
    CHECK(session.screen().scene.find("tile/fight") != nullptr);
    CHECK(session.screen().scene.find("tile/fine-dispute") == nullptr);
}

TEST_CASE("A session that was moved goes on where it was") {
    Session session = start_desk();
    session.post(desk::OpenCard{"help"});
    Session moved = std::move(session);
    press(moved, Key::space);
    CHECK(where(moved) == Where{.screen = "step", .card = "help", .step = 0});
}
