#pragma once

#include "packs/sha256.h"

#include <cstdint>
#include <string>
#include <vector>

namespace packs {

/// One file of a pack's private copy.
struct CopiedFile {
    std::string path; ///< Inside the pack, with '/' between its parts.
    std::uint64_t size = 0;
    Sha256 sum{};
    friend bool operator==(const CopiedFile&, const CopiedFile&) = default;
};

/// A pack that was copied off a stick into the desk's own storage. Nothing is known of it but that
/// its names are harmless and that it is not too large. Everything after reads this copy alone.
struct CopiedPack {
    std::string folder;            ///< Where the copy lies, from the top of the desk's storage.
    std::vector<CopiedFile> files; ///< By path.
};

} // namespace packs
