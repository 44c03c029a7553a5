#include "platform/disk.h"

#include "i18n/message.h"

#include <array>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <system_error>
#include <unistd.h>

namespace platform {

namespace {

using i18n::tr;

mode_t file_mode(RealFolder::Readers readers) {
    switch (readers) {
    case RealFolder::Readers::everyone: return 0644;
    case RealFolder::Readers::group: return 0640;
    case RealFolder::Readers::owner: break;
    }
    return 0600;
}

mode_t folder_mode(RealFolder::Readers readers) {
    switch (readers) {
    case RealFolder::Readers::everyone: return 0755;
    case RealFolder::Readers::group: return 0750;
    case RealFolder::Readers::owner: break;
    }
    return 0700;
}

EntryKind kind_of_mode(mode_t mode) {
    if (S_ISREG(mode)) {
        return EntryKind::file;
    }
    if (S_ISDIR(mode)) {
        return EntryKind::folder;
    }
    return S_ISLNK(mode) ? EntryKind::link : EntryKind::other;
}

/// What a folder's own list says of an entry; `none` where its file system leaves it open.
EntryKind kind_of_entry(const dirent& entry) {
    switch (entry.d_type) {
    case DT_REG: return EntryKind::file;
    case DT_DIR: return EntryKind::folder;
    case DT_LNK: return EntryKind::link;
    case DT_UNKNOWN: return EntryKind::none;
    default: return EntryKind::other;
    }
}

struct CloseDir {
    void operator()(DIR* dir) const { ::closedir(dir); }
};

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return true;
}

} // namespace

Result<std::unique_ptr<RealFolder>> RealFolder::open(const std::filesystem::path& path,
                                                     Readers readers) {
    Descriptor root{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (root.get() < 0) {
        return std::unexpected(Failure{tr("\"{0}\" cannot be opened: {1}.", path.string(),
                                          std::generic_category().message(errno))});
    }
    return std::unique_ptr<RealFolder>(new RealFolder(std::move(root), path.string(), readers));
}

std::unexpected<Failure> RealFolder::failure(Step step, const std::string& path) const {
    const bool no_room = errno == ENOSPC || errno == EDQUOT;
    const std::string reason = std::generic_category().message(errno);
    const std::string name = shown(path);
    const auto sentence = [&] {
        switch (step) {
        // Translators: {0} is a file or a folder, {1} the system's reason, here and in what
        // follows.
        case Step::open: return tr("\"{0}\" cannot be opened: {1}.", name, reason);
        case Step::read: return tr("\"{0}\" cannot be read: {1}.", name, reason);
        case Step::write: return tr("\"{0}\" cannot be written: {1}.", name, reason);
        case Step::make: return tr("\"{0}\" cannot be made: {1}.", name, reason);
        case Step::rename: return tr("\"{0}\" cannot be renamed: {1}.", name, reason);
        case Step::remove: return tr("\"{0}\" cannot be removed: {1}.", name, reason);
        case Step::sync: return tr("\"{0}\" cannot be made safe on the disk: {1}.", name, reason);
        }
        return std::string();
    };
    return std::unexpected(Failure{.sentence = sentence(), .no_room = no_room});
}

std::string RealFolder::shown(const std::string& path) const {
    return name_ + (path.empty() ? "" : "/") + path;
}

Descriptor RealFolder::open_beneath(const std::string& path, std::uint64_t flags,
                                    std::uint64_t mode) const {
    open_how how{};
    how.flags = flags | O_CLOEXEC | O_NOFOLLOW;
    how.mode = mode;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_XDEV | RESOLVE_NO_MAGICLINKS;
    const char* const from_here = path.empty() ? "." : path.c_str();
    while (true) {
        const long fd = ::syscall(SYS_openat2, root_.get(), from_here, &how, sizeof how);
        if (fd >= 0 || (errno != EINTR && errno != EAGAIN)) {
            return Descriptor{static_cast<int>(fd)};
        }
    }
}

Result<RealFolder::Place> RealFolder::place_of(const std::string& path) const {
    const auto slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash);
    Place place{.folder = open_beneath(folder, O_PATH | O_DIRECTORY),
                .name = slash == std::string::npos ? path : path.substr(slash + 1)};
    if (place.folder.get() < 0) {
        return failure(Step::open, folder);
    }
    return place;
}

EntryKind RealFolder::kind(const std::string& path) const {
    const Descriptor entry = open_beneath(path, O_PATH);
    struct stat status{};
    return entry.get() >= 0 && ::fstat(entry.get(), &status) == 0 ? kind_of_mode(status.st_mode)
                                                                  : EntryKind::none;
}

