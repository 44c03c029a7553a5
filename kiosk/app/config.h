#pragma once

#include "cards/problem.h"
#include "desk/state.h"
#include "desk/time_band.h"
#include "platform/chord.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// How packs may come to the desk.
struct DropHabits {
    bool on = true; ///< Look at sticks and drop folders at all.
    /// Folders, besides mounted sticks, that a sync tool or a share fills.
    std::vector<std::filesystem::path> folders;
    bool signed_goes_in = false; ///< A pack with a trusted signature is used without asking.
    /// A pack in a drop folder that does not fit its seal is still on its way, until nothing has
    /// changed there for so long.
    std::chrono::minutes patience{10};
    /// Offer to set the first PIN on the glass; nothing: on an installed desk only.
    std::optional<bool> ask_for_first_pin;
    friend bool operator==(const DropHabits&, const DropHabits&) = default;
};

/// What the person who installed the desk has written in its configuration file.
struct Config {
    int keep_months = 24; ///< Counts that are older are forgotten, by whole quarters.
    std::optional<std::filesystem::path> pack; ///< The cards to show while none were brought.
    std::optional<double> panel_width_mm;      ///< The width of the picture, if the monitor lies.
    /// How far from their eyes people read the panel; nothing: as is usual for its size.
    std::optional<double> viewing_distance_mm;
    desk::Habits habits;
    desk::Comfort comfort; ///< Until staff choose otherwise.
    desk::Speech speech;   ///< The same.
    DropHabits drop;
    std::string desk_name; ///< By which packs mean this desk (cards/desk_name.h); may be empty.
    /// A folder of this desk's own for its health and its counts, which a sync tool carries home.
    std::optional<std::filesystem::path> outbox;
    std::optional<std::filesystem::path> metrics_file; ///< For Prometheus' node exporter.
    std::optional<platform::Chord> hotkey;             ///< Brings the desk up, and puts it away.
};

struct ReadConfig {
    Config config;                        ///< Without whatever could not be used.
    std::vector<cards::Problem> problems; ///< By line; `file` is `name`.
};

/// Reads a configuration file's text. Whatever is wrong in it is a problem, and what it does not
/// set stays as it is in `before`.
ReadConfig parse_config(const std::string& bytes, const std::string& name,
                        const Config& before = {});

/// What staff have set, as lines of a configuration file.
std::string to_config(const desk::Comfort& comfort, const desk::Speech& speech);

} // namespace app
