#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace packs {

/// A version of a pack, as lists name it: "riverside 14".
struct PackVersion {
    std::string id;
    std::uint64_t version = 0;
    friend auto operator<=>(const PackVersion&, const PackVersion&) = default;
};

/// Nothing if it is not an id, blanks, and a version that a pack can have.
std::optional<PackVersion> parse_pack_version(std::string_view words);

std::string to_string(const PackVersion& pack);

} // namespace packs
