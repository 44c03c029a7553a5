#pragma once

#include "platform/disk.h"
#include "platform/result.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

namespace app {

/// Writes onto sticks for the desk: straight, or, where the desk sees no more of them than a spool
/// has, by way of a folder from which `deskcards hand-out` takes what is to be written.
class StickWriter {
public:
    /// What is to be written: puts it onto a disk, and returns the name of the folder that it made.
    using Fill = std::function<platform::Result<std::string>(platform::Disk& stick)>;

    /// `outgoing` is that folder, for places in the spool; nothing: all are written to where they
    /// are.
    StickWriter(std::optional<std::filesystem::path> spool,
                std::optional<std::filesystem::path> outgoing)
        : spool_(std::move(spool)), outgoing_(std::move(outgoing)) {}

    /// Returns the name of the folder on the stick at `place` once all is on it. By way of the
    /// folder this takes as long as the service does, two minutes at most; what it says then is
    /// one sentence for all that can be wrong with a stick.
    platform::Result<std::string> write(const std::filesystem::path& place, const Fill& fill,
                                        const std::stop_token& stop) const;

private:
    std::optional<std::filesystem::path> spool_;
    std::optional<std::filesystem::path> outgoing_;
};

} // namespace app
