#pragma once

#include "cards/problem.h"
#include "desk/state.h"

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
    /// Offer to set the first PIN on the glass; nothing: on an installed desk only.
    std::optional<bool> ask_for_first_pin;
    friend bool operator==(const DropHabits&, const DropHabits&) = default;
};

/// What the person who installed the desk has written in its configuration file.
struct Config {
    std::optional<std::filesystem::path> pack; ///< The cards to show while none were brought.
    std::optional<double> panel_width_mm;      ///< The width of the picture, if the monitor lies.
    desk::Habits habits;
    desk::Speech speech;
    DropHabits drop;
};

struct ReadConfig {
    Config config;                        ///< With the default for whatever could not be used.
    std::vector<cards::Problem> problems; ///< By line; `file` is `name`.
};

/// Reads a configuration file's text. Whatever is wrong in it is a problem, and its default is
/// used.
ReadConfig parse_config(const std::string& bytes, const std::string& name);

} // namespace app
