#pragma once

#include <functional>
#include <memory>

namespace platform {

/// Being asked to end by the system (SIGTERM, SIGINT, SIGHUP), as a call instead of a sudden death.
/// There may be one at a time.
class StopSignals {
public:
    /// `on_stop` is called on a thread of its own, once for each signal, until this is destroyed.
    explicit StopSignals(std::function<void()> on_stop);
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    StopSignals(StopSignals&&) = delete;
    StopSignals& operator=(StopSignals&&) = delete;
    /// From here on the signals end the process, as they do everywhere.
    ~StopSignals();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace platform
