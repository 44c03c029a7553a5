#pragma once

#include "support/x_eyes.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace beside {

/// When something was seen, ms after it was set off.
struct Seen {
    double first_ms = 0;   ///< The first change.
    double settled_ms = 0; ///< The last one before all was still.
};

/// Watches lines of pixels across the glass from outside, again and again with half a millisecond
/// between.
class LineWatch {
public:
    /// `lines` of one pixel's height, spread evenly over an area of a display's glass.
    LineWatch(const std::string& display, const support::Area& area, int lines);
    LineWatch(const LineWatch&) = delete;
    LineWatch& operator=(const LineWatch&) = delete;
    LineWatch(LineWatch&&) = delete;
    LineWatch& operator=(LineWatch&&) = delete;
    ~LineWatch();

    /// A number for what is on the lines: another picture has another one.
    std::size_t look() const;

    /// Calls `set_off` and watches until something has changed and then nothing for `still_ms`.
    /// `meanwhile` is called at every look with the ms since. Nothing if there is no change within
    /// `patience_ms`.
    std::optional<Seen> watch(
        const std::function<void()>& set_off, double still_ms, double patience_ms,
        const std::function<void(double)>& meanwhile = [](double) {}) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace beside