Result<std::vector<Entry>> RealFolder::list(const std::string& path, std::size_t limit) const {
    Descriptor folder = open_beneath(path, O_RDONLY | O_DIRECTORY | O_NONBLOCK);
    if (folder.get() < 0) {
        return failure(Step::open, path);
    }
    const std::unique_ptr<DIR, CloseDir> dir(::fdopendir(folder.get()));
    if (!dir) {
        return failure(Step::read, path);
    }
    const int fd = folder.release(); // closed with `dir`
    std::vector<Entry> entries;
    while (true) {
        errno = 0;
        const dirent* const next = ::readdir(dir.get()); // NOLINT(*-mt-unsafe): a stream of our own
        if (next == nullptr) {
            break;
        }
        const std::string name = static_cast<const char*>(next->d_name);
        if (name == "." || name == "..") {
            continue;
        }
        if (entries.size() == limit) {
            return std::unexpected(
                Failure{tr("\"{0}\" holds more than {1} entries.", shown(path), limit), true});
        }
        EntryKind kind = kind_of_entry(*next);
        struct stat status{};
        if (kind == EntryKind::none) {
            if (::fstatat(fd, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
                if (errno == ENOENT) {
                    continue; // removed since it was listed
                }
                return failure(Step::read, path);
            }
            kind = kind_of_mode(status.st_mode);
        }
        entries.push_back({.name = name, .kind = kind});
    }
    if (errno != 0) {
        return failure(Step::read, path);
    }
    return entries;
}

Result<std::string> RealFolder::read(const std::string& path, std::size_t limit) const {
    // O_NONBLOCK: opening a FIFO must not wait for a writer.
    const Descriptor file = open_beneath(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    struct stat status{};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0) {
        return failure(Step::read, path);
    }
    if (!S_ISREG(status.st_mode)) {
        return std::unexpected(Failure{tr("\"{0}\" is not a file.", shown(path))});
    }
    std::string bytes;
    std::array<char, 65536> chunk{};
    while (true) {
        const ssize_t got = ::read(file.get(), chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return failure(Step::read, path);
        }
        if (got == 0) {
            return bytes;
        }
        bytes.append(chunk.data(), static_cast<std::size_t>(got));
        if (bytes.size() > limit) {
            return std::unexpected(
                Failure{tr("\"{0}\" is larger than {1} KiB.", shown(path), limit / 1024), true});
        }
    }
}

Result<void> RealFolder::write(const std::string& path, std::string_view bytes) {
    const Descriptor file =
        open_beneath(path, O_WRONLY | O_CREAT | O_TRUNC | O_NONBLOCK, file_mode(readers_));
    if (file.get() < 0 || !write_all(file.get(), bytes)) {
        return failure(Step::write, path);
    }
    return {};
}

Result<void> RealFolder::make_folder(const std::string& path) {
    const auto place = place_of(path);
    if (!place) {
        return std::unexpected(place.error());
    }
    if (::mkdirat(place->folder.get(), place->name.c_str(), folder_mode(readers_)) != 0 &&
        errno != EEXIST) {
        return failure(Step::make, path);
    }
    return {};
}

Result<void> RealFolder::make_link(const std::string& target, const std::string& path) {
    const auto place = place_of(path);
    if (!place) {
        return std::unexpected(place.error());
    }
    if (::symlinkat(target.c_str(), place->folder.get(), place->name.c_str()) != 0) {
        return failure(Step::make, path);
    }
    return {};
}

Result<std::string> RealFolder::link_target(const std::string& path) const {
    const auto place = place_of(path);
    if (!place) {
        return std::unexpected(place.error());
    }
    std::array<char, 4096> target{};
    const ssize_t length =
        ::readlinkat(place->folder.get(), place->name.c_str(), target.data(), target.size());
    if (length < 0) {
        return failure(Step::read, path);
    }
    return std::string(target.data(), static_cast<std::size_t>(length));
}

Result<void> RealFolder::rename(const std::string& from, const std::string& to) {
    const auto old_place = place_of(from);
    const auto new_place = place_of(to);
    if (!old_place || !new_place) {
        return std::unexpected(old_place ? new_place.error() : old_place.error());
    }
    if (::renameat(old_place->folder.get(), old_place->name.c_str(), new_place->folder.get(),
                   new_place->name.c_str()) != 0) {
        return failure(Step::rename, from);
    }
    return {};
}

Result<void> RealFolder::remove(const std::string& path) {
    const auto place = place_of(path);
    if (!place) {
        return std::unexpected(place.error());
    }
    const int folder = place->folder.get();
    const char* const name = place->name.c_str();
    if (::unlinkat(folder, name, 0) == 0 || errno == ENOENT ||
        (errno == EISDIR && ::unlinkat(folder, name, AT_REMOVEDIR) == 0)) {
        return {};
    }
    return failure(Step::remove, path);
}

Result<void> RealFolder::sync(const std::string& path) {
    const Descriptor entry = open_beneath(path, O_RDONLY | O_NONBLOCK);
    if (entry.get() < 0 || ::fsync(entry.get()) != 0) {
        return failure(Step::sync, path);
    }
    return {};
}

} // namespace platform
