#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace platform {

/// Where sticks and drop folders are looked for.
struct WatchedPlaces {
    /// Whatever is mounted below one of these is a stick, if its file system is one of `types`.
    std::vector<std::string> mount_roots{"/media", "/run/media", "/run/deskcards"};
    /// File systems that sticks have. "fuse" stands for all that begin with it: desktops mount
    /// exFAT and NTFS that way.
    std::vector<std::string> types{"vfat", "msdos", "exfat", "ntfs", "ntfs3",
                                   "ext2", "ext3",  "ext4",  "fuse"};
    /// Folders that something else fills.
    std::vector<std::filesystem::path> folders;
    /// In place of mounts: a folder into which somebody with fewer rights copies what sticks hold,
    /// each under a name of its own: NAME.reading while it is copied, NAME once that is whole,
    /// until the stick is pulled out, or a name that says why it could not be. `spool_name` makes
    /// these names.
    std::optional<std::filesystem::path> spool;
};

/// What has become of a stick in the spool.
enum class Spooled : std::uint8_t {
    reading,
    whole,
    failed,  ///< It could not be read.
    crowded, ///< There were too many others.
    full,    ///< The machine's disk had no room for it.
};

/// Whether a stick may be called so: as the kernel names its devices, "sdb1".
bool is_stick_name(std::string_view name);

/// What that stick is called in the spool.
std::string spool_name(std::string_view stick, Spooled state);

/// Something may be there to be taken: a stick was plugged in, or a drop folder has come to rest
/// after a change. What was there when the watch began counts as having come then.
struct DropAppeared {
    std::filesystem::path place;
    friend bool operator==(const DropAppeared&, const DropAppeared&) = default;
};
/// A stick is being copied to the spool: it will appear, or fail.
struct DropComing {
    std::filesystem::path place;
    friend bool operator==(const DropComing&, const DropComing&) = default;
};
/// A stick could not be copied to the spool.
struct DropFailed {
    std::filesystem::path place;
    Spooled why = Spooled::failed;
    friend bool operator==(const DropFailed&, const DropFailed&) = default;
};
/// A stick was pulled out, or a folder is gone.
struct DropGone {
    std::filesystem::path place;
    friend bool operator==(const DropGone&, const DropGone&) = default;
};
using DropSighting = std::variant<DropAppeared, DropComing, DropFailed, DropGone>;

/// Watches the table of mounts, or the spool, and the drop folders on a thread of its own, which
/// sleeps while nothing happens. It reads nothing of a stick.
class StickWatch {
public:
    /// `on_sighting` is called on the watch's thread, until the watch is destroyed.
    StickWatch(WatchedPlaces places, std::function<void(DropSighting)> on_sighting);
    StickWatch(const StickWatch&) = delete;
    StickWatch& operator=(const StickWatch&) = delete;
    StickWatch(StickWatch&&) = delete;
    StickWatch& operator=(StickWatch&&) = delete;
    ~StickWatch();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace platform
