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
    bool gone_back = false; ///< It is not the one that was in use.
};

/// What a start begins with: clears up, counts the start, and finds the pack in use. One that has
/// failed twice is put aside for the one before it.
FirstPack begin_start(Store& store);

/// Goes back from there to a pack that is whole, and puts that into use if it was not.
FirstPack go_back_to_whole(Store& store, FirstPack first);

} // namespace packs
