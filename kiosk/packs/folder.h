#pragma once

#include "cards/reader.h"

#include <filesystem>

/// How cards arrive at a desk.
namespace packs {

/// Reads the pack in a folder. A folder that cannot be read is a problem like any other.
cards::Reading read_folder(const std::filesystem::path& folder);

} // namespace packs
