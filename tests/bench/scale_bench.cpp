#include "beside/line_watch.h"
#include "beside/processes.h"
#include "keystrokes.h"
#include "median.h"
#include "packs/folder.h"
#include "run.h"
#include "support/child.h"
#include "support/desk_process.h"
#include "support/large_pack.h"
#include "support/temp_folder.h"
#include "support/x_server.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

/// What packs of ten to ten thousand cards take: to be checked and installed, to show a board, in
/// memory, and at each letter of a search. Prints a table.

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using bench::median;

constexpr std::array kSizes{10, 100, 1000, 10'000};
constexpr int kStarts = 10;
constexpr int kRuns = 3;             ///< Of a command.
constexpr double kStill = 1500;      ///< ms until the glass has settled.
constexpr double kPatience = 20'000; ///< ms
constexpr auto kRest = 2s;           ///< Without any work, and all has been read.
constexpr std::size_t kQueries = 200;

/// A pack that a desk has in use, and what it took.
struct Scale {
    int cards = 0;
    fs::path pack;
    fs::path config;
    fs::path state;
    double check_ms = 0;
    double install_ms = 0;
    std::vector<double> board_ms;
    double memory_mib = 0;
    double keystroke_ms = 0; ///< 99 of 100 take no longer.
};

double ms_for(const std::function<void()>& work) {
    const auto begin = Clock::now();
    work();
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

void run(const std::vector<std::string>& command) {
    const support::Ended ended = support::run_to_end(command);
    if (ended.exit_code != 0) {
        throw std::runtime_error(command.front() + ": " + ended.err + ended.out);
    }
}

std::vector<std::string> desk_command(const Scale& scale, const std::vector<std::string>& words) {
    std::vector<std::string> command{DESKCARDS_BINARY, "--state", scale.state, "--config",
                                     scale.config};
    command.insert(command.end(), words.begin(), words.end());
    return command;
}

/// Writes and seals a pack, checks it, and puts it into use in a new state folder.
Scale install(const fs::path& folder, int cards) {
    Scale scale{.cards = cards,
                .pack = folder / "pack",
                .config = folder / "etc/deskcards.yaml",
                .state = folder / "state"};
    support::write_large_pack(scale.pack, static_cast<std::size_t>(cards));
    fs::create_directories(folder / "etc/keys");
    run({"sh", "-c", "echo 'clock: off' >" + scale.config.string()});
    run({"minisign", "-G", "-W", "-f", "-p", folder / "etc/keys/bench.pub", "-s", folder / "key"});
    run(desk_command(scale, {"seal", scale.pack, "--key", folder / "key"}));
    std::vector<double> check;
    std::vector<double> install;
    for (int i = 0; i < kRuns; ++i) {
        check.push_back(ms_for([&] { run(desk_command(scale, {"check", scale.pack})); }));
        fs::remove_all(scale.state);
        install.push_back(ms_for([&] { run(desk_command(scale, {"install", scale.pack})); }));
    }
    scale.check_ms = median(check);
    scale.install_ms = median(install);
    return scale;
}

/// Waits until a desk has read everything and sleeps.
double memory_at_rest(pid_t desk) {
    double before = 0;
    beside::Usage usage = beside::usage_of_tree(desk);
    do {
        before = usage.cpu_ms;
        std::this_thread::sleep_for(kRest);
        usage = beside::usage_of_tree(desk);
    } while (usage.cpu_ms > before);
    return usage.pss_mib;
}

void start(Scale& scale, const support::XServer& server, const beside::LineWatch& glass,
           bool to_rest) {
    std::optional<support::Child> desk;
    const auto seen = glass.watch(
        [&] { desk.emplace(desk_command(scale, {}), support::desk_environment(server.name())); },
        kStill, kPatience);
    if (!seen) {
        throw std::runtime_error("the desk shows nothing. It said: " + desk->err());
    }
    scale.board_ms.push_back(seen->settled_ms);
    if (to_rest) {
        scale.memory_mib = memory_at_rest(desk->pid());
    }
    desk->signal(SIGTERM);
    if (!desk->wait()) {
        throw std::runtime_error("the desk does not end");
    }
}

double keystroke(const fs::path& pack, const std::vector<search_queries::Query>& queries) {
    const cards::Reading reading = packs::read_folder(pack);
    if (!reading.pack) {
        throw std::runtime_error(cards::to_string(reading.problems.front()));
    }
    const std::vector<double> times = bench::keystrokes(cards::SearchIndex(*reading.pack), queries);
    return times.at(times.size() * 99 / 100);
}

/// The power of the number of cards with which a time grows, from a thousand to ten thousand.
double exponent(double at_thousand, double at_ten_thousand) {
    return std::log10(at_ten_thousand / at_thousand);
}

void run() {
    const support::TempFolder folder;
    std::vector<Scale> scales;
    for (const int cards : kSizes) {
        scales.push_back(install(folder.path() / std::to_string(cards), cards));
        fmt::print("{} cards: check {:.0f} ms, install {:.0f} ms\n", cards, scales.back().check_ms,
                   scales.back().install_ms);
        std::fflush(stdout);
    }
    const support::XServer server(1920, 1080);
    const beside::LineWatch glass(server.name(), {.x = 0, .y = 0, .w = 1920, .h = 1080}, 40);
    for (int i = -1; i < kStarts; ++i) {
        for (Scale& scale : scales) { // in turn: what else the machine does comes to all of them
            start(scale, server, glass, i == kStarts - 1);
            if (i < 0) {
                scale.board_ms.clear(); // what it leaves for the next start is there from now on
            }
        }
    }
    auto queries =
        search_queries::read(DESKCARDS_SOURCE_DIR "/tests/cards/search_queries.txt").measuring;
    queries.resize(std::min(queries.size(), kQueries));
    fmt::print(
        "\n| cards | check, ms | install, ms | board, ms (median of {}) | memory (PSS), MiB | "
        "keystroke, ms (p99) |\n|---|---|---|---|---|---|\n",
        kStarts);
    for (Scale& scale : scales) {
        scale.keystroke_ms = keystroke(scale.pack, queries);
        fmt::print("| {} | {:.0f} | {:.0f} | {:.0f} | {:.1f} | {:.2f} |\n", scale.cards,
                   scale.check_ms, scale.install_ms, median(scale.board_ms), scale.memory_mib,
                   scale.keystroke_ms);
    }
    const Scale& hundred = scales.at(1);
    const Scale& thousand = scales.at(2);
    const Scale& most = scales.at(3);
    fmt::print(
        "\nFrom 1,000 to 10,000 cards, check grows with the power {:.2f} of their number, "
        "install with {:.2f}.\nOf 100 and of 10,000 cards: the board takes {:.2f} times as "
        "long, memory is {:.1f} MiB more.\n",
        exponent(thousand.check_ms, most.check_ms), exponent(thousand.install_ms, most.install_ms),
        median(most.board_ms) / median(hundred.board_ms), most.memory_mib - hundred.memory_mib);
}

} // namespace

int main() {
    return bench::run("scale_bench", run);
}
