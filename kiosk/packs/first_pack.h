#pragma once

#include "packs/store.h"

#include <optional>
#include <string>
#include <vector>

namespace packs {

/// The pack to start with, and what happened on the way to it.
struct FirstPack {
    std::optional<StoredPack> pack; ///< Nothing: the starter pack.
    std::vector<std::string> notices;
};

/// Everything that a start does: clears up, counts the start, and finds a pack that is whole and
/// has not failed twice, going back from the one in use to those before it.
FirstPack find_first_pack(Store& store);

} // namespace packs
