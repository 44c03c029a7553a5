#pragma once

#include <filesystem>
#include <string_view>

namespace support {

/// A new folder under the system's temporary one; removed with everything in it.
class TempFolder {
public:
    TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    TempFolder(TempFolder&&) = delete;
    TempFolder& operator=(TempFolder&&) = delete;
    ~TempFolder();

    const std::filesystem::path& path() const { return path_; }

    /// Writes a file, making the folders above it, and returns its path.
    std::filesystem::path write(const std::filesystem::path& name, std::string_view text) const;

private:
    std::filesystem::path path_;
};

} // namespace support
