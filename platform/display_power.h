#pragma once

#include <memory>

namespace platform {

/// Switches the display that the environment names (DISPLAY) on and off, as a monitor does by
/// itself (DPMS). Where that cannot be done, nothing happens.
class DisplayPower {
public:
    DisplayPower();
    DisplayPower(const DisplayPower&) = delete;
    DisplayPower& operator=(const DisplayPower&) = delete;
    DisplayPower(DisplayPower&&) = delete;
    DisplayPower& operator=(DisplayPower&&) = delete;
    ~DisplayPower();

    /// Off, the display stays so until it is lit, or somebody touches a key or the glass.
    void light(bool on);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_; ///< Made when it is first needed.
};

} // namespace platform
