#pragma once

#include "cards/problem.h"
#include "desk/state.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What the person who installed the desk has written in its configuration file.
struct Config {
    std::optional<std::filesystem::path> pack; ///< The cards to show.
    std::optional<double> panel_width_mm;      ///< The width of the picture, if the monitor lies.
    desk::Habits habits;
};

struct ReadConfig {
    Config config;                        ///< With the default for whatever could not be used.
    std::vector<cards::Problem> problems; ///< By line; `file` is `name`.
};

/// Reads a configuration file's text. Whatever is wrong in it is a problem, and its default is
/// used.
ReadConfig parse_config(const std::string& bytes, const std::string& name);

} // namespace app
