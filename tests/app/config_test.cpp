#include "app/config.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using app::parse_config;

namespace {

app::Config config(const std::string& text) {
    const app::ReadConfig read = parse_config(text, "deskcards.yaml");
    CHECK(read.problems.empty());
    return read.config;
}

/// What is wrong with a configuration, a line each, once it is checked that it changes nothing.
std::vector<std::string> complaints(const std::string& text) {
    const app::ReadConfig read = parse_config(text, "deskcards.yaml");
    CHECK_FALSE(read.config.pack.has_value());
    CHECK_FALSE(read.config.panel_width_mm.has_value());
    CHECK(read.config.habits == desk::Habits{});
    CHECK(read.config.drop == app::DropHabits{});
    CHECK(read.config.speech == desk::Speech{});
    CHECK_FALSE(read.config.hotkey.has_value());
    std::vector<std::string> lines;
    lines.reserve(read.problems.size());
    for (const cards::Problem& problem : read.problems) {
        lines.push_back(cards::to_string(problem));
    }
    return lines;
}

using Lines = std::vector<std::string>;

/// ASCII as UTF-16 with a byte order mark.
std::string utf16(const std::string& text, bool big) {
    std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : text) {
        bytes += big ? std::string{'\0', c} : std::string{c, '\0'};
    }
    return bytes;
}

} // namespace

TEST_CASE("Parts of the day that make no sense are left as they were") {
    for (const char* bands : {"opening 9:00", "[]", "[opening]", "[opening 9:00, midday 8:00]",
                              "[opening 9:00, opening 11:00]", "[Opening 9:00]", "[opening 25:00]",
                              "[opening 9:60]", "[opening 9]", "[a 1:00, b 1:00]", "[a-b c 9:00]",
                              "[a 1:00, b 2:00, c 3:00, d 4:00, e 5:00, f 6:00, g 7:00]"}) {
        CAPTURE(bands);
        CHECK(complaints(std::string("time-bands: ") + bands + "\n").size() == 1);
    }
}

TEST_CASE("Opening hours are read, one line or a list") {
    const desk::OpeningHours week{
        {.first = std::chrono::Monday, .last = std::chrono::Friday, .begins = 510, .ends = 1200},
        {.first = std::chrono::Saturday,
         .last = std::chrono::Saturday,
         .begins = 600,
         .ends = 1440}};
    CHECK(config("opening-hours: [Mon-Fri 8:30-20:00, saturday 10:00-24:00]\n").habits.opening ==
          week);
    CHECK(config("opening-hours: Mon-fri 8:30-20:00\n").habits.opening ==
          desk::OpeningHours{week.front()});
    for (const char* hours :
         {"always", "[]", "Mon", "Mon 8:00", "Mon-Fri 20:00-8:00", "Mon-Fri 8:00-8:00",
          "Mo 8:00-9:00", "Mon-Fry 8:00-9:00", "Mon 8:00-24:01", "Mon 8-9", "Mon- 8:00-9:00",
          "[Mon 8:00-9:00, Tue]", "{Mon: 8:00}"}) {
        CAPTURE(hours);
        CHECK(complaints(std::string("opening-hours: ") + hours + "\n").size() == 1);
    }
}

TEST_CASE("Each setting is read") {
    CHECK(config("pack: /srv/cards\n").pack == "/srv/cards");
    CHECK(config("panel-width-mm: 476.5\n").panel_width_mm == 476.5);
    CHECK(config("idle-minutes: 5\n").habits.idle_return == 5min);
    CHECK(config("idle-minutes: 1.5\n").habits.idle_return == 90s);
    CHECK_FALSE(config("clock: off\n").habits.clock);
    CHECK_FALSE(config("count: off\n").habits.counting);
    CHECK(config("keep-counts-months: 36\n").keep_months == 36);
    CHECK(config("time-bands: [early 8:30, late 17:00]\n").habits.bands ==
          std::vector<desk::TimeBand>{{.name = "early", .begins = 510},
                                      {.name = "late", .begins = 1020}});
    CHECK_FALSE(config("clock: Off\n").habits.clock);
    CHECK(config("clock: off\n").habits.patron_turned);
    CHECK_FALSE(config("patron-turned: off\n").habits.patron_turned);
}

TEST_CASE("Whether the desk speaks, and how loud, is read") {
    CHECK(config("clock: on\n").speech == desk::Speech{});
    CHECK_FALSE(config("clock: on\n").speech.on);
    CHECK(config("speech: on\n").speech.on);
    CHECK(config("speech-volume: 3\n").speech.volume == 3);
    CHECK(complaints("speech: loud\n").size() == 1);
    CHECK(complaints("speech-volume: 0\n").size() == 1);
    CHECK(complaints("speech-volume: 11\n").size() == 1);
}

