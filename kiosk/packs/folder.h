#pragma once

#include "cards/reader.h"
#include "platform/disk.h"
#include "platform/result.h"

#include <filesystem>
#include <string>
#include <vector>

/// How cards arrive at a desk.
namespace packs {

/// Reads the pack in a folder. A folder that cannot be read is a problem like any other.
cards::Reading read_folder(const std::filesystem::path& folder);

/// Reads the pack in the folder `path` of a disk.
cards::Reading read_folder(const platform::Folder& disk, const std::string& path);

/// The paths of the files in the folder `path` of a disk that a pack is read from, pictures among
/// them.
platform::Result<std::vector<std::string>> names_in(const platform::Folder& disk,
                                                    const std::string& path);

/// The paths of all pictures in a pack's folder, shown or not; none if it cannot be read.
std::vector<std::string> pictures_in(const std::filesystem::path& folder);

} // namespace packs
