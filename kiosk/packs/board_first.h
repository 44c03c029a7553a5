#pragma once

#include "cards/card.h"
#include "packs/store.h"
#include "platform/disk.h"

#include <cstddef>
#include <optional>
#include <string>

namespace packs {

/// A pack of more files than this is large: reading all of it would keep whoever starts the desk
/// waiting.
inline constexpr std::size_t kLargePack = 300;

/// Of the large pack in that folder, what its board needs: the frameworks, the phrases, the cards
/// on the board and those that buttons lead to from there. Nothing if the pack is not large, or if
/// anything about these is not as it should be: reading all of it then says what.
std::optional<cards::Pack> read_board_first(const platform::Folder& disk, const std::string& path);

/// The same of a pack that is kept. Of what is read, every file is as it was when it came.
std::optional<cards::Pack> read_board_first(const platform::Folder& disk, const Store& store,
                                            const StoredPack& pack);

} // namespace packs
