#pragma once

#include <chrono>
#include <string>

namespace platform {

/// A clock that nobody can set: time since the machine was switched on, and which time that was.
class SteadyClock {
public:
    SteadyClock() = default;
    SteadyClock(const SteadyClock&) = delete;
    SteadyClock& operator=(const SteadyClock&) = delete;
    SteadyClock(SteadyClock&&) = delete;
    SteadyClock& operator=(SteadyClock&&) = delete;
    virtual ~SteadyClock() = default;

    /// Since the machine was switched on, sleep included.
    virtual std::chrono::milliseconds since_boot() const = 0;
    /// A name that is another one each time the machine is switched on.
    virtual std::string boot() const = 0;
};

/// This machine's own.
class MachineClock final : public SteadyClock {
public:
    std::chrono::milliseconds since_boot() const override;
    std::string boot() const override;
};

} // namespace platform
