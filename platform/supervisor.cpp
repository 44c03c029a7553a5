#include "platform/supervisor.h"

#include "platform/moment.h"

#include <cstdint>
#include <systemd/sd-daemon.h>

namespace platform {

Supervisor::Supervisor() {
    std::uint64_t microseconds = 0;
    if (::sd_watchdog_enabled(0, &microseconds) > 0) {
        patience_ = std::chrono::duration_cast<Moment>(std::chrono::microseconds(microseconds)) / 2;
    }
}

// These are of the one manager that there is, whose address the environment has.
// NOLINTBEGIN(readability-convert-member-functions-to-static)

void Supervisor::ready() const {
    ::sd_notify(0, "READY=1");
}

void Supervisor::tell(const std::string& status) const {
    ::sd_notify(0, ("STATUS=" + status).c_str());
}

// NOLINTEND(readability-convert-member-functions-to-static)

void Supervisor::alive() {
    if (!patience_) {
        return;
    }
    const Moment at = now();
    if (!told_ || at - *told_ >= *patience_ / 2) {
        told_ = at;
        ::sd_notify(0, "WATCHDOG=1");
    }
}

} // namespace platform
