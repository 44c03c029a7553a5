#pragma once

#include <chrono>
#include <thread>

namespace support {

using Milliseconds = std::chrono::milliseconds;

/// Longer than anything here takes on a slow machine with sanitizers.
inline constexpr Milliseconds kPatience = std::chrono::seconds(15);

/// Asks until the answer is yes; false if it is still no after `patience`.
template <typename Question>
bool wait_until(const Question& question, Milliseconds patience = kPatience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!question()) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        std::this_thread::sleep_for(Milliseconds(2));
    }
    return true;
}

} // namespace support
