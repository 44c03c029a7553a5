#pragma once

#include "packs/copied_pack.h"
#include "packs/keys.h"
#include "platform/result.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace packs {

/// Why a pack is not let in, whatever PIN is given.
enum class Distrust : std::uint8_t {
    bad_sums,           ///< The list of sums cannot be read, or does not fit the files.
    signature_alone,    ///< There is a signature, and no list that it could be for.
    malformed,          ///< The signature is none.
    legacy,             ///< It is of an old kind.
    unknown_key,        ///< It is of a key that this desk does not trust.
    revoked_key,        ///< It is of a key that this desk no longer trusts.
    bad_signature,      ///< The list was changed after it was signed, or is another pack's.
    bad_trusted_comment ///< The signature's comment was changed.
};

/// What is known of where a pack comes from.
struct Trust {
    std::string signer; ///< The trusted key's name; empty if the pack is not signed.
};

struct NoTrust {
    Distrust why = Distrust::bad_sums;
    std::vector<std::string> sentences; ///< What is wrong and what to do about it.
};

/// The id of the key that a signature says it is of, for people; "?" if it says none.
std::string key_name(std::string_view signature);

/// A pack's list of sums and the list's signature, as they are in its files; either may be missing.
struct Seal {
    std::optional<std::string> sums;
    std::optional<std::string> signature;
};

/// Reads the seal of a pack in the folder `top` that has these files.
platform::Result<Seal> read_seal(const std::vector<CopiedFile>& files,
                                 const platform::Folder& folder, const std::string& top);

/// Judges a pack's copy by its seal.
std::expected<Trust, NoTrust> judge(const std::vector<CopiedFile>& files, const Seal& seal,
                                    const Keys& keys);

} // namespace packs
