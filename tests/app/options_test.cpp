#include "app/options.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <iostream>

using app::Options;
using app_test::Captured;

namespace {

const platform::Places kPlaces{
    .config = "/etc/desk.yaml", .state = "/var/desk", .data = "/usr/desk"};

struct Parsed {
    std::variant<Options, int> result;
    std::string out;
    std::string err;
};

Parsed parse(std::vector<const char*> words) {
    words.insert(words.begin(), "deskcards");
    const Captured out(std::cout);
    const Captured err(std::cerr);
    auto result = app::parse_options(static_cast<int>(words.size()), words.data(), kPlaces);
    return {.result = std::move(result), .out = out.text(), .err = err.text()};
}

Options options(const std::vector<const char*>& words) {
    const Parsed parsed = parse(words);
    CHECK(parsed.out.empty());
    CHECK(parsed.err.empty());
    const auto* options = std::get_if<Options>(&parsed.result);
    REQUIRE(options != nullptr);
    return *options;
}

template <typename Command>
Command command(const std::vector<const char*>& words) {
    const Options parsed = options(words);
    const auto* it = std::get_if<Command>(&parsed.command);
    REQUIRE(it != nullptr);
    return *it;
}

void check_refused(const std::vector<const char*>& words) {
    const Parsed parsed = parse(words);
    const int* code = std::get_if<int>(&parsed.result);
    REQUIRE(code != nullptr);
    CHECK(*code == 2);
    CHECK(parsed.out.empty());
    CHECK_FALSE(parsed.err.empty());
}

} // namespace

TEST_CASE("The bare command runs the desk, full screen, where this machine keeps its files") {
    const auto run = command<app::RunDesk>({});
    CHECK_FALSE(run.pack.has_value());
    CHECK_FALSE(run.window.has_value());
    const Options parsed = options({});
    CHECK(parsed.places.config == kPlaces.config);
    CHECK(parsed.places.state == kPlaces.state);
    CHECK(parsed.places.data == kPlaces.data);
    CHECK_FALSE(parsed.config_given);
}

TEST_CASE("The command line names cards, a window, a configuration and a state folder") {
    const std::vector<const char*> words{"--pack",  "/cards",    "--window", "1024x600",
                                         "--state", "/my/state", "--config", "my.yaml"};
    const auto run = command<app::RunDesk>(words);
    CHECK(run.pack == "/cards");
    CHECK(run.window == std::array{1024, 600});
    const Options parsed = options(words);
    CHECK(parsed.places.state == "/my/state");
    CHECK(parsed.places.config == "my.yaml");
    CHECK(parsed.places.data == kPlaces.data);
    CHECK(parsed.config_given);
}

TEST_CASE("A size is two numbers with an x, from 320 to 16384 each") {
    for (const auto& [text, size] : {std::pair{"320x320", std::array{320, 320}},
                                     {"16384x16384", {16384, 16384}},
                                     {"1920X1080", {1920, 1080}},
                                     {"480x800", {480, 800}}}) {
        CAPTURE(text);
        CHECK(command<app::RunDesk>({"--window", text}).window == size);
    }
}

TEST_CASE("A size of any other form is refused with an example of the right one") {
    for (const char* text : {"", "x", "1024", "1024x", "x600", "1024x600x", "1024 x 600",
                             "1024*600", "-1024x600", "+1024x600", "319x600", "1024x319",
                             "16385x600", "1024x99999999999999", "1e3x600", "1024x600px"}) {
        CAPTURE(text);
        check_refused({"--window", text});
    }
    CHECK(parse({"--window", "big"})
              .err.contains("Write the size as WIDTHxHEIGHT in pixels, such as 1024x600."));
}

TEST_CASE("Show takes the one thing to show") {
    CHECK(command<app::Show>({"show", "fine-dispute"}).what == "fine-dispute");
    CHECK(command<app::Show>({"show", "quiet"}).what == "quiet");
    check_refused({"show"});
    check_refused({"show", "a", "b"});
}

