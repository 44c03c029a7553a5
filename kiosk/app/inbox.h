#pragma once

#include "desk/event.h"
#include "platform/instance.h"
#include "platform/window.h"

#include <mutex>
#include <utility>
#include <variant>
#include <vector>

namespace app {

/// Brings what other threads have to the desk's own, and wakes it.
class Inbox {
public:
    /// What another process asks, or what has happened.
    using Letter = std::variant<platform::Request, desk::Event>;

    /// From any thread.
    void put(Letter letter) {
        {
            const std::scoped_lock lock(mutex_);
            letters_.push_back(std::move(letter));
        }
        platform::Window::wake();
    }
    std::vector<Letter> take() {
        const std::scoped_lock lock(mutex_);
        return std::exchange(letters_, {});
    }

private:
    std::mutex mutex_;
    std::vector<Letter> letters_;
};

} // namespace app
