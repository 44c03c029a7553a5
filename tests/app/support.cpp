#include "support.h"

#include "packs/folder.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <memory>
#include <ostream>
#include <utility>

namespace app_test {

namespace fs = std::filesystem;

fs::path starter_folder() {
    return fs::path(DESKCARDS_SOURCE_DIR) / "content";
}

const desk::LibraryPtr& starter() {
    static const desk::LibraryPtr library = [] {
        cards::Reading reading = packs::read_folder(starter_folder());
        REQUIRE(reading.pack.has_value());
        return std::make_shared<const desk::Library>(std::move(*reading.pack));
    }();
    return library;
}

look::Panel panel_of(double inches, int width_px, int height_px) {
    return {.width_px = width_px,
            .height_px = height_px,
            .px_per_mm = std::hypot(width_px, height_px) / (inches * 25.4)};
}

app::Session start_desk(const look::Panel& panel) {
    auto session = app::Session::start(starter(), desk::Habits{}, panel);
    REQUIRE(session.has_value());
    return std::move(*session);
}

app::Session start_desk(app::Languages languages) {
    auto session =
        app::Session::start(starter(), {}, panel_of(24, 1920, 1080), {}, {}, std::move(languages));
    REQUIRE(session.has_value());
    return std::move(*session);
}

app::Languages translations() {
    return app::Languages::in(DESKCARDS_LOCALES);
}

app::Session start_desk() {
    return start_desk(panel_of(24, 1920, 1080));
}

void tap(app::Session& session, std::string_view id) {
    const look::Target* target = session.screen().scene.find(id);
    REQUIRE(target != nullptr);
    const auto x = static_cast<double>(target->rect.centre_x());
    const auto y = static_cast<double>(target->rect.centre_y());
    session.take(platform::PointerDown{.x = x, .y = y});
    session.take(platform::PointerUp{.x = x, .y = y});
}

void press(app::Session& session, platform::Key key) {
    session.take(platform::KeyPress{.key = key});
}

void type(app::Session& session, std::string_view text) {
    for (const char letter : text) {
        session.take(
            platform::KeyPress{.key = letter == ' ' ? platform::Key::space : platform::Key::other});
        session.take(platform::TypedText{std::string(1, letter)});
    }
}

std::string focused(const app::Session& session) {
    for (const look::Target& target : session.screen().scene.targets) {
        if (target.focused) {
            return target.id;
        }
    }
    return {};
}

Captured::Captured(std::ostream& stream) : stream_(&stream), old_(stream.rdbuf(words_.rdbuf())) {}
Captured::~Captured() {
    stream_->rdbuf(old_);
}

HandsOn::HandsOn() {
    screen.name = "board";
    const auto add = [&](const char* id, const look::Rect& rect) {
        screen.scene.targets.push_back({.id = id, .label = id, .rect = rect});
        screen.taps.emplace_back(id, desk::OpenCard{id});
    };
    add("left", {100, 100, 200, 200});
    add("right", {320, 100, 200, 200});
    add("below", {100, 400, 200, 200});
    add("off", {320, 400, 200, 200});
    screen.scene.targets.back().enabled = false;
}

std::vector<desk::Event> HandsOn::take(const platform::Input& input) {
    return hands.take(input, screen, panel);
}

std::vector<desk::Event> HandsOn::key(platform::Key key) {
    return take(platform::KeyPress{.key = key});
}

std::vector<desk::Event> HandsOn::tap(double x, double y) {
    auto events = take(platform::PointerDown{.x = x, .y = y});
    for (const desk::Event& event : take(platform::PointerUp{.x = x, .y = y})) {
        events.push_back(event);
    }
    return events;
}

std::vector<desk::Event> opens(const std::vector<std::string>& cards) {
    std::vector<desk::Event> events;
    events.reserve(cards.size());
    for (const std::string& card : cards) {
        events.emplace_back(desk::OpenCard{card});
    }
    return events;
}

} // namespace app_test
