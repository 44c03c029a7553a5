#pragma once

#include "cards/code.h"
#include "packs/templates.h"
#include "platform/disk.h"

#include <array>
#include <string>

namespace packs {

/// What a library asks for that begins with cards of its own.
struct NewPack {
    std::string name; ///< Any text, such as that of a folder; the pack's id comes from it.
    std::array<const Template*, cards::kCodes.size()> frameworks; ///< By code; each once, not null.
    bool starter = false; ///< Every card of the starter pack instead, to be changed.
};

/// Writes a pack to fill in into an empty disk: pack.yaml, a planning page (plan.md), the acronyms,
/// a card to fill in for each situation that the plan lists, and the starter pack's phrases. What
/// has to be written is marked (cards/to_do.h), so that no desk takes the pack before it is. What
/// it has begun it takes away again if it fails.
platform::Result<void> make_pack(const Shelf& shelf, const NewPack& wanted, platform::Disk& target);

/// An id for a pack from any text; "my-library" if there is none in it.
std::string id_for_pack(std::string_view name);

} // namespace packs
