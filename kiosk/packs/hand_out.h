#pragma once

#include "cards/reader.h"
#include "platform/disk.h"

#include <span>
#include <string>

namespace packs {

/// Writes a pack's files where a manager can edit them.
///
/// `copy_out` copies the folder `from` of a disk, as far as its files belong to a pack, into the
/// folder `to`, which must not be there yet, or into an empty disk's top. What it has begun it
/// takes away again if it fails.
platform::Result<void> copy_out(const platform::Folder& source, const std::string& from,
                                platform::Disk& target, const std::string& to);

/// Puts a pack onto a stick: the folder "deskcards", or "deskcards-2" and so on if that is taken,
/// and a page that says how to go on beside it. Returns the folder's name. Nothing that is on the
/// stick is changed.
platform::Result<std::string> hand_out(const platform::Folder& source, const std::string& from,
                                       platform::Disk& stick);

/// Puts files into a folder of their own on a stick: of that name, or with -2 and so on if it is
/// taken. Returns the folder's name. Nothing that is on the stick is changed, and what it has begun
/// it takes away again if it fails.
platform::Result<std::string> hand_out_files(std::span<const cards::SourceFile> files,
                                             const std::string& folder, platform::Disk& stick);

/// Puts what `hand_out` or `hand_out_files` has made elsewhere onto a stick: its folder under a
/// name that is free there, and the files beside it that the stick does not have. Returns the
/// folder's name. Nothing that is on the stick is changed.
platform::Result<std::string> pass_on(const platform::Folder& made, platform::Disk& stick);

} // namespace packs
