#pragma once

#include "app/config.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace app {

/// The drop folders of a desk: which of them wait for something, and when they are to be looked at
/// again although nothing has changed there.
class DropFolders {
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit DropFolders(DropHabits habits) : habits_(std::move(habits)) {}

    bool has(const std::filesystem::path& place) const;
    /// What comes to that folder goes in without anybody being asked, or not at all.
    bool decides_alone(const std::filesystem::path& place) const;
    /// A pack that does not fit its seal is waited for.
    bool has_patience() const { return habits_.patience.count() > 0; }

    /// Whether something that takes its time is worth a word.
    enum class Word : std::uint8_t {
        none,  ///< Not yet: most packs are whole sooner than anybody could read that they are not.
        first, ///< For the first time.
        again,
    };
    /// A pack there is on its way.
    Word expect(const std::filesystem::path& place, Time now);
    /// A pack there is to go in from a day on (ISO); with an empty day, when something changes.
    void hold(const std::filesystem::path& place, std::string day, Time now);
    /// Nothing there is waited for any more. Returns whether somebody has heard that it is.
    bool forget(const std::filesystem::path& place);

    /// Whether a pack is on its way into any of them.
    bool expects_any() const;

    /// When the next one may be due; `Time::max()` if nothing waits.
    Time next() const;
    /// A folder that is to be looked at now.
    struct Due {
        std::filesystem::path place;
        bool patient = false; ///< What is on its way may go on being so.
        friend bool operator==(const Due&, const Due&) = default;
    };
    /// All of them, on that day (ISO).
    std::vector<Due> take_due(Time now, const std::string& today);

private:
    struct Wait {
        bool on_its_way = false; ///< Or else held.
        Time since;              ///< Of what is on its way: when it was first seen.
        bool said = false;       ///< That it is.
        std::string day;         ///< Of what is held.
        Time again = Time::max();
    };

    DropHabits habits_;
    std::map<std::filesystem::path, Wait> waits_;
};

} // namespace app