TEST_CASE("A desk may write down how long everything takes") {
    CHECK_FALSE(command<app::RunDesk>({}).trace);
    CHECK(command<app::RunDesk>({"--trace", "trace.json"}).trace == "trace.json");
}

TEST_CASE("A desk may start behind other programs, and be put away and brought back") {
    CHECK_FALSE(command<app::RunDesk>({}).behind);
    CHECK(command<app::RunDesk>({"--behind"}).behind);
    command<app::Hide>({"hide"});
    command<app::Toggle>({"toggle", "--state", "/my/state"});
    check_refused({"toggle", "it"});
}

TEST_CASE("Describe speaks words or JSON") {
    CHECK_FALSE(command<app::Describe>({"describe"}).json);
    CHECK(command<app::Describe>({"describe", "--json"}).json);
    check_refused({"describe", "it"});
}

TEST_CASE("Check takes a folder and speaks lines or JSON") {
    CHECK(command<app::Check>({"check", "content"}).folder == "content");
    CHECK_FALSE(command<app::Check>({"check", "content"}).json);
    CHECK(command<app::Check>({"check", "--json", "content"}).json);
    check_refused({"check"});
}

TEST_CASE("The state folder may be named before or after a command") {
    CHECK(options({"--state", "/my/state", "show", "home"}).places.state == "/my/state");
    CHECK(options({"show", "home", "--state", "/my/state"}).places.state == "/my/state");
    CHECK(options({"describe", "--json", "--state", "/my/state"}).places.state == "/my/state");
}

TEST_CASE("New takes a folder, and an acronym for each code or the whole starter pack") {
    const auto plain = command<app::New>({"new", "mine"});
    CHECK(plain.folder == "mine");
    CHECK(plain.frameworks == std::array<std::string, 4>{"HELP", "CALM", "SAFE", "REST"});
    CHECK_FALSE(plain.starter);
    CHECK_FALSE(plain.list);
    const auto own = command<app::New>({"new", "mine", "--yellow", "LEAPS", "--blue", "flows"});
    CHECK(own.frameworks == std::array<std::string, 4>{"HELP", "LEAPS", "SAFE", "flows"});
    CHECK(command<app::New>({"new", "mine", "--starter"}).starter);
    CHECK(command<app::New>({"new", "--list"}).list);
    check_refused({"new"});
    check_refused({"new", "mine", "--list"});
    check_refused({"new", "mine", "--starter", "--green", "HEARD"});
}

TEST_CASE("What the command line does not know is refused with exit code 2") {
    check_refused({"--unknown"});
    check_refused({"unknown"});
    check_refused({"--json"});
    check_refused({"--pack"});
    check_refused({"--pack", ""});
    check_refused({"check", ""});
    check_refused({"--state"});
    check_refused({"-x"});
    check_refused({"show", "a", "--unknown"});
    check_refused({"show", "a", "describe"});
}

TEST_CASE("Help is on standard output, names each command, and is no error") {
    for (const std::vector<const char*>& words :
         {std::vector{"--help"}, {"-h"}, {"show", "--help"}, {"check", "-h"}}) {
        const Parsed parsed = parse(words);
        REQUIRE(std::holds_alternative<int>(parsed.result));
        CHECK(std::get<int>(parsed.result) == 0);
        CHECK_FALSE(parsed.out.empty());
        CHECK(parsed.err.empty());
    }
    const std::string help = parse({"--help"}).out;
    for (const char* word :
         {"show", "describe", "check", "--config", "--state", "--pack", "--window", "--version"}) {
        CAPTURE(word);
        CHECK(help.contains(word));
    }
}

TEST_CASE("The version is a number and no error") {
    const Parsed parsed = parse({"--version"});
    REQUIRE(std::holds_alternative<int>(parsed.result));
    CHECK(std::get<int>(parsed.result) == 0);
    CHECK(parsed.out.contains('.'));
    CHECK(parsed.err.empty());
}
