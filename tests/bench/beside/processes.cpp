#include "processes.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace beside {

namespace {

namespace fs = std::filesystem;

/// Of /proc/PID/stat, after the program's name, which may have anything in it.
struct Stat {
    pid_t parent = 0;
    double ticks = 0;
};

Stat read_stat(const fs::path& process) {
    std::ifstream in(process / "stat");
    std::string text;
    std::getline(in, text);
    Stat stat;
    const auto name_end = text.rfind(')');
    if (name_end == std::string::npos) {
        return stat; // it has just ended
    }
    std::istringstream rest(text.substr(name_end + 1));
    char state = 0;
    rest >> state >> stat.parent;
    constexpr int kBeforeTimes = 9;
    std::string skipped;
    for (int i = 0; i < kBeforeTimes; ++i) {
        rest >> skipped;
    }
    double user = 0;
    double system = 0;
    rest >> user >> system;
    stat.ticks = user + system;
    return stat;
}

double pss_kib(const fs::path& process) {
    std::ifstream in(process / "smaps_rollup");
    std::string word;
    double kib = 0;
    while (in >> word) {
        if (word == "Pss:") {
            in >> kib;
            break;
        }
    }
    return kib;
}

bool is_number(const std::string& name) {
    return name.find_first_not_of("0123456789") == std::string::npos;
}

} // namespace

Usage usage_of_tree(pid_t root) {
    std::map<pid_t, Stat> all;
    for (const auto& entry : fs::directory_iterator("/proc")) {
        if (const std::string name = entry.path().filename(); is_number(name)) {
            all.emplace(std::stoi(name), read_stat(entry.path()));
        }
    }
    std::vector<pid_t> tree{root};
    for (std::size_t i = 0; i < tree.size(); ++i) {
        for (const auto& [pid, stat] : all) {
            if (stat.parent == tree.at(i)) {
                tree.push_back(pid);
            }
        }
    }
    const auto ticks_a_second = static_cast<double>(sysconf(_SC_CLK_TCK));
    Usage usage;
    for (const pid_t pid : tree) {
        usage.pss_mib += pss_kib(fs::path("/proc") / std::to_string(pid)) / 1024;
        usage.cpu_ms += all[pid].ticks * 1000 / ticks_a_second;
        ++usage.processes;
    }
    return usage;
}

} // namespace beside
