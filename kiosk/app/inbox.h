#pragma once

#include "platform/instance.h"
#include "platform/window.h"

#include <mutex>
#include <utility>
#include <vector>

namespace app {

/// Brings what other threads have to the desk's own, and wakes it.
class Inbox {
public:
    /// From any thread.
    void put(platform::Request request) {
        {
            const std::scoped_lock lock(mutex_);
            requests_.push_back(std::move(request));
        }
        platform::Window::wake();
    }
    std::vector<platform::Request> take() {
        const std::scoped_lock lock(mutex_);
        return std::exchange(requests_, {});
    }

private:
    std::mutex mutex_;
    std::vector<platform::Request> requests_;
};

} // namespace app
