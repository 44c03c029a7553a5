#pragma once

#include "platform/descriptor.h"
#include "platform/result.h"

#include <filesystem>

namespace platform {

/// Keeps other processes, and other holders in this one, from a piece of work for as long as it
/// lives.
class FileLock {
public:
    /// Waits until nobody else holds the lock of that file, which is made if it is missing.
    static Result<FileLock> take(const std::filesystem::path& path);

private:
    explicit FileLock(Descriptor file) : file_(std::move(file)) {}
    Descriptor file_;
};

} // namespace platform
