#pragma once

#include "cards/problem.h"
#include "packs/copy.h"
#include "packs/keys.h"

#include <string>
#include <vector>

/// What a desk would say of a folder, for those who have it before the desk does.
namespace packs {

/// A pack in the folder `from` of a folder, gone through as it would be copied. No copy is made:
/// `CopiedPack::folder` says nothing.
std::expected<CopiedPack, CopyFailure> dry_copy(const platform::Folder& folder,
                                                const std::string& from = "");

/// Where the folder would be refused before a card is read, for its sums and its signature. `copy`
/// is the folder gone through. A key that is not among `keys` is a warning: whoever checks a pack
/// need not have the keys of the desk that it is for.
std::vector<cards::Problem> check_seal(const CopiedPack& copy, const platform::Folder& folder,
                                       const Keys& keys);

} // namespace packs
