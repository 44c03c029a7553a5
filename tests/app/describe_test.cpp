#include "app/describe.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

using namespace app_test;
using Catch::Matchers::WithinAbs;
using nlohmann::json;

namespace {

json described(const app::Session& session, const app::Work& work = {.frames = 7}) {
    return json::parse(app::describe_json(session, work));
}

std::set<std::string> keys_of(const json& object) {
    std::set<std::string> keys;
    for (const auto& item : object.items()) {
        keys.insert(item.key());
    }
    return keys;
}

const json& target(const json& description, const std::string& id) {
    const json& targets = description.at("targets");
    const auto found =
        std::ranges::find_if(targets, [&](const json& it) { return it.at("id") == id; });
    REQUIRE(found != targets.end());
    return *found;
}

void check_numbers(const json& object, const std::vector<const char*>& names) {
    for (const char* name : names) {
        CAPTURE(name);
        CHECK(object.at(name).is_number());
    }
}

} // namespace

TEST_CASE("A description has every field that was promised, of its type, on every screen") {
    app::Session session = start_desk();
    for (const desk::Event& event :
         {desk::Event{desk::GoHome{}}, desk::Event{desk::OpenCard{"help"}},
          desk::Event{desk::OpenStep{0}}, desk::Event{desk::Type{"scream"}},
          desk::Event{desk::OpenPage{desk::Topic::menu}}, desk::Event{desk::BeQuiet{}}}) {
        session.post(event);
        const json it = described(session);
        CAPTURE(it.at("screen"));
        CHECK(keys_of(it) == std::set<std::string>{"screen", "card", "step", "page", "pages",
                                                   "frames", "longest_ms", "px_per_mm", "targets",
                                                   "texts", "pictures"});
        CHECK(it.at("screen").is_string());
        CHECK((it.at("card").is_null() || it.at("card").is_string()));
        CHECK((it.at("step").is_null() || it.at("step").is_number_integer()));
        check_numbers(it, {"page", "pages", "frames", "px_per_mm"});
        CHECK_FALSE(it.at("targets").empty());
        CHECK_FALSE(it.at("texts").empty());
    }
}

TEST_CASE("Each target is described by its id, role, words, key, place and condition") {
    const json it = described(start_desk());
    for (const json& one : it.at("targets")) {
        CAPTURE(one.dump());
        CHECK(keys_of(one) == std::set<std::string>{"id", "role", "label", "key", "x", "y", "w",
                                                    "h", "enabled", "chosen", "focused"});
        CHECK_FALSE(one.at("id").get<std::string>().empty());
        CHECK_FALSE(one.at("label").get<std::string>().empty());
        CHECK(one.at("key").is_string());
        check_numbers(one, {"x", "y", "w", "h"});
        CHECK(one.at("enabled").is_boolean());
        CHECK(one.at("focused").is_boolean());
    }
    const json tile = target(it, "tile/fine-dispute");
    CHECK(tile.at("role") == "card");
    CHECK(tile.at("key") == "2");
    CHECK(tile.at("label") == starter()->pack.find("fine-dispute")->title);
    CHECK(target(it, "tab/most-used").at("chosen") == true);
}

TEST_CASE("Each text is described by its words, its place and what it is judged by") {
    const json it = described(start_desk());
    for (const json& one : it.at("texts")) {
        CAPTURE(one.dump());
        CHECK(keys_of(one) == std::set<std::string>{"text", "x", "y", "w", "h", "cap_mm",
                                                    "contrast", "clipped", "turned"});
        CHECK_FALSE(one.at("text").get<std::string>().empty());
        CHECK(one.at("cap_mm").get<double>() >= 4.8 - 1e-3);
        CHECK(one.at("contrast").get<double>() >= 7);
        CHECK(one.at("clipped") == false);
        CHECK(one.at("turned") == false);
        CHECK(one.at("w").get<double>() > 0);
    }
}

