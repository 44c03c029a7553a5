#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace platform {

/// A file system that is mounted somewhere.
struct Mount {
    std::string device; ///< "8:17": which file system it is, whatever it is called.
    std::string place;  ///< The whole path of the folder.
    std::string type;   ///< "vfat".
    bool read_only = false;
    friend bool operator==(const Mount&, const Mount&) = default;
};

/// Reads /proc/self/mountinfo (proc(5)). Lines that make no sense are left out.
std::vector<Mount> parse_mountinfo(std::string_view text);

} // namespace platform
