#pragma once

#include "platform/descriptor.h"
#include "platform/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace platform {

/// What a name in a folder stands for.
enum class EntryKind : std::uint8_t {
    none, ///< There is nothing of that name.
    file, ///< A regular file.
    folder,
    link,  ///< A symbolic link.
    other, ///< A device, a pipe, a socket.
};

struct Entry {
    std::string name; ///< Any bytes but '/' and NUL: a file system promises no more.
    EntryKind kind = EntryKind::none;
    friend bool operator==(const Entry&, const Entry&) = default;
};

/// A folder with all that is below it, to be read. Paths count from the folder and have '/' between
/// their parts; "" is the folder itself. Nothing outside it can be reached through it.
class Folder {
public:
    Folder() = default;
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;
    virtual ~Folder() = default;

    /// What a path names, without following it if it is a link.
    virtual EntryKind kind(const std::string& path) const = 0;

    /// The names in a folder, in no order, without "." and "..". Fails if there are more than
    /// `limit`, having looked at one more.
    virtual Result<std::vector<Entry>> list(const std::string& path, std::size_t limit) const = 0;

    /// The bytes of a regular file. Fails if there are more than `limit`, having read one more;
    /// what the file system says of its size is not believed.
    virtual Result<std::string> read(const std::string& path, std::size_t limit) const = 0;
};

/// A folder to keep things in. What is written, renamed or removed is certain to outlive a power
/// cut only once it has been synced: a file's bytes by syncing the file, a name by syncing the
/// folder that it is in. `durable.h` makes whole steps of these.
class Disk : public Folder {
public:
    /// Makes a file, or replaces all that is in it. The folder that it is in has to be there.
    virtual Result<void> write(const std::string& path, std::string_view bytes) = 0;

    /// Makes a folder; it is fine if it is there already.
    virtual Result<void> make_folder(const std::string& path) = 0;

    /// Makes a symbolic link that says `target`.
    virtual Result<void> make_link(const std::string& target, const std::string& path) = 0;

    /// What a symbolic link says.
    virtual Result<std::string> link_target(const std::string& path) const = 0;

    /// Gives a file, folder or link another name, in place of a file or link that has it.
    virtual Result<void> rename(const std::string& from, const std::string& to) = 0;

    /// Removes a file, a link or an empty folder; it is fine if it is not there.
    virtual Result<void> remove(const std::string& path) = 0;

    /// Waits until a file's bytes, or a folder's names, are on the medium.
    virtual Result<void> sync(const std::string& path) = 0;
};

/// A real folder. Never leaves it: links, mount points and ".." on the way are refused by the
/// kernel (openat2), and special files are never opened for long enough to wait on them.
class RealFolder final : public Disk {
public:
    /// Who may read what is made in the folder, as far as the process's mask (umask) allows.
    enum class Readers : std::uint8_t { owner, group, everyone };

    /// Opens the folder at a path, which itself may lead through links. Fails if there is none.
    static Result<std::unique_ptr<RealFolder>> open(const std::filesystem::path& path,
                                                    Readers readers = Readers::owner);

    EntryKind kind(const std::string& path) const override;
    Result<std::vector<Entry>> list(const std::string& path, std::size_t limit) const override;
    Result<std::string> read(const std::string& path, std::size_t limit) const override;
    Result<void> write(const std::string& path, std::string_view bytes) override;
    Result<void> make_folder(const std::string& path) override;
    Result<void> make_link(const std::string& target, const std::string& path) override;
    Result<std::string> link_target(const std::string& path) const override;
    Result<void> rename(const std::string& from, const std::string& to) override;
    Result<void> remove(const std::string& path) override;
    Result<void> sync(const std::string& path) override;

private:
    RealFolder(Descriptor root, std::string name, Readers readers)
        : root_(std::move(root)), name_(std::move(name)), readers_(readers) {}

    /// A path's folder, opened, and the last part of its name.
    struct Place {
        Descriptor folder;
        std::string name;
    };
    Descriptor open_beneath(const std::string& path, std::uint64_t flags,
                            std::uint64_t mode = 0) const;
    Result<Place> place_of(const std::string& path) const;
    enum class Step : std::uint8_t { open, read, write, make, rename, remove, sync };
    /// A step that failed just now, by what the system says of it.
    std::unexpected<Failure> failure(Step step, const std::string& path) const;
    /// The whole path, for sentences.
    std::string shown(const std::string& path) const;

    Descriptor root_;
    std::string name_; ///< For sentences.
    Readers readers_;
};

} // namespace platform
