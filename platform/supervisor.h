#pragma once

#include "platform/moment.h"

#include <optional>
#include <string>

namespace platform {

/// The service manager that has started this process and looks after it (systemd; sd_notify(3)). If
/// none has, all of this does nothing.
class Supervisor {
public:
    /// Whoever the environment names, and how often it wants to hear of this process.
    Supervisor();

    /// The start is over, and the process does what it is for.
    void ready() const;

    /// The process is not stuck. To be called at least once in `patience`; more often costs
    /// nothing.
    void alive();

    /// What to show about this process to those who ask the manager, in a line.
    void tell(const std::string& status) const;

    /// The longest time between two calls of `alive`, with room to be late: half of what the
    /// manager waits before it starts the process anew. Nothing if it does not wait.
    std::optional<Moment> patience() const { return patience_; }

private:
    std::optional<Moment> patience_;
    std::optional<Moment> told_; ///< When it last was.
};

} // namespace platform
