#pragma once

#include <filesystem>

namespace platform {

/// Where this machine keeps the desk's files.
struct Places {
    std::filesystem::path config; ///< The configuration file; need not exist.
    std::filesystem::path state;  ///< The folder for what the desk itself writes.
    std::filesystem::path data;   ///< The folder with what was installed: starter pack, icons.

    /// Whether the state is kept where an installed kiosk keeps it.
    bool installed() const { return state == "/var/lib/deskcards"; }
};

/// The places of this user on this machine. The state is /var/lib/deskcards if this user may write
/// there, and otherwise the folder that the XDG Base Directory Specification names.
Places find_places();

} // namespace platform
