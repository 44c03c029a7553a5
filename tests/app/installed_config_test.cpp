#include "app/config.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <regex>
#include <sstream>
#include <string>

using app::parse_config;

namespace {

/// The configuration file that the package brings.
std::string installed() {
    std::ostringstream text;
    text << std::ifstream(DESKCARDS_SOURCE_DIR "/assets/installed/deskcards.yaml").rdbuf();
    return text.str();
}

/// The settings in it, which are remarks there, as settings.
std::string uncommented() {
    std::istringstream lines(installed());
    std::string settings;
    const std::regex setting("# ([a-z-]+: .*)");
    std::smatch found;
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_match(line, found, setting)) {
            settings += found.str(1) + '\n';
        }
    }
    return settings;
}

} // namespace

TEST_CASE("The configuration file that the package brings changes nothing") {
    REQUIRE_FALSE(installed().empty());
    const app::ReadConfig read = parse_config(installed(), "deskcards.yaml");
    CHECK(read.problems.empty());
    CHECK_FALSE(read.config.pack.has_value());
    CHECK(read.config.habits == desk::Habits{});
    CHECK(read.config.drop == app::DropHabits{});
}

TEST_CASE("The configuration file that the package brings names the defaults") {
    const app::Config before;
    app::ReadConfig read = parse_config(uncommented(), "deskcards.yaml");
    CHECK(read.problems.empty());
    read.config.habits.opening = before.habits.opening; // which is none, and shown by an example
    CHECK(read.config.keep_months == before.keep_months);
    CHECK(read.config.habits == before.habits);
    CHECK(read.config.speech == before.speech);
    CHECK(read.config.comfort.text == before.comfort.text);
    CHECK(read.config.comfort.colours == before.comfort.colours);
    CHECK(read.config.comfort.rail_on_right == before.comfort.rail_on_right);
    CHECK(read.config.comfort.low == before.comfort.low);
    read.config.drop.ask_for_first_pin = before.drop.ask_for_first_pin;
    CHECK(read.config.drop == before.drop);
}

TEST_CASE("The configuration file that the package brings and its manual page have every setting") {
    const auto problems = parse_config("no-such-thing: 1\n", "deskcards.yaml").problems;
    REQUIRE(problems.size() == 1);
    std::string names = cards::to_string(problems.front());
    constexpr std::string_view kBefore = "settings are ";
    names.erase(0, names.find(kBefore) + kBefore.size());
    std::ostringstream page;
    page << std::ifstream(DESKCARDS_SOURCE_DIR "/assets/installed/deskcards.yaml.5").rdbuf();
    const std::regex name("[a-z]+(-[a-z]+)*");
    int count = 0;
    for (std::sregex_iterator it(names.begin(), names.end(), name), end; it != end; ++it) {
        if (it->str() == "and") {
            continue;
        }
        CAPTURE(it->str());
        CHECK(("\n" + uncommented()).contains("\n" + it->str() + ": "));
        CHECK(page.str().contains("\n.It Cm " + it->str() + "\n"));
        ++count;
    }
    CHECK(count >= 20);
}
