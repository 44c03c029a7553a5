#include "app/drop_folders.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

/// A day begins by the clock on the wall, which may be set: it is asked so often.
constexpr std::chrono::hours kAskForDay{1};

} // namespace

bool DropFolders::has(const std::filesystem::path& place) const {
    return std::ranges::count(habits_.folders, place) > 0;
}

bool DropFolders::decides_alone(const std::filesystem::path& place) const {
    return habits_.signed_goes_in && has(place);
}

bool DropFolders::expect(const std::filesystem::path& place, Time now) {
    Wait& wait = waits_[place];
    const bool news = !wait.on_its_way;
    wait = {.on_its_way = true, .day = {}, .again = now + habits_.patience};
    return news;
}

void DropFolders::hold(const std::filesystem::path& place, std::string day, Time now) {
    const Time again = day.empty() ? Time::max() : now + kAskForDay;
    waits_[place] = {.on_its_way = false, .day = std::move(day), .again = again};
}

bool DropFolders::forget(const std::filesystem::path& place) {
    const auto wait = waits_.find(place);
    const bool coming = wait != waits_.end() && wait->second.on_its_way;
    if (wait != waits_.end()) {
        waits_.erase(wait);
    }
    return coming;
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

std::vector<std::filesystem::path> DropFolders::take_due(Time now, const std::string& today) {
    std::vector<std::filesystem::path> due;
    for (auto& [place, wait] : waits_) {
        if (wait.again > now) {
            continue;
        }
        if (!wait.on_its_way && today < wait.day) {
            wait.again = now + kAskForDay;
            continue;
        }
        due.push_back(place);
    }
    for (const std::filesystem::path& place : due) {
        waits_.erase(place);
    }
    return due;
}

} // namespace app