TEST_CASE("The card and the step are null until there is one, and steps count from 1") {
    app::Session session = start_desk();
    CHECK(described(session).at("card").is_null());
    CHECK(described(session).at("step").is_null());
    session.post(desk::OpenCard{"help"});
    CHECK(described(session).at("screen") == "card");
    CHECK(described(session).at("card") == "help");
    CHECK(described(session).at("step").is_null());
    session.post(desk::OpenStep{2});
    CHECK(described(session).at("screen") == "step");
    CHECK(described(session).at("card") == "help");
    CHECK(described(session).at("step") == 3);
}

TEST_CASE("The quiet screen gives neither card nor step away") {
    app::Session session = start_desk();
    session.post(desk::OpenCard{"help"});
    session.post(desk::BeQuiet{});
    const json it = described(session);
    CHECK(it.at("screen") == "quiet");
    CHECK(it.at("card").is_null());
    CHECK(it.at("step").is_null());
    CHECK(target(it, "wake").at("w") == 1920);
}

TEST_CASE("Pages count from 1, and frames and pixels are those that there are") {
    app::Session session = start_desk(panel_of(7, 1024, 600));
    const json first = described(session, {.frames = 41});
    CHECK(first.at("page") == 1);
    CHECK(first.at("pages").get<int>() > 1);
    CHECK(first.at("frames") == 41);
    CHECK_THAT(first.at("px_per_mm").get<double>(),
               WithinAbs(panel_of(7, 1024, 600).px_per_mm, 1e-9));
    press(session, platform::Key::page_down);
    CHECK(described(session).at("page") == 2);
}

TEST_CASE("The focus is where the description says") {
    app::Session session = start_desk();
    press(session, platform::Key::tab);
    const json it = described(session);
    CHECK(target(it, focused(session)).at("focused") == true);
    CHECK(std::ranges::count_if(it.at("targets"),
                                [](const json& one) { return one.at("focused") == true; }) == 1);
}

TEST_CASE("The description is what is on the glass, in the same places") {
    const app::Session session = start_desk();
    const json it = described(session);
    const look::Scene& scene = session.screen().scene;
    REQUIRE(it.at("targets").size() == scene.targets.size());
    for (std::size_t i = 0; i < scene.targets.size(); ++i) {
        const json& one = it.at("targets").at(i);
        const look::Rect& rect = scene.targets.at(i).rect;
        CHECK(one.at("id") == scene.targets.at(i).id);
        CHECK_THAT(one.at("x").get<double>(), WithinAbs(static_cast<double>(rect.x), 1e-3));
        CHECK_THAT(one.at("y").get<double>(), WithinAbs(static_cast<double>(rect.y), 1e-3));
        CHECK_THAT(one.at("w").get<double>(), WithinAbs(static_cast<double>(rect.w), 1e-3));
        CHECK_THAT(one.at("h").get<double>(), WithinAbs(static_cast<double>(rect.h), 1e-3));
    }
}

TEST_CASE("For a person the description has the screen, the words and the targets") {
    app::Session session = start_desk();
    session.post(desk::OpenCard{"help"});
    session.post(desk::OpenStep{1});
    const std::string text = app::describe_text(session);
    CHECK(text.starts_with("Screen: step, card help, step 2\n"));
    CHECK(text.contains("\nWords:\n"));
    CHECK(text.contains(starter()->pack.find("help")->steps.at(1).title));
    CHECK(text.contains("\nTargets:\n"));
    CHECK(text.contains("\n  home [Esc]: Home\n"));
}

TEST_CASE("A picture is described by its words") {
    cards::Pack pack = starter()->pack;
    for (cards::Card& card : pack.cards) {
        card.steps.front().picture = {.file = "images/door.png", .words = "The way out"};
    }
    app::Session session = start_desk();
    session.post(desk::UseLibrary{std::make_shared<desk::Library>(pack)});
    session.post(desk::OpenCard{"help"});
    session.post(desk::OpenStep{0});
    json pictures = described(session).at("pictures");
    REQUIRE(pictures.size() == 1);
    CHECK(pictures[0].at("file") == "images/door.png");
    CHECK(pictures[0].at("words") == "The way out");
    check_numbers(pictures[0], {"x", "y", "w", "h"});
    CHECK(app::describe_text(session).contains("  Picture: The way out\n"));
}
