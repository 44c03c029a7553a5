#include "app/drop_folders.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

/// A day begins by the clock on the wall, which may be set: it is asked so often.
constexpr std::chrono::hours kAskForDay{1};

constexpr std::chrono::seconds kWorthAWord{5};

} // namespace

bool DropFolders::has(const std::filesystem::path& place) const {
    return std::ranges::count(habits_.folders, place) > 0;
}

bool DropFolders::decides_alone(const std::filesystem::path& place) const {
    return habits_.signed_goes_in && has(place);
}

DropFolders::Word DropFolders::expect(const std::filesystem::path& place, Time now) {
    Wait& wait = waits_[place];
    if (!wait.on_its_way) {
        wait = {.on_its_way = true, .since = now};
    }
    const Time worth_a_word = wait.since + kWorthAWord;
    if (now < worth_a_word) {
        wait.again = worth_a_word;
        return Word::none;
    }
    wait.again = now + habits_.patience;
    return std::exchange(wait.said, true) ? Word::again : Word::first;
}

void DropFolders::hold(const std::filesystem::path& place, std::string day, Time now) {
    const Time again = day.empty() ? Time::max() : now + kAskForDay;
    waits_[place] = {.day = std::move(day), .again = again};
}

bool DropFolders::forget(const std::filesystem::path& place) {
    const auto wait = waits_.find(place);
    const bool said = wait != waits_.end() && wait->second.said;
    if (wait != waits_.end()) {
        waits_.erase(wait);
    }
    return said;
}

bool DropFolders::expects_any() const {
    return std::ranges::any_of(waits_, [](const auto& it) { return it.second.on_its_way; });
}

DropFolders::Time DropFolders::next() const {
    Time first = Time::max();
    for (const auto& [place, wait] : waits_) {
        first = std::min(first, wait.again);
    }
    return first;
}

std::vector<DropFolders::Due> DropFolders::take_due(Time now, const std::string& today) {
    std::vector<Due> due;
    for (auto& [place, wait] : waits_) {
        if (wait.again > now) {
            continue;
        }
        if (!wait.on_its_way && today < wait.day) {
            wait.again = now + kAskForDay;
            continue;
        }
        wait.again = Time::max();
        due.push_back({.place = place, .patient = !wait.said});
    }
    return due;
}

} // namespace app