TEST_CASE("How packs may come to the desk is read") {
    CHECK_FALSE(config("drop: off\n").drop.on);
    CHECK(config("signed-goes-in: on\n").drop.signed_goes_in);
    CHECK(config("ask-for-first-pin: off\n").drop.ask_for_first_pin == false);
    CHECK_FALSE(config("clock: on\n").drop.ask_for_first_pin.has_value());
    using Folders = std::vector<std::filesystem::path>;
    CHECK(config("drop-folders: /srv/cards\n").drop.folders == Folders{"/srv/cards"});
    CHECK(config("drop-folders: [/a, /b c]\n").drop.folders == Folders{"/a", "/b c"});
    CHECK(complaints("drop-folders: [/a, b]\n").size() == 1);
    CHECK(config("drop-patience-minutes: 0\n").drop.patience == 0min);
    CHECK(config("drop-patience-minutes: 90\n").drop.patience == 90min);
    CHECK(complaints("drop-patience-minutes: 1441\n").size() == 1);
    CHECK(complaints("ask-for-first-pin: perhaps\n").size() == 1);
}

TEST_CASE("All settings are read together, in any order") {
    const app::Config read =
        config("clock: off\npanel-width-mm: 300\n# a remark\nidle-minutes: 10\npack: /p\n");
    CHECK_FALSE(read.habits.clock);
    CHECK(read.panel_width_mm == 300);
    CHECK(read.habits.idle_return == 10min);
    CHECK(read.pack == "/p");
}

TEST_CASE("Without settings the desk goes home after three minutes and shows the clock") {
    const app::Config read = config("clock: on\n");
    CHECK(read.habits.idle_return == 3min);
    CHECK(read.habits.clock);
    CHECK_FALSE(read.pack.has_value());
    CHECK_FALSE(read.panel_width_mm.has_value());
}

TEST_CASE("A switch is on, yes or true, or it is off, no or false") {
    for (const char* word : {"on", "yes", "true"}) {
        CHECK(config("clock: " + std::string(word)).habits.clock);
    }
    for (const char* word : {"off", "no", "false"}) {
        CHECK_FALSE(config("clock: " + std::string(word)).habits.clock);
    }
}

TEST_CASE("A switch that is neither is left as it was") {
    for (const char* value : {"maybe", "1", "[on]", "{on: off}", "''"}) {
        CAPTURE(value);
        CHECK(complaints("clock: " + std::string(value)) ==
              Lines{"deskcards.yaml:1: warning: \"clock\" is either on or off; it is left as it "
                    "was."});
    }
}

TEST_CASE("The limits of the numbers are good, and numbers beyond them are left out") {
    CHECK(config("idle-minutes: 1").habits.idle_return == 1min);
    CHECK(config("idle-minutes: 240").habits.idle_return == 240min);
    CHECK(config("panel-width-mm: 50").panel_width_mm == 50);
    CHECK(config("panel-width-mm: 5000").panel_width_mm == 5000);
    for (const char* value : {"0.9", "241", "0", "-3", "nan", "inf", "1e9", "three", "3 min", "''",
                              "[3]", "{a: 3}", "3,5", "0x10"}) {
        CAPTURE(value);
        CHECK(complaints("# a remark\nidle-minutes: " + std::string(value)) ==
              Lines{"deskcards.yaml:2: warning: \"idle-minutes\" needs a number from 1 to 240; it "
                    "is left as it was."});
    }
    for (const char* value : {"49.9", "5001", "wide"}) {
        CAPTURE(value);
        CHECK(complaints("panel-width-mm: " + std::string(value)) ==
              Lines{"deskcards.yaml:1: warning: \"panel-width-mm\" needs a number from 50 to 5000; "
                    "it is left as it was."});
    }
}

TEST_CASE("How the glass is set is read, and written as it is read") {
    using desk::Colours;
    using desk::Comfort;
    using desk::TextSize;
    CHECK(config("text-size: largest\ncolors: high-contrast\nrail: right\nreach: low").comfort ==
          Comfort{.text = TextSize::largest,
                  .colours = Colours::high_contrast,
                  .rail_on_right = true,
                  .low = true});
    CHECK(config("text-size: normal\ncolors: light\nrail: left\nreach: all").comfort == Comfort{});
    CHECK(config("language: es").comfort.language == "es");
    CHECK(config("language: Français").comfort.language == "fr");
    CHECK(complaints("language: tlhingan") ==
          Lines{"deskcards.yaml:1: warning: \"tlhingan\" is not a language; write its name, or a "
                "tag such as es."});
    const desk::Comfort french{.language = "fr"};
    CHECK(config(app::to_config(french, {})).comfort == french);
    CHECK(config("viewing-distance-mm: 900").viewing_distance_mm == 900);
    for (const TextSize text : {TextSize::normal, TextSize::large, TextSize::largest}) {
        for (const Colours colours : {Colours::light, Colours::dark, Colours::high_contrast}) {
            for (const bool side : {false, true}) {
                const Comfort comfort{
                    .text = text, .colours = colours, .rail_on_right = side, .low = !side};
                const desk::Speech speech{.on = side, .volume = 3, .fault = {}};
                const app::Config read = config(app::to_config(comfort, speech));
                CHECK(read.comfort == comfort);
                CHECK(read.speech == speech);
            }
        }
    }
}

