#pragma once

#include "support/child.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace support {

/// Gives this process a table of mounts of its own, so that nothing it mounts is seen by others or
/// outlives it, however it ends. To be called before anything reads the table, and before there is
/// another thread. If this process may not mount, returns why, for the test to skip with.
std::optional<std::string> enter_own_mount_table();

/// FAT is read by fusefat, a process of ours; ext4 by the kernel, through a loop device.
enum class StickKind : std::uint8_t { fat, ext4 };

/// A file that holds all the bytes of a stick.
struct StickImage {
    std::filesystem::path file;
    StickKind kind = StickKind::fat;
};

/// Makes the image of a stick of 96 MiB with what is in the folder `content`.
StickImage make_stick_image(StickKind kind, const std::filesystem::path& content,
                            std::filesystem::path file);

/// A stick that is plugged in: an image, mounted read-only at a folder, which is made. It goes with
/// this object.
class PluggedStick {
public:
    PluggedStick(const StickImage& image, std::filesystem::path place);
    PluggedStick(const PluggedStick&) = delete;
    PluggedStick& operator=(const PluggedStick&) = delete;
    PluggedStick(PluggedStick&&) = delete;
    PluggedStick& operator=(PluggedStick&&) = delete;
    ~PluggedStick();

    const std::filesystem::path& place() const { return place_; }

    /// FAT only. A stick that answers nothing more, for as long as it is held so.
    void freeze() const;
    /// FAT only. Pulls a stick out, frozen or not: every call on it fails from now on. It stays in
    /// the table of mounts, as it does until a desktop has noticed.
    void pull_out() const;

private:
    std::filesystem::path place_;
    std::optional<Child> driver_;
};

} // namespace support
