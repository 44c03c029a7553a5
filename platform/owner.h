#pragma once

#include "platform/result.h"

#include <filesystem>

namespace platform {

/// If this process has every right (root) and the folder is somebody else's, makes the process
/// theirs for good, so that it reads and writes as they would and leaves no file there that they
/// cannot read. Otherwise, and if there is no such folder, nothing changes.
Result<void> become_owner_of(const std::filesystem::path& folder);

} // namespace platform