TEST_CASE("A word that is not among those of a setting is left out, and they are named") {
    CHECK(complaints("colors: pink") ==
          Lines{"deskcards.yaml:1: warning: \"colors\" is one of \"light\", \"dark\" and "
                "\"high-contrast\"; it is left as it was."});
    CHECK(complaints("text-size: [large]").size() == 1);
    CHECK(parse_config("rail: up", "", {.comfort = {.rail_on_right = true}})
              .config.comfort.rail_on_right);
}

TEST_CASE("Cards are named by their whole path") {
    for (const char* value : {"cards", "./cards", "~/cards", "''", "[/cards]", "{a: /cards}"}) {
        CAPTURE(value);
        CHECK(complaints("pack: " + std::string(value)) ==
              Lines{"deskcards.yaml:1: warning: \"pack\" needs the whole path of a folder, from "
                    "/."});
    }
}

TEST_CASE("A hotkey is a key that neither typing nor the desk itself needs") {
    CHECK_FALSE(config("").hotkey.has_value());
    CHECK(platform::to_string(config("hotkey: ctrl+alt+h").hotkey.value()) == "Ctrl+Alt+H");
    CHECK(config("hotkey: F8").hotkey.has_value());
    CHECK(config("hotkey: Ctrl+F1").hotkey.has_value());
    CHECK(complaints("hotkey: [F8]").size() == 1);
    CHECK(complaints("hotkey: D") ==
          Lines{"deskcards.yaml:1: warning: D is pressed while people type; hold more with it, as "
                "in Ctrl+Alt+H."});
    CHECK(complaints("hotkey: F12") ==
          Lines{"deskcards.yaml:1: warning: F12 has a meaning on the desk; choose another "
                "hotkey."});
}

TEST_CASE("A setting that there is not is named, with those that there are") {
    CHECK(complaints("idle-seconds: 3") ==
          Lines{"deskcards.yaml:1: warning: There is no setting \"idle-seconds\"; the settings are "
                "ask-for-first-pin, clock, colors, count, desk-name, drop, drop-folders, "
                "drop-patience-minutes, hotkey, "
                "idle-minutes, keep-counts-months, language, metrics-file, opening-hours, outbox, "
                "pack, panel-width-mm, "
                "patron-turned, "
                "rail, reach, "
                "signed-goes-in, speech, speech-volume, text-size, time-bands and "
                "viewing-distance-mm."});
    CHECK(complaints("Clock: off").size() == 1);
}

TEST_CASE("One wrong setting does not hold back the others") {
    const app::ReadConfig read =
        parse_config("clock: maybe\nidle-minutes: 7\nwrong: 1\npack: /p\n", "deskcards.yaml");
    CHECK(read.problems.size() == 2);
    CHECK(read.config.habits.idle_return == 7min);
    CHECK(read.config.pack == "/p");
}

TEST_CASE("Files as Windows' editors save them are read as any other") {
    const std::string text = "clock: off\r\nidle-minutes: 7\r\npack: /srv/cards\r\n";
    for (const std::string& bytes :
         {text, "\xEF\xBB\xBF" + text, utf16(text, false), utf16(text, true)}) {
        const app::Config read = config(bytes);
        CHECK_FALSE(read.habits.clock);
        CHECK(read.habits.idle_return == 7min);
        CHECK(read.pack == "/srv/cards");
    }
}

TEST_CASE("A path may have letters of any script") {
    CHECK(config("pack: /srv/Größe/карты\n").pack == "/srv/Größe/карты");
}

TEST_CASE("What is no configuration at all is one problem, and every default holds") {
    for (const std::string& bytes :
         {std::string("pack: [unclosed"), std::string("just words"), std::string("- a\n- list\n"),
          std::string("clock: off\nclock: on\n"), std::string("a\0b: c", 6),
          std::string("pack: \"open\n"), std::string("pack: &a /x\nclock: *a\n"),
          std::string("\xFF\xFE\x00\xD8", 4)}) {
        CAPTURE(bytes);
        const Lines lines = complaints(bytes);
        REQUIRE(lines.size() == 1);
        CHECK(lines.front().starts_with("deskcards.yaml:"));
        CHECK(lines.front().contains("error"));
    }
}

TEST_CASE("A desk has a name as packs may write it, and places to write to") {
    CHECK(config("desk-name: riverside-circulation\n").desk_name == "riverside-circulation");
    for (const char* bad : {"Riverside", "river side", "-river", "''", "[a]"}) {
        INFO(bad);
        const app::ReadConfig read =
            parse_config(std::string("desk-name: ") + bad + "\n", "deskcards.yaml");
        CHECK(read.problems.size() == 1);
        CHECK(read.config.desk_name.empty());
    }
    CHECK(config("outbox: /srv/out\n").outbox == "/srv/out");
    CHECK(config("metrics-file: /srv/m/deskcards.prom\n").metrics_file == "/srv/m/deskcards.prom");
    CHECK(parse_config("outbox: out\n", "x").problems.size() == 1);
    CHECK(parse_config("metrics-file: deskcards.prom\n", "x").problems.size() == 1);
}
