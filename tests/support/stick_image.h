#pragma once

#include "support/child.h"
#include "support/temp_folder.h"

#include <filesystem>
#include <memory>
#include <string>

namespace support {

/// A stick: a file system in an image of its own, mounted for reading until it is pulled. Throws if
/// this machine cannot mount it.
class StickImage {
public:
    /// A FAT image with a copy of a folder at its top, mounted by fusefat.
    static std::unique_ptr<StickImage> fat(const std::filesystem::path& content);
    /// An ext4 image, mounted by the kernel from a loop device.
    static std::unique_ptr<StickImage> ext4(const std::filesystem::path& content);

    StickImage(const StickImage&) = delete;
    StickImage& operator=(const StickImage&) = delete;
    StickImage(StickImage&&) = delete;
    StickImage& operator=(StickImage&&) = delete;
    ~StickImage();

    std::filesystem::path place() const { return folder_.path() / "mounted"; }

    /// As if it were pulled out of its port: whatever is read from now on fails.
    void pull();

private:
    StickImage();
    std::string image() const { return folder_.path() / "image"; }
    void run(const std::vector<std::string>& command) const;

    TempFolder folder_;
    std::unique_ptr<Child> driver_; ///< Of a FAT image.
    bool mounted_ = false;
};

} // namespace support
