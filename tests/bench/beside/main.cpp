#include "cards/card.h"
#include "line_watch.h"
#include "look/fonts.h"
#include "median.h"
#include "packs/folder.h"
#include "page.h"
#include "processes.h"
#include "support/child.h"
#include "support/desk_process.h"
#include "support/temp_folder.h"
#include "support/x_hands.h"
#include "support/x_server.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

/// The desk and another program that shows the same cards, in turn on one display: what a person at
/// the desk waits for, seen from outside, and what it costs the machine. README.md, in the folder
/// above, says how.

namespace {

using namespace beside;
using bench::median;
using namespace std::chrono_literals;

constexpr int kLines = 40;                ///< Across the glass; a tile has eight of them.
constexpr double kHeldMs = 15;            ///< A finger's shortest touch.
constexpr double kStillAfterStart = 1500; ///< ms
constexpr double kStillAfterTouch = 350;  ///< ms
constexpr double kPatience = 20'000;      ///< ms
constexpr int kTapsARound = 3;
constexpr auto kIdle = 3s;
constexpr std::string_view kTile = "tile/fine-dispute";
constexpr std::string_view kTyped = "fin";

struct Options {
    int rounds = 10;
    int width = 1920;
    int height = 1080;
    bool sketch = false; ///< Beside the sketch instead of a browser, and within limits.
};

/// What is compared, by its name; a value a round.
using Figures = std::map<std::string, std::vector<double>>;

/// A program that shows the cards.
struct Program {
    std::string name;
    std::vector<std::string> command;
    support::Environment environment;
    Figures figures;
    std::optional<std::size_t> board; ///< What its board looks like.
};

/// Where the board has what is touched.
struct Places {
    support::Point nothing{.x = 2, .y = 98}; ///< Touching it does nothing.
    support::Point tile;
    support::Point search;
};

class Display {
public:
    explicit Display(const Options& options)
        : server_(options.width, options.height), hands_(server_.name()),
          watch_(server_.name(), {.x = 0, .y = 0, .w = options.width, .h = options.height},
                 kLines) {}

    const std::string& name() const { return server_.name(); }

    /// One start of a program, from nothing to its end.
    void measure(Program& program, const Places& places) {
        hands_.move(places.nothing);
        std::optional<support::Child> child;
        const auto start =
            watch_.watch([&] { child.emplace(program.command, program.environment); },
                         kStillAfterStart, kPatience);
        if (!start) {
            throw std::runtime_error(program.name + " shows nothing. It said: " + child->err());
        }
        const std::size_t board = watch_.look();
        if (program.board.value_or(board) != board) {
            throw std::runtime_error(program.name + " settles on another picture than before");
        }
        program.board = board;
        Figures& figures = program.figures;
        figures["exec to first pixel, ms"].push_back(start->first_ms);
        figures["exec to settled board, ms"].push_back(start->settled_ms);
        taps(figures, places, board);
        keystrokes(figures, places, board);
        const Usage before = usage_of_tree(child->pid());
        std::this_thread::sleep_for(kIdle);
        const Usage after = usage_of_tree(child->pid());
        figures["memory of all its processes (PSS), MiB"].push_back(after.pss_mib);
        figures["processor time when idle, ms a second"].push_back(
            (after.cpu_ms - before.cpu_ms) / std::chrono::duration<double>(kIdle).count());
        child->signal(SIGTERM);
        if (!child->wait()) {
            throw std::runtime_error(program.name + " does not end");
        }
    }

private:
    Seen touch(support::Point at) {
        hands_.move(at);
        std::this_thread::sleep_for(300ms);
        bool held = true;
        const auto seen = watch_.watch([&] { hands_.press(); }, kStillAfterTouch, kPatience,
                                       [&](double ms) {
                                           if (held && ms >= kHeldMs) {
                                               hands_.release();
                                               held = false;
                                           }
                                       });
        if (!seen) {
            throw std::runtime_error("a touch changes nothing");
        }
        return *seen;
    }

    Seen key(const std::string& name) {
        const auto seen = watch_.watch([&] { hands_.key(name); }, kStillAfterTouch, kPatience);
        if (!seen) {
            throw std::runtime_error("the key " + name + " changes nothing");
        }
        return *seen;
    }

    void go_home(const Places& places, std::size_t board) {
        hands_.move(places.nothing);
        for (int i = 0; i < 5 && watch_.look() != board; ++i) {
            watch_.watch([&] { hands_.key("Escape"); }, kStillAfterTouch, 1000);
        }
        if (watch_.look() != board) {
            throw std::runtime_error("Escape does not lead back to the board");
        }
    }

    void taps(Figures& figures, const Places& places, std::size_t board) {
        std::vector<double> first;
        std::vector<double> settled;
        for (int i = 0; i < kTapsARound; ++i) {
            const Seen seen = touch(places.tile);
            first.push_back(seen.first_ms);
            settled.push_back(seen.settled_ms);
            go_home(places, board);
        }
        figures["tap to first change, ms"].push_back(median(first));
        figures["tap to settled card, ms"].push_back(median(settled));
    }

    void keystrokes(Figures& figures, const Places& places, std::size_t board) {
        touch(places.search);
        std::vector<double> settled;
        for (const char letter : kTyped) {
            settled.push_back(key(std::string(1, letter)).settled_ms);
        }
        figures["keystroke to results, ms"].push_back(median(settled));
        go_home(places, board);
    }

