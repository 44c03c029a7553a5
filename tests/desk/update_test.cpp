#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>

using namespace desk_test;
using namespace std::chrono_literals;
using desk::State;
using desk::View;

TEST_CASE("A desk that is switched on shows the most used cards") {
    const desk::LibraryPtr cards = library();
    const desk::Habits habits{.idle_return = 7min, .clock = false};
    const State state = desk::start(cards, habits);
    CHECK(state.view == View{desk::BoardView{}});
    CHECK_FALSE(state.quiet);
    CHECK(state.library == cards);
    CHECK(state.waiting == nullptr);
    CHECK(state.habits == habits);
}

TEST_CASE("The notice is open from the start exactly if there are problems") {
    CHECK_FALSE(desk::start(library(), {}).notice_open);
    CHECK(desk::start(library({cards::Problem{.text = "Look."}}), {}).notice_open);
}

TEST_CASE("The tabs are the most used, then each code in its order") {
    CHECK(desk::all_tabs() == std::vector<desk::Tab>{{},
                                                     {cards::Code::green},
                                                     {cards::Code::yellow},
                                                     {cards::Code::red},
                                                     {cards::Code::blue}});
}

TEST_CASE("The same state and event always give the same outcome") {
    for (const View& view : every_view()) {
        for (const desk::Event& event : every_event()) {
            State state = desk_at(view);
            state.quiet = std::holds_alternative<desk::PageView>(view);
            const State kept = state;
            const desk::Outcome one = desk::update(state, event);
            const desk::Outcome other = desk::update(state, event);
            CAPTURE(view, event);
            CHECK(same(one.state, other.state));
            CHECK(one.effects == other.effects);
            CHECK(same(state, kept));
        }
    }
}

TEST_CASE(
    "Nothing but a request from outside, a PIN declined, a setting, a manager's wish or one for "
    "silence asks anything of the world but to count") {
    for (const View& view : every_view()) {
        for (const desk::Event& event : every_event()) {
            CAPTURE(view, event);
            const bool request = std::holds_alternative<desk::ShowOnRequest>(event) ||
                                 std::holds_alternative<desk::DeclineFirstPin>(event) ||
                                 std::holds_alternative<desk::HushSpeech>(event) ||
                                 std::holds_alternative<desk::ToggleSpeech>(event) ||
                                 std::holds_alternative<desk::SpeakLouder>(event) ||
                                 std::holds_alternative<desk::SpeakQuieter>(event);
            const bool managed = std::holds_alternative<desk::ManagerView>(view) &&
                                 (std::holds_alternative<desk::AnswerFairness>(event) ||
                                  std::holds_alternative<desk::AskReport>(event));
            CHECK(but_counts(desk::update(desk_at(view), event).effects).empty() !=
                  (request || managed));
        }
    }
}

TEST_CASE("Home is one event away from every view, quiet or not") {
    for (const View& view : every_view()) {
        for (const bool quiet : {false, true}) {
            State state = desk_at(view);
            state.quiet = quiet;
            state = after(state, desk::GoHome{});
            CAPTURE(view, quiet);
            CHECK(state.view == View{desk::BoardView{}});
            CHECK_FALSE(state.quiet);
        }
    }
}

TEST_CASE("Each tab opens on its first page from every view") {
    for (const View& view : every_view()) {
        for (const desk::Tab& tab : desk::all_tabs()) {
            CAPTURE(view);
            CHECK(after(desk_at(view), desk::OpenTab{tab}).view ==
                  View{desk::BoardView{.tab = tab}});
        }
    }
}

TEST_CASE("A card opens on its first page from every view, and from under the quiet screen") {
    for (const View& view : every_view()) {
        for (const bool quiet : {false, true}) {
            State state = desk_at(view);
            state.quiet = quiet;
            state = after(state, desk::OpenCard{"yell"});
            CAPTURE(view, quiet);
            CHECK(state.view == View{desk::CardView{.card = "yell"}});
            CHECK_FALSE(state.quiet);
        }
    }
}

TEST_CASE("A card that is not there changes nothing") {
    for (const View& view : every_view()) {
        for (const char* id : {"", "nothing", "Fine", "fine "}) {
            State state = desk_at(view);
            state.quiet = true;
            CAPTURE(view, id);
            CHECK(same(after(state, desk::OpenCard{id}), state));
        }
    }
}

TEST_CASE("Each code's framework opens from every view") {
    const std::vector<std::string> frameworks{"help", "calm", "safe", "rest"};
    for (const View& view : every_view()) {
        for (std::size_t i = 0; i < frameworks.size(); ++i) {
            CAPTURE(view, i);
            CHECK(after(desk_at(view), desk::OpenFramework{cards::kCodes.at(i)}).view ==
                  View{desk::CardView{.card = frameworks.at(i)}});
        }
    }
}

TEST_CASE("A framework that the pack does not have changes nothing") {
    cards::Pack pack = small_pack();
    pack.codes.at(2).framework.clear();
    const State state = desk::start(std::make_shared<desk::Library>(pack), {});
    CHECK(same(after(state, desk::OpenFramework{cards::Code::red}), state));
}

TEST_CASE("A step opens from its card and from the card's other steps") {
    const View card = desk::CardView{.card = "fine", .page = 1};
    const View step = desk::StepView{.card = "fine", .step = 2, .page = 3};
    for (const View& view : {card, step}) {
        CHECK(after(desk_at(view), desk::OpenStep{.step = 0}).view ==
              View{desk::StepView{.card = "fine", .step = 0}});
        CHECK(after(desk_at(view), desk::OpenStep{.step = 1, .page = 2}).view ==
              View{desk::StepView{.card = "fine", .step = 1, .page = 2}});
    }
}

