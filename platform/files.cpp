#include "platform/files.h"

#include "i18n/message.h"
#include "platform/descriptor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace platform {

namespace {

namespace fs = std::filesystem;
using i18n::tr;

std::unexpected<Failure> failure(std::string sentence) {
    return std::unexpected(Failure{std::move(sentence)});
}

std::unexpected<Failure> cannot_read(const fs::path& path, const std::error_code& why) {
    return failure(tr("\"{0}\" cannot be read: {1}.", path.string(), why.message()));
}

std::error_code system_error() {
    return {errno, std::generic_category()};
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
        return cannot_read(path, system_error());
    }
    if (!S_ISREG(status.st_mode)) {
        return failure(tr("\"{0}\" is not a file.", path.string()));
    }
    std::string bytes;
    std::array<char, 65536> chunk{};
    while (true) {
        const ssize_t got = ::read(file.get(), chunk.data(), chunk.size());
        if (got < 0) {
            if (errno == EINTR) {
                continue;
            }
            return cannot_read(path, system_error());
        }
        if (got == 0) {
            return bytes;
        }
        bytes.append(chunk.data(), static_cast<std::size_t>(got));
        if (bytes.size() > limit) {
            return failure(tr("\"{0}\" is larger than {1} KiB.", path.string(), limit / 1024));
        }
    }
}

Result<std::vector<FolderFile>> read_folder(const fs::path& folder,
                                            const std::vector<std::string>& endings,
                                            const FolderLimits& limits,
                                            const std::vector<std::string>& named) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return failure(tr("\"{0}\" is not a folder.", folder.string()));
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
                return failure(
                    tr("\"{0}\" holds folders more than {1} deep.", folder.string(), limits.depth));
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
            return failure(tr("\"{0}\" holds more than {1} files.", folder.string(), limits.files));
        }
        auto bytes = only_named ? std::string() : read_file(it->path(), limits.file_bytes);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        total += bytes->size();
        if (total > limits.total_bytes) {
            return failure(tr("\"{0}\" holds too much text to be cards.", folder.string()));
        }
        files.push_back({.path = it->path().lexically_relative(folder).generic_string(),
                         .bytes = std::move(*bytes)});
    }
    if (error) {
        return cannot_read(folder, error);
    }
    std::ranges::sort(files, {}, &FolderFile::path);
    return files;
}

} // namespace platform
