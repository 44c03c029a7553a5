#include "packs/seen.h"

#include "packs/remark_lines.h"

namespace packs {

Seen Seen::parse(std::string_view text) {
    Seen seen;
    for (const RemarkLine& line : remark_lines(text)) {
        if (const auto pack = parse_pack_version(line.text)) {
            seen.add(*pack);
        }
    }
    return seen;
}

std::string Seen::to_text() const {
    std::string text;
    for (const PackVersion& pack : versions_) {
        text += to_string(pack) + '\n';
    }
    return text;
}

std::uint64_t Seen::highest(const std::string& id) const {
    std::uint64_t highest = 0;
    for (auto it = versions_.lower_bound({.id = id}); it != versions_.end() && it->id == id; ++it) {
        highest = it->version;
    }
    return highest;
}

bool Seen::add(const PackVersion& pack) {
    return versions_.insert(pack).second;
}

bool Seen::remove(const std::vector<PackVersion>& packs) {
    std::size_t removed = 0;
    for (const PackVersion& pack : packs) {
        removed += versions_.erase(pack);
    }
    return removed > 0;
}

} // namespace packs
