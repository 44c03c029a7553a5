#include "platform/places.h"

#include <array>
#include <cstdlib>
#include <pwd.h>
#include <unistd.h>

namespace platform {

namespace {

namespace fs = std::filesystem;

fs::path home_folder() {
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
        return home;
    }
    if (const passwd* user = ::getpwuid(::getuid()); user != nullptr) {
        return user->pw_dir;
    }
    return "/tmp";
}

fs::path find_state() {
    constexpr const char* kSystem = "/var/lib/deskcards";
    if (::access(kSystem, W_OK | X_OK) == 0) {
        return kSystem;
    }
    if (const char* xdg = std::getenv("XDG_STATE_HOME"); xdg != nullptr && *xdg == '/') {
        return fs::path(xdg) / "deskcards";
    }
    return home_folder() / ".local/state/deskcards";
}

/// Beside the program in a build tree, above it where it is installed.
fs::path find_data() {
    std::error_code error;
    const fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (const fs::path& candidate :
         {here / "share/deskcards", here.parent_path() / "share/deskcards"}) {
        if (fs::is_directory(candidate, error)) {
            return candidate;
        }
    }
    return "/usr/share/deskcards";
}

} // namespace

Places find_places() {
    return {.config = "/etc/deskcards/deskcards.yaml", .state = find_state(), .data = find_data()};
}

} // namespace platform
