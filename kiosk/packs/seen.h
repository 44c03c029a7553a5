#pragma once

#include "packs/pack_version.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace packs {

/// The versions of packs that were ever in use on a desk, so that no older one comes in again. They
/// are all there and not the highest alone: when that one is revoked, the next below still counts.
class Seen {
public:
    /// Reads them, one on a line; what is no version is left out.
    static Seen parse(std::string_view text);
    std::string to_text() const;

    /// The highest version of a pack's id; 0 if there is none.
    std::uint64_t highest(const std::string& id) const;
    /// Returns whether that is new.
    bool add(const PackVersion& pack);
    /// Returns whether any of them was there.
    bool remove(const std::vector<PackVersion>& packs);

private:
    std::set<PackVersion> versions_;
};

} // namespace packs