TEST_CASE("A step that the card does not have changes nothing") {
    for (const int step : {-1, 3, 4, 1000000}) {
        const State state = desk_at(desk::CardView{.card = "fine"});
        CAPTURE(step);
        CHECK(same(after(state, desk::OpenStep{.step = step}), state));
    }
    const State last = after(desk_at(desk::CardView{.card = "help"}), desk::OpenStep{.step = 3});
    CHECK(last.view == View{desk::StepView{.card = "help", .step = 3}});
}

TEST_CASE("A step where no card is open changes nothing") {
    for (const View& view : every_view()) {
        const State state = desk_at(view);
        if (!desk::is_reading(state)) {
            CAPTURE(view);
            CHECK(same(after(state, desk::OpenStep{.step = 0}), state));
        }
    }
}

TEST_CASE("Every view that has pages turns to the page asked for, and never before the first") {
    const auto page_of = [](const State& state) {
        return std::visit(
            [](const auto& view) {
                if constexpr (requires { view.page; }) {
                    return view.page;
                } else {
                    return -1;
                }
            },
            state.view);
    };
    for (const View& view : every_view()) {
        CAPTURE(view);
        const bool paged = !std::holds_alternative<desk::SearchView>(view) &&
                           !std::holds_alternative<desk::PinView>(view);
        CHECK(page_of(after(desk_at(view), desk::ShowPage{4})) == (paged ? 4 : -1));
        CHECK(page_of(after(desk_at(view), desk::ShowPage{-3})) == (paged ? 0 : -1));
    }
    CHECK(after(desk_at(desk::StepView{.card = "yell", .step = 2}), desk::ShowPage{1}).view ==
          View{desk::StepView{.card = "yell", .step = 2, .page = 1}});
}

TEST_CASE("Each page to read opens from every view, at its beginning") {
    for (const View& view : every_view()) {
        for (const desk::Topic topic :
             {desk::Topic::menu, desk::Topic::contacts, desk::Topic::keys, desk::Topic::about,
              desk::Topic::problems, desk::Topic::sound}) {
            CAPTURE(view);
            CHECK(after(desk_at(view), desk::OpenPage{topic}).view ==
                  View{desk::PageView{.topic = topic}});
        }
    }
}

TEST_CASE("A notice that is closed stays closed") {
    State state = desk::start(library({cards::Problem{.text = "Look."}}), {});
    state = after(state, desk::CloseNotice{});
    CHECK_FALSE(state.notice_open);
    CHECK_FALSE(after(after(state, desk::OpenCard{"fine"}), desk::GoHome{}).notice_open);
}

TEST_CASE("The quiet screen covers every view and gives it back as it was") {
    for (const View& view : every_view()) {
        const State state = desk_at(view);
        const State quiet = after(state, desk::BeQuiet{});
        CAPTURE(view);
        CHECK(quiet.quiet);
        CHECK(same(after(quiet, desk::Wake{}), state));
        CHECK(same(after(quiet, desk::BeQuiet{}), quiet));
        CHECK(same(after(state, desk::Wake{}), state));
    }
}

TEST_CASE("A touch counts from the last time the desk looked at its clock") {
    for (const View& view : every_view()) {
        State state = desk_at(view);
        state.now = 11min;
        const State touched = after(state, desk::Touched{});
        CAPTURE(view);
        CHECK(touched.last_touch == 11min);
        state.last_touch = 11min;
        CHECK(same(touched, state));
    }
}

TEST_CASE("A tick sets both clocks and nothing else while nobody has been away for long") {
    for (const View& view : every_view()) {
        State state = desk_at(view);
        const State ticked = after(state, desk::Tick{.now = 11min, .minute_of_day = 777});
        state.now = 11min;
        state.minute_of_day = 777;
        CAPTURE(view);
        CHECK(same(ticked, state));
    }
}

TEST_CASE("The card on the glass is that of the card or step that is open, and no other") {
    const auto open_id = [](const View& view) {
        const State state = desk_at(view);
        const cards::Card* card = desk::open_card(state);
        CHECK(desk::is_reading(state) == (card != nullptr));
        return card != nullptr ? card->id : std::string();
    };
    CHECK(open_id(desk::CardView{.card = "fine"}) == "fine");
    CHECK(open_id(desk::StepView{.card = "yell", .step = 1}) == "yell");
    CHECK(open_id(desk::CardView{.card = "vanished"}).empty());
    CHECK(open_id(desk::BoardView{}).empty());
    CHECK(open_id(fine_search()).empty());
    CHECK(open_id(desk::PageView{}).empty());
}

TEST_CASE("How the glass is set changes at once, and is to be kept") {
    const desk::Comfort large{.text = desk::TextSize::large, .colours = desk::Colours::dark};
    State state = desk::start(library(), desk::Habits{});
    CHECK(state.comfort == desk::Comfort{});
    const desk::Outcome changed = desk::update(std::move(state), desk::SetComfort{large});
    CHECK(changed.state.comfort == large);
    REQUIRE(changed.effects.size() == 1);
    CHECK(changed.effects.front() ==
          desk::Effect{desk::KeepSettings{.comfort = large, .speech = {}}});
    CHECK(desk::update(changed.state, desk::SetComfort{large}).effects.empty());
    CHECK(desk::start(library(), desk::Habits{}, large).comfort == large);
}
