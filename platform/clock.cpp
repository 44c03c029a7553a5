#include "platform/clock.h"

#include "platform/files.h"

#include <ctime>

namespace platform {

std::chrono::milliseconds MachineClock::since_boot() const {
    timespec now{};
    if (::clock_gettime(CLOCK_BOOTTIME, &now) != 0) {
        return {}; // as if just switched on: waits are long then, not short
    }
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec));
}

std::string MachineClock::boot() const {
    constexpr std::size_t kLongest = 128;
    auto id = read_file("/proc/sys/kernel/random/boot_id", kLongest).value_or("unknown");
    while (!id.empty() && id.back() == '\n') {
        id.pop_back();
    }
    return id;
}

} // namespace platform
