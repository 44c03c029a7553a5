#pragma once

#include "platform/result.h"

#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <variant>

namespace platform {

/// What another process asks of the running desk, and where its answer goes. Set the promise once;
/// dropping it unanswered tells the asker that the desk gave no answer.
struct Request {
    std::string line;
    std::promise<std::string> answer;
};

/// Makes a process the only desk on a state folder, and lets others speak to it there: one line of
/// text in, any text out. Only this user can reach it.
class Instance {
public:
    /// Another desk already runs on this state folder.
    struct AlreadyRunning {};
    using Claim = std::variant<Instance, AlreadyRunning, Failure>;

    /// Claims the folder, which is made if it is missing. `on_request` is called on a thread of
    /// this instance's own, until the instance is destroyed.
    static Claim claim(const std::filesystem::path& state, std::function<void(Request)> on_request);

    Instance(Instance&&) noexcept;
    Instance& operator=(Instance&&) noexcept;
    Instance(const Instance&) = delete;
    Instance& operator=(const Instance&) = delete;
    ~Instance();

private:
    struct Impl;
    explicit Instance(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// Asks the desk that runs on a state folder. Fails with a sentence if none does, or if it gives no
/// answer within five seconds.
Result<std::string> ask_running_desk(const std::filesystem::path& state, const std::string& line);

} // namespace platform
