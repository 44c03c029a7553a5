#pragma once

#include "support/waiting.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace support {

/// What to change of this process' environment for a child; nothing: to take away.
using Environment = std::map<std::string, std::optional<std::string>>;

/// A process of ours. It ends with this object, and with this process.
class Child {
public:
    /// Starts a program, found on the PATH; the first word is its name. One that cannot be started
    /// ends with exit code 127.
    explicit Child(const std::vector<std::string>& command, const Environment& changes = {});
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    Child(Child&&) = delete;
    Child& operator=(Child&&) = delete;
    ~Child();

    pid_t pid() const { return pid_; }
    bool running() { return !exit_code().has_value(); }
    /// Its exit code once it has ended; 128 and the signal's number if a signal ended it.
    std::optional<int> exit_code();
    /// Waits for its end; nothing if it still runs after `patience`.
    std::optional<int> wait(Milliseconds patience = kPatience);
    void signal(int number) const;

    /// Everything that it has printed until now.
    std::string out() const;
    std::string err() const;

private:
    pid_t pid_ = -1;
    int out_ = -1;
    int err_ = -1;
    std::optional<int> exit_code_;
};

/// A process that has ended.
struct Ended {
    int exit_code = 0;
    std::string out;
    std::string err;
};

/// Runs a program to its end. Throws if it does not end.
Ended run_to_end(const std::vector<std::string>& command, const Environment& changes = {});

} // namespace support
