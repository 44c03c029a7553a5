#include "platform/files.h"

#include "platform/descriptor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace platform {

namespace {

namespace fs = std::filesystem;

std::unexpected<Failure> failure(const fs::path& path, const std::string& why) {
    return std::unexpected(Failure{"\"" + path.string() + "\" " + why});
}

std::unexpected<Failure> cannot_read(const fs::path& path) {
    return failure(path, "cannot be read: " + std::generic_category().message(errno) + ".");
}

bool ends_with_any(const std::string& name, const std::vector<std::string>& endings) {
    return std::ranges::any_of(endings, [&](const auto& ending) { return name.ends_with(ending); });
}

} // namespace

Result<std::string> read_file(const fs::path& path, std::size_t limit) {
    // O_NONBLOCK: opening a FIFO must not wait for a writer.
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    struct stat status{};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0) {
        return cannot_read(path);
    }
    if (!S_ISREG(status.st_mode)) {
        return failure(path, "is not a file.");
    }
    std::string bytes;
    std::array<char, 65536> chunk{};
    while (true) {
        const ssize_t got = ::read(file.get(), chunk.data(), chunk.size());
        if (got < 0) {
            if (errno == EINTR) {
                continue;
            }
            return cannot_read(path);
        }
        if (got == 0) {
            return bytes;
        }
        bytes.append(chunk.data(), static_cast<std::size_t>(got));
        if (bytes.size() > limit) {
            return failure(path, "is larger than " + std::to_string(limit / 1024) + " KiB.");
        }
    }
}

Result<std::vector<FolderFile>> read_folder(const fs::path& folder,
                                            const std::vector<std::string>& endings,
                                            const FolderLimits& limits,
                                            const std::vector<std::string>& named) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return failure(folder, "is not a folder.");
    }
    std::vector<FolderFile> files;
    std::size_t total = 0;
    auto it = fs::recursive_directory_iterator(folder, error);
    for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
        const fs::file_status status = it->symlink_status(error);
        if (!error && fs::is_directory(status)) {
            if (it->path().filename().string().starts_with('.')) {
                it.disable_recursion_pending();
            } else if (it.depth() >= limits.depth) {
                return failure(folder, "holds folders more than " + std::to_string(limits.depth) +
                                           " deep.");
            }
            continue;
        }
        const std::string name = it->path().filename().string();
        const bool only_named = ends_with_any(name, named);
        if (error || !fs::is_regular_file(status) ||
            (!only_named && !ends_with_any(name, endings))) {
            continue;
        }
        if (files.size() >= limits.files) {
            return failure(folder, "holds more than " + std::to_string(limits.files) + " files.");
        }
        auto bytes = only_named ? std::string() : read_file(it->path(), limits.file_bytes);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        total += bytes->size();
        if (total > limits.total_bytes) {
            return failure(folder, "holds too much text to be cards.");
        }
        files.push_back({.path = it->path().lexically_relative(folder).generic_string(),
                         .bytes = std::move(*bytes)});
    }
    if (error) {
        return failure(folder, "cannot be read: " + error.message() + ".");
    }
    std::ranges::sort(files, {}, &FolderFile::path);
    return files;
}

} // namespace platform
