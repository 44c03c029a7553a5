#pragma once

#include "platform/disk.h"

#include <cstddef>
#include <string>
#include <string_view>

/// The steps through which everything that has to outlive a power cut goes. Whenever the power
/// fails during one of them, what was there before is there still, or what was to be there is,
/// whole.
namespace platform {

/// What these steps call a thing that is not whole yet begins with this: whatever bears such a name
/// when the desk starts was left by a step that did not end.
inline constexpr std::string_view kUnfinished = "unfinished-";

/// How much of a tree is looked at before it is refused.
inline constexpr std::size_t kMostEntriesOfATree = 20'000;
inline constexpr int kDeepestTree = 16;

/// Writes a file, or replaces it.
Result<void> save(Disk& disk, const std::string& path, std::string_view bytes);

/// Makes all that is in the folder `from` certain, then gives the folder the name `to`, which must
/// not be taken.
Result<void> publish_folder(Disk& disk, const std::string& from, const std::string& to);

/// Makes a symbolic link say `target`, whatever it said.
Result<void> swap_link(Disk& disk, const std::string& target, const std::string& path);

/// Removes a file, a link, or a folder with everything in it; it is fine if it is not there. Links
/// are removed, not followed.
Result<void> remove_tree(Disk& disk, const std::string& path);

/// The path of `name` in `folder`; "" is the top.
std::string join(std::string_view folder, std::string_view name);

/// The folder that a path is in; "" is the top.
std::string folder_of(const std::string& path);

} // namespace platform
