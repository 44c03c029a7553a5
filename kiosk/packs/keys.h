#pragma once

#include "packs/minisign.h"
#include "platform/disk.h"

#include <string>
#include <vector>

namespace packs {

/// A key that packs may be signed with.
struct TrustedKey {
    std::string name; ///< Its file's name without the ending: "head-office".
    PublicKey key;
};

/// The keys of a desk.
struct Keys {
    std::vector<TrustedKey> trusted; ///< Without those that are revoked.
    std::vector<KeyId> revoked;
    /// Those that lists of revocations may be signed with (revocations.h), and nothing else.
    std::vector<TrustedKey> revokers;
    std::vector<std::string> problems; ///< Files that could not be used, a sentence each.
};

/// Reads a folder of keys: each `NAME.pub` is trusted, and the file `revoked` lists those that are
/// no longer, a key's id or the key itself on a line; what follows a # is a remark. A file that
/// cannot be read trusts nothing. If it is `revoked` that cannot be read, no key is trusted at all.
/// Each `revocation/NAME.pub` may sign lists of revocations.
Keys read_keys(const platform::Folder& folder);

} // namespace packs
