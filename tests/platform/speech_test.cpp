#include "platform/speech.h"

#include "support/speech_server.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <mutex>
#include <optional>

using namespace std::chrono_literals;
using platform::Speaker;
using support::SpeechServer;
using support::wait_until;

namespace {

using Lines = std::vector<std::string>;

/// A speaker that speaks to a server of ours, with what it has told.
struct Room {
    SpeechServer server;
    std::mutex mutex;
    Lines told;
    std::optional<Speaker> speaker;

    Room() {
        const support::Environment environment = server.environment();
        const auto& [name, value] = *environment.begin();
        ::setenv(name.c_str(), value->c_str(), 1);
        speaker.emplace([this](const std::string& fault) {
            const std::scoped_lock lock(mutex);
            told.push_back(fault);
        });
    }
    std::size_t times_told() {
        const std::scoped_lock lock(mutex);
        return told.size();
    }
};

} // namespace

TEST_CASE("A text is said, and nothing is told while all is well") {
    Room room;
    room.server.start();
    room.speaker->say({.text = "One.\nTwo.", .language = "en-US"});
    CHECK(room.server.wait_for(1) == Lines{"One. Two."});
    CHECK(room.times_told() == 0);
}

TEST_CASE("What is said next ends what is being said; what is patient comes after it") {
    Room room;
    room.server.start();
    room.server.take_time(5s);
    room.speaker->say({.text = "Long"});
    REQUIRE(room.server.wait_for(1) == Lines{"Long"});
    room.server.take_time(300ms);
    room.speaker->say({.text = "Short"});
    REQUIRE(room.server.wait_for(2) == Lines{"Long", "Short"});
    room.speaker->say({.text = "After", .patient = true});
    CHECK(wait_until([&] { return room.server.finished().size() == 2; }));
    CHECK(room.server.finished() == Lines{"Short", "After"});
}

TEST_CASE("What is being said can be stopped") {
    Room room;
    room.server.start();
    room.server.take_time(3s);
    room.speaker->say({.text = "Stopped"});
    REQUIRE(room.server.wait_for(1) == Lines{"Stopped"});
    room.speaker->stop();
    room.server.take_time(0s);
    const auto began = std::chrono::steady_clock::now();
    room.speaker->say({.text = "Next", .patient = true});
    CHECK(room.server.wait_for(2) == Lines{"Stopped", "Next"});
    CHECK(std::chrono::steady_clock::now() - began < 2500ms);
    CHECK(wait_until([&] { return room.server.finished() == Lines{"Next"}; }));
}

TEST_CASE("A server that is missing is told of at once, and again that it has come") {
    Room room;
    const auto began = std::chrono::steady_clock::now();
    room.speaker->say({.text = "Nobody hears this"});
    CHECK(std::chrono::steady_clock::now() - began < 100ms);
    REQUIRE(wait_until([&] { return room.times_told() == 1; }));
    CHECK(room.told.front().contains("speech-dispatcher"));
    room.server.start();
    room.speaker->say({.text = "Here"});
    CHECK(room.server.wait_for(1) == Lines{"Here"});
    REQUIRE(wait_until([&] { return room.times_told() == 2; }));
    CHECK(room.told.back().empty());
}

TEST_CASE("A speaker ends in time though its server answers nothing") {
    Room room;
    room.server.start();
    room.server.freeze();
    room.speaker->say({.text = "Frozen"});
    const auto began = std::chrono::steady_clock::now();
    room.speaker.reset();
    CHECK(std::chrono::steady_clock::now() - began < 8s);
}
