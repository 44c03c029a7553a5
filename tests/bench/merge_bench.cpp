#include "app/report_command.h"
#include "app/wall_clock.h"
#include "desk/time_band.h"
#include "run.h"
#include "simulated.h"
#include "support/temp_folder.h"
#include "tally/month_file.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

/// What it takes to join what thousands of desks counted in two years: merge_bench [DESKS SITES]...

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kMonths = 24;
constexpr int kInteractions = 50; ///< Of a desk and month, on average.

struct Size {
    int desks = 0;
    int sites = 0;
};

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

void write(const fs::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    if (!out.flush()) {
        throw std::runtime_error("cannot write " + file.string());
    }
}

std::chrono::year_month this_month() {
    const std::chrono::year_month_day today = app::wall_clock().today;
    return today.year() / today.month();
}

/// What a desk counts in two years. How busy it is differs from desk to desk by a fifth at most.
void write_desk(const fs::path& root, int desk, const Size& size) {
    tally::MonthHead head;
    head.site = "Branch " + std::to_string(desk % size.sites + 1);
    head.desk = "branch-" + std::to_string(desk % size.sites + 1) + "-desk-" +
                std::to_string(desk / size.sites + 1);
    head.name = "Desk " + std::to_string(desk / size.sites + 1);
    head.bands = simulated::published().bands;
    head.cards = simulated::cards();
    const int busy = kInteractions * (80 + desk % 41) / 100;
    tally::Counts counts = simulated::counts(
        {.seed = static_cast<std::uint64_t>(desk) + 1, .interactions = busy * kMonths});
    // The last two years that are over.
    const auto later = this_month() - desk::first_month(simulated::published().last + 1);
    for (tally::Count& count : counts.counts) {
        count.month += later;
    }
    for (tally::MissedCount& missed : counts.missed) {
        missed.month += later;
    }
    const fs::path folder = root / head.desk;
    fs::create_directories(folder);
    for (const auto month : tally::months_over(counts, this_month())) {
        head.month = month;
        write(folder / tally::month_file_name(month), month_csv(counts, head));
    }
}

/// The figure in kB of a line of this process' status, in MiB.
double own_mib(const char* name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name)) {
            return std::stod(line.substr(std::strlen(name))) / 1024;
        }
    }
    throw std::runtime_error("no memory in /proc/self/status");
}

/// Joins in a process of its own, whose memory nothing else has touched.
void join(const fs::path& from, const fs::path& to, const Size& size) {
    std::fflush(stdout);
    const pid_t child = ::fork();
    if (child == 0) {
        const std::string desks = std::to_string(size.desks);
        const std::string sites = std::to_string(size.sites);
        ::execl("/proc/self/exe", "merge_bench", "--join", from.c_str(), to.c_str(), desks.c_str(),
                sites.c_str(), nullptr);
        ::_exit(127);
    }
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) != 0) {
        throw std::runtime_error("joining failed");
    }
}

void join_here(const fs::path& from, const fs::path& to, const Size& size) {
    const app::Options options{};
    std::ostringstream said;
    const auto begin = Clock::now();
    if (app::write_report(options, {.folder = to, .merge = {from}, .pack = {}}, said) != app::kOk) {
        throw std::runtime_error("no report was written");
    }
    std::printf("| %d | %d | %.1f | %.0f | %.0f |\n", size.desks, size.sites, seconds_since(begin),
                own_mib("VmHWM:"), static_cast<double>(fs::file_size(to / "report.html")) / 1024);
}

void measure(const Size& size) {
    const support::TempFolder folder;
    const fs::path from = folder.path() / "from-desks";
    std::uintmax_t bytes = 0;
    std::size_t files = 0;
    for (int desk = 0; desk < size.desks; ++desk) {
        write_desk(from, desk, size);
    }
    for (const auto& entry : fs::recursive_directory_iterator(from)) {
        if (entry.is_regular_file()) {
            bytes += entry.file_size();
            ++files;
        }
    }
    std::fprintf(stderr, "%zu files, %.0f MiB\n", files, static_cast<double>(bytes) / (1U << 20U));
    join(from, folder.path() / "joint", size);
}

std::vector<Size> g_sizes;

void measure_all() {
    std::printf("| desks | branches | s | MiB at most | page, KiB |\n|---|---|---|---|---|\n");
    for (const Size& size : g_sizes) {
        measure(size);
    }
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 5 && arguments[0] == "--join") {
        join_here(arguments[1], arguments[2],
                  {.desks = std::stoi(arguments[3]), .sites = std::stoi(arguments[4])});
        return 0;
    }
    for (std::size_t i = 0; i + 1 < arguments.size(); i += 2) {
        g_sizes.push_back({.desks = std::stoi(arguments[i]), .sites = std::stoi(arguments[i + 1])});
    }
    if (g_sizes.empty()) {
        g_sizes = {{200, 20}, {500, 50}, {2000, 200}, {2000, 2000}};
    }
    return bench::run("merge_bench", measure_all);
}
