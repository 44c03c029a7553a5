#pragma once

#include "packs/copy.h"
#include "platform/disk.h"
#include "platform/result.h"

#include <string>

namespace packs {

/// Copies the folders of cards at the top of a stick, and a list of what was taken back, into the
/// folder `to` of a disk, which is there and empty, for somebody else to judge: what `copy_pack`
/// says of the stick, it says of the mirror. A list that is too large to be one is left out.
///
/// Names are kept as they are. A stick that exceeds a limit gives a mirror that exceeds the same
/// limit and is not much larger; of what is passed over only the names are there. Fails if the
/// stick cannot be read to its end or the disk cannot be written to; what was copied until then
/// stays, for the caller to remove. A stick with neither gives an empty mirror.
platform::Result<void> mirror_packs(const platform::Folder& stick, platform::Disk& disk,
                                    const std::string& to, const CopyLimits& limits = {});

} // namespace packs
