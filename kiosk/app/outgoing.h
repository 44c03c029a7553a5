#pragma once

#include <cstddef>
#include <string>

namespace app {

/// What passes between the desk of a kiosk, which can write to no stick, and the service that can:
/// all of it in one folder, under the stick's name as the kernel calls it, "sdb1".
struct Outgoing {
    std::string filling; ///< What is to be written, while the desk puts it there.
    std::string asked;   ///< The same once it is whole: the service starts as it appears.
    std::string taken;   ///< The same once the service has seen it; the desk removes it.
    std::string written; ///< The service's note of the folder that it has made on the stick.
    std::string
        outcome; ///< The same once the stick can be pulled out; empty if nothing was written.

    explicit Outgoing(const std::string& stick)
        : filling(stick + ".filling"), asked(stick), taken(stick + ".taken"),
          written(stick + ".written"), outcome(stick + ".outcome") {}
};

/// Folders' names on sticks are no longer, bytes.
inline constexpr std::size_t kLongestFolderName = 64;

} // namespace app
