#pragma once

#include "platform/disk.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Which names on a stick belong to a pack, and which must not.
namespace packs {

enum class NameVerdict : std::uint8_t {
    wanted,
    ignored, ///< What computers leave on sticks by themselves.
    refused,
};

struct JudgedName {
    NameVerdict verdict = NameVerdict::wanted;
    std::string sentence; ///< Why it is refused, with the name as far as it can be shown.
};

/// Judges one name in a folder of a pack. The name may be any bytes.
JudgedName judge_name(std::string_view name, platform::EntryKind kind);

/// Whether a path is that of a picture, by its ending.
bool is_picture(std::string_view path);

/// What a path on a stick is called in a pack. Short names (eight letters and three) that are all
/// in capitals are in small letters there: FAT knows no others, and some drivers show it.
std::string path_in_pack(const std::string& path);

/// The first two names in a folder that some computers take for the same: they differ in nothing
/// but letter case, or in how a letter with a mark is written. A sentence, or nothing.
std::optional<std::string> find_clash(const std::vector<std::string>& names);

} // namespace packs
