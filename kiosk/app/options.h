#pragma once

#include "platform/places.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace app {

/// `deskcards`: the desk itself.
struct RunDesk {
    std::optional<std::filesystem::path> pack; ///< Show this folder's cards.
    std::optional<std::array<int, 2>> window;  ///< In a window of that size, px; else full screen.
};
/// `deskcards show WHAT`: bring a running desk forward, on that card.
struct Show {
    std::string what;
};
/// `deskcards describe`: what is on the glass.
struct Describe {
    bool json = false;
};
/// `deskcards check DIR`: what is wrong with a pack.
struct Check {
    std::filesystem::path folder;
    bool json = false;
};

/// What the command line asks for.
struct Options {
    std::variant<RunDesk, Show, Describe, Check> command;
    platform::Places places; ///< With what the command line says of them in place.
    bool config_given = false;
};

/// The process' exit codes.
inline constexpr int kOk = 0;
inline constexpr int kFailed = 1;
inline constexpr int kUsage = 2;

/// Reads the command line. Gives an exit code instead if there is nothing more to do: help was
/// asked for, or the command line was wrong and has been told so on standard error.
std::variant<Options, int> parse_options(int argc, const char* const* argv,
                                         const platform::Places& places);

} // namespace app
