#include "app/tally_worker.h"
#include "desk/update.h"
#include "packs/folder.h"
#include "simulated.h"
#include "support/filled_ledger.h"
#include "support/temp_folder.h"
#include "tally/ledger.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

/// What counting costs: the frame in which a visit ends, the thread that keeps the counts, and the
/// medium after two years.

namespace {

using namespace std::chrono;
using Clock = steady_clock;

constexpr int kTimed = 1000;

double ms_since(Clock::time_point begin) {
    return duration<double, std::milli>(Clock::now() - begin).count();
}

template <typename T>
T value_of(platform::Result<T> result) {
    if (!result) {
        throw std::runtime_error(result.error().sentence);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

void print(const char* what, std::vector<double> times) {
    std::ranges::sort(times);
    std::printf("%s: median %.3f ms, 99 of 100 within %.3f ms, longest %.3f ms\n", what,
                times.at(times.size() / 2), times.at(times.size() * 99 / 100), times.back());
}

/// Opens a card and goes home, over and over; how long each going home takes, with all that follows
/// from it on the desk's own thread.
std::vector<double> time_going_home(const desk::LibraryPtr& library, bool counting,
                                    const std::function<void(const desk::Effect&)>& take) {
    desk::State state = desk::start(library, desk::Habits{.counting = counting});
    const auto today = year(2026) / November / 26;
    state = desk::update(std::move(state), desk::Tick{.now = 1min, .today = today}).state;
    std::vector<double> times;
    for (std::size_t i = 0; i < kTimed; ++i) {
        const std::string& card = library->pack.cards.at(i % library->pack.cards.size()).id;
        state = desk::update(std::move(state), desk::OpenCard{card}).state;
        state = desk::update(std::move(state), desk::OpenStep{1}).state;
        const auto begin = Clock::now();
        desk::Outcome outcome = desk::update(std::move(state), desk::GoHome{});
        for (const desk::Effect& effect : outcome.effects) {
            take(effect);
        }
        times.push_back(ms_since(begin));
        state = std::move(outcome.state);
    }
    return times;
}

/// Side by side: a desk that counts and one that does not.
void time_frames(const std::filesystem::path& file) {
    const auto reading = packs::read_folder(DESKCARDS_SOURCE_DIR "/content");
    if (!reading.pack) {
        throw std::runtime_error("the starter pack cannot be read");
    }
    const auto library = std::make_shared<const desk::Library>(*reading.pack);
    app::TallyWorker worker(
        {.ledger = file, .config = {}, .today = year(2026) / November / 26},
        [](const desk::Event&) {}, [](const auto&, const auto&) {});
    const auto pass_on = [&](const desk::Effect& effect) { worker.take(effect); };
    print("the frame that ends a visit, not counted", time_going_home(library, false, pass_on));
    print("the frame that ends a visit, counted", time_going_home(library, true, pass_on));
}

void time_recording(const std::filesystem::path& file) {
    auto ledger = value_of(tally::Ledger::open(file)).ledger;
    simulated::Library library({.seed = 1});
    std::vector<double> times;
    while (times.size() < kTimed) {
        const desk::Visit visit = library.next().visits.front();
        const auto begin = Clock::now();
        value_of(ledger.record(visit));
        times.push_back(ms_since(begin));
    }
    print("a visit on the medium, off the frame", times);
}

void measure_two_years(const std::filesystem::path& file) {
    const simulated::Settings settings{.seed = 1};
    support::fill_ledger(file, simulated::counts(settings));
    const auto begin = Clock::now();
    const auto ledger = value_of(tally::Ledger::open(file)).ledger;
    const double to_open = ms_since(begin);
    const auto read = Clock::now();
    const tally::Counts counts = value_of(ledger.read());
    const double to_read = ms_since(read);
    const auto shown = Clock::now();
    const desk::Evaluation evaluation = tally::publish(counts, simulated::published());
    std::printf("%d interactions in two years: %zu counts, %.2f MiB; opened in %.0f ms, read in "
                "%.0f ms, %zu figures made of it in %.0f ms\n",
                settings.interactions, counts.counts.size(),
                static_cast<double>(std::filesystem::file_size(file)) / (1U << 20U), to_open,
                to_read, evaluation.rows.size(), ms_since(shown));
}

} // namespace

int main() {
    try {
        const support::TempFolder folder;
        time_frames(folder.path() / "frames.db");
        time_recording(folder.path() / "timed.db");
        measure_two_years(folder.path() / "two-years.db");
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "tally_bench: %s\n", error.what());
        return 1;
    }
}
