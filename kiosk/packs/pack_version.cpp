#include "packs/pack_version.h"

#include "cards/fields.h"
#include "cards/limits.h"

#include <charconv>
#include <utility>

namespace packs {

std::optional<PackVersion> parse_pack_version(std::string_view words) {
    const auto space = words.find(' ');
    const auto digits = words.find_first_not_of(' ', space);
    if (digits == std::string_view::npos || !cards::is_id(words.substr(0, space))) {
        return std::nullopt;
    }
    PackVersion pack{.id = std::string(words.substr(0, space))};
    const char* const end = words.data() + words.size();
    const auto [stopped, error] = std::from_chars(words.data() + digits, end, pack.version);
    const bool whole = error == std::errc{} && stopped == end;
    return whole && pack.version >= 1 && pack.version <= cards::kMaxVersion
               ? std::optional(std::move(pack))
               : std::nullopt;
}

std::string to_string(const PackVersion& pack) {
    return pack.id + " " + std::to_string(pack.version);
}

} // namespace packs
