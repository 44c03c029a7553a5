#pragma once

#include "cards/reader.h"
#include "platform/disk.h"

#include <filesystem>
#include <string>

/// How cards arrive at a desk.
namespace packs {

/// Reads the pack in a folder. A folder that cannot be read is a problem like any other.
cards::Reading read_folder(const std::filesystem::path& folder);

/// Reads the pack in the folder `path` of a disk.
cards::Reading read_folder(const platform::Folder& disk, const std::string& path);

} // namespace packs
