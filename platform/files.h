#pragma once

#include "platform/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace platform {

/// The bytes of a regular file. Fails if it cannot be read or is larger than `limit` bytes.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit);

/// How much of a folder is read before it is refused.
struct FolderLimits {
    std::size_t files = 4096;
    std::size_t file_bytes = 1 << 20;
    std::size_t total_bytes = 64U << 20;
    int depth = 4;
};

struct FolderFile {
    std::string path;  ///< Inside the folder, with '/' between its parts.
    std::string bytes; ///< Empty if only its name was asked for.
};

/// The regular files below a folder whose names end in one of `endings` (".md"), in order of their
/// paths. Of those whose names end in one of `named` the bytes are not read. Links, special files
/// and folders whose names begin with a dot are passed over. Fails at the first limit that is
/// exceeded.
Result<std::vector<FolderFile>> read_folder(const std::filesystem::path& folder,
                                            const std::vector<std::string>& endings,
                                            const FolderLimits& limits,
                                            const std::vector<std::string>& named = {});

} // namespace platform
