#pragma once

#include "platform/places.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace app {

/// `deskcards`: the desk itself.
struct RunDesk {
    /// Take sticks that `deskcards spool` has copied into this folder, and look at no mounted ones.
    std::optional<std::filesystem::path> spool;
    /// What is to be written to sticks goes into this folder, for `deskcards hand-out`.
    std::optional<std::filesystem::path> outgoing;
    std::optional<std::filesystem::path> pack;  ///< Show this folder's cards.
    std::optional<std::array<int, 2>> window;   ///< In a window of that size, px; else full screen.
    bool behind = false;                        ///< Put away from the start, for the login.
    std::optional<std::filesystem::path> trace; ///< Write how long everything takes into this file.
};
/// `deskcards show WHAT`: bring a running desk forward, on that card.
struct Show {
    std::string what;
};
/// `deskcards hide`: put a running desk away.
struct Hide {};
/// `deskcards toggle`: put it away if it is in front, else bring it there.
struct Toggle {};
/// `deskcards describe`: what is on the glass.
struct Describe {
    bool json = false;
};
/// `deskcards check DIR`: what is wrong with a pack.
struct Check {
    std::filesystem::path folder;
    bool json = false;
};

/// `deskcards new DIR`: a pack to fill in.
struct New {
    std::filesystem::path folder; ///< Empty if `list`.
    /// The acronyms by code, green first, as the command line names them.
    std::array<std::string, 4> frameworks{"HELP", "CALM", "SAFE", "REST"};
    bool starter = false; ///< With every card of the starter pack.
    bool list = false;    ///< Say which acronyms there are, and make nothing.
};
/// `deskcards seal DIR`: write a pack's sums and, with a key, sign them.
struct Seal {
    std::filesystem::path folder;
    std::optional<std::filesystem::path> key;
};
/// `deskcards install DIR`: the way a stick goes, without one.
struct Install {
    std::filesystem::path folder;
};
/// `deskcards packs`: the packs that are kept on this desk.
struct Packs {};
/// `deskcards rollback`: use an earlier pack again; the one before if no version is named.
struct Rollback {
    std::optional<std::uint64_t> version;
};
/// `deskcards pin`: set or change the manager's PIN.
struct SetPin {};

/// `deskcards report DIR`: what was counted, as files.
struct Report {
    std::filesystem::path folder{"deskcards-report"}; ///< To write into.
    /// Reports, or folders with the months of desks, to join; empty: of this desk.
    std::vector<std::filesystem::path> merge;
    std::optional<std::filesystem::path> pack; ///< The cards to name; nothing: those in use.
};

/// `deskcards spool SPOOL NAME [DIR]`: for the kiosk's service that reads sticks.
struct SpoolStick {
    std::filesystem::path spool;
    std::string name;              ///< Of the stick, as the kernel calls it: "sdb1".
    std::filesystem::path mounted; ///< Where it is; empty: it was pulled out.
};

/// `deskcards hand-out OUTGOING NAME [DIR]`: for the kiosk's service that writes to sticks.
struct HandOut {
    std::filesystem::path outgoing;
    std::string name;              ///< As in `SpoolStick`.
    std::filesystem::path mounted; ///< Where it is; empty: it is no longer.
};

/// What the command line asks for.
struct Options {
    std::variant<RunDesk, Show, Hide, Toggle, Describe, Check, New, Seal, Install, Packs, Rollback,
                 SetPin, Report, SpoolStick, HandOut>
        command;
    platform::Places places; ///< With what the command line says of them in place.
    bool config_given = false;
};

/// The process' exit codes.
inline constexpr int kOk = 0;
inline constexpr int kFailed = 1;
inline constexpr int kUsage = 2;
inline constexpr int kRefused = 3; ///< A pack is not used; the reason is on standard error.

/// Reads the command line. Gives an exit code instead if there is nothing more to do: help was
/// asked for, or the command line was wrong and has been told so on standard error.
std::variant<Options, int> parse_options(int argc, const char* const* argv,
                                         const platform::Places& places);

} // namespace app
