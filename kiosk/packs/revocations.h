#pragma once

#include "packs/keys.h"
#include "packs/pack_version.h"
#include "packs/store.h"
#include "platform/disk.h"
#include "platform/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Keys and packs that whoever looks after many desks has taken back.
namespace packs {

/// Beside the folder of cards, on a stick or in a drop folder: the list, and its signature by a key
/// that signs such lists and nothing else.
inline constexpr std::string_view kRevocationsFile = "deskcards-revoked";
inline constexpr std::string_view kRevocationsSignature = "deskcards-revoked.minisig";

/// More than this is no list of revocations.
inline constexpr std::size_t kLargestRevocations = 64UZ << 10U;

/// What is taken back. It only ever grows: a list that comes later takes nothing back of those
/// before.
struct Revocations {
    std::vector<KeyId> keys;        ///< Each once, in order.
    std::vector<PackVersion> packs; ///< The same.

    bool has(const std::string& id, std::uint64_t version) const;
    /// Takes in another list. Returns whether anything of it is new.
    bool add(const Revocations& other);
    friend bool operator==(const Revocations&, const Revocations&) = default;
};

/// Reads a list: on each line "key 0123456789ABCDEF" or "pack riverside 15"; what follows a # is a
/// remark. Fails with a sentence that names the line.
platform::Result<Revocations> parse_revocations(std::string_view text);

/// Such a list.
std::string to_text(const Revocations& revocations);

/// The list at the top of a stick or a drop folder; nothing if there is none. Fails with a sentence
/// if it is not signed by one of the keys for that, or cannot be read: then nothing in it counts.
platform::Result<std::optional<Revocations>>
find_revocations(const platform::Folder& stick, const std::vector<TrustedKey>& revokers);

/// What a desk was told before, from its state folder. A list that cannot be read is a sentence;
/// then nothing that is signed may come in by itself.
platform::Result<Revocations> kept_revocations(const platform::Folder& disk);
platform::Result<void> keep_revocations(platform::Disk& disk, const Revocations& revocations);

/// Trusts the revoked keys no longer.
void revoke(Keys& keys, const Revocations& revocations);

/// What became of the packs that a desk keeps.
struct Withdrawn {
    bool in_use = false;               ///< The pack in use was one of those revoked.
    std::optional<StoredPack> instead; ///< What is in use now; nothing: the starter pack.
    std::vector<std::string> notices;  ///< A sentence for each thing that was done, or failed.
};

/// Takes revoked packs away from those that a desk keeps. If the one in use is among them, the
/// latest before it that is whole comes into use. If the highest version that was seen is among
/// them, later ones need not be higher than that.
Withdrawn withdraw(Store& store, const Revocations& revocations);

} // namespace packs