    support::XServer server_;
    support::XHands hands_;
    LineWatch watch_;
};

const char* const kConfig = "clock: off\n";

/// What the desk's board has where.
support::Description describe_board(const std::string& display) {
    support::DeskProcess desk(display);
    support::Description board = desk.settle();
    desk.close();
    return board;
}

look::Fonts fonts_for(const Options& options, double px_per_mm) {
    auto fonts = look::Fonts::open(
        {.width_px = options.width, .height_px = options.height, .px_per_mm = px_per_mm}, {});
    if (!fonts) {
        throw std::runtime_error(fonts.error().sentence);
    }
    return std::move(*fonts);
}

Program chromium(const support::TempFolder& folder, const std::string& page,
                 const Options& options) {
    return {.name = "Chromium",
            .command = {"chromium", "--kiosk", "--no-first-run", "--noerrdialogs",
                        "--password-store=basic",
                        "--user-data-dir=" + (folder.path() / "profile").string(),
                        "--window-position=0,0",
                        fmt::format("--window-size={},{}", options.width, options.height),
                        // Its sandbox does not start as root.
                        geteuid() == 0 ? "--no-sandbox" : "--kiosk",
                        "file://" + folder.write("cards.html", page).string()},
            .environment = {},
            .figures = {},
            .board = {}};
}

Program sketch() {
    return {.name = "the sketch",
            .command = {DESKCARDS_SKETCH},
            .environment = {},
            .figures = {},
            .board = {}};
}

/// What the desk may take of what the sketch takes, with room for a busy machine. When this was
/// written it took 1.46, 0.17, 0.69 and 1.11 in the preset dev.
const std::map<std::string, double> kLimits{
    {"exec to settled board, ms", 3},
    {"tap to first change, ms", 0.6},
    {"tap to settled card, ms", 1.5},
    {"memory of all its processes (PSS), MiB", 1.5},
};

/// Those that are beyond their limit, a sentence each.
std::vector<std::string> beyond_limits(const Program& ours, const Program& theirs) {
    std::vector<std::string> sentences;
    for (const auto& [name, most] : kLimits) {
        const double ratio = median(ours.figures.at(name)) / median(theirs.figures.at(name));
        if (ratio > most) {
            sentences.push_back(fmt::format("{}: {:.2f} times {}'s, which may be {:.2f}", name,
                                            ratio, theirs.name, most));
        }
    }
    return sentences;
}

void print(const Program& ours, const Program& theirs, int rounds) {
    fmt::print("\n| medians of {} rounds | desk | {} | ratio |\n|---|---|---|---|\n", rounds,
               theirs.name);
    for (const auto& [name, values] : ours.figures) {
        const double a = median(values);
        const double b = median(theirs.figures.at(name));
        fmt::print("| {} | {:.1f} | {:.1f} | {} |\n", name, a, b,
                   b > 0 ? fmt::format("{:.2f}", a / b) : "–");
    }
}

std::vector<std::string> run(const Options& options) {
    Display display(options);
    const support::Description board = describe_board(display.name());
    auto reading = packs::read_folder(DESKCARDS_SOURCE_DIR "/content");
    const Places places{.tile = board.at(kTile).centre(), .search = board.at("search").centre()};
    const support::TempFolder folder;
    Program ours{.name = "the desk",
                 .command = {DESKCARDS_BINARY, "--state", folder.path() / "state", "--config",
                             folder.write("deskcards.yaml", kConfig)},
                 .environment = support::desk_environment(display.name()),
                 .figures = {},
                 .board = {}};
    Program theirs =
        options.sketch
            ? sketch()
            : chromium(folder, page_of(*reading.pack, board, fonts_for(options, board.px_per_mm)),
                       options);
    theirs.environment = {{"DISPLAY", display.name()}, {"WAYLAND_DISPLAY", std::nullopt}};
    const auto round = [&] {
        for (Program* program : {&ours, &theirs}) {
            display.measure(*program, places);
        }
    };
    round(); // what either leaves for its next start is there, and is in the machine's memory
    ours.figures.clear();
    theirs.figures.clear();
    for (int i = 0; i < options.rounds; ++i) {
        round();
        fmt::print("Round {} of {}: board after {:.0f} ms, {:.0f} ms\n", i + 1, options.rounds,
                   ours.figures.at("exec to settled board, ms").back(),
                   theirs.figures.at("exec to settled board, ms").back());
        std::fflush(stdout);
    }
    print(ours, theirs, options.rounds);
    return options.sketch ? beyond_limits(ours, theirs) : std::vector<std::string>{};
}

} // namespace

int main(int argc, char** argv) {
    Options options;
    CLI::App app("Measures the desk beside a browser that shows the same cards.");
    app.add_option("--rounds", options.rounds)->check(CLI::PositiveNumber);
    app.add_flag("--sketch", options.sketch, "Beside a sketch, and fail beyond the limits");
    CLI11_PARSE(app, argc, argv);
    try {
        const auto faults = run(options);
        for (const std::string& fault : faults) {
            fmt::print("Too much: {}.\n", fault);
        }
        return faults.empty() ? 0 : 1;
    } catch (const std::exception& error) {
        fmt::print(stderr, "beside_bench: {}\n", error.what());
        return 1;
    }
}
