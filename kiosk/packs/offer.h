#pragma once

#include "cards/card.h"
#include "cards/problem.h"
#include "packs/copied_pack.h"
#include "packs/keys.h"
#include "packs/pictures.h"
#include "packs/pin.h"
#include "packs/revocations.h"
#include "packs/store.h"
#include "platform/disk.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace packs {

/// Why a pack is not used: a line that says it, and what its manager should mend.
struct Refused {
    std::string headline;
    std::vector<cards::Problem> problems;
    bool nothing_to_do = false; ///< It is the pack that is in use already.
};

/// What a desk knows when a pack comes.
struct Standing {
    Keys keys;
    const Store* store = nullptr;
    Revocations revoked;
    std::string desk;  ///< Its name (cards/desk_name.h); may be empty.
    std::string today; ///< ISO.
};

struct Offer;

/// Examines the private copy of a pack, which lies in the folder "files" of `incoming`: where it
/// comes from, whether the desk wants it, whether its cards and pictures can be used. `pictures`
/// has been given all of the copy's.
std::expected<Offer, Refused> examine(const CopiedPack& copy, const std::string& incoming,
                                      platform::Disk& disk, const Standing& standing,
                                      PictureMaking& pictures);

/// A pack that was copied, judged and read without an error. It is not in use, and only `accept`
/// makes something of it that can be. Only `examine` makes one.
struct Offer {
    PackToKeep keep;
    cards::Pack pack;
    std::vector<cards::Problem> warnings;
    std::string signer; ///< The trusted key's name; empty if the pack is not signed.
    /// Why it takes the manager's PIN to use it, a line each; empty if it takes none.
    std::vector<std::string> cautions;
    /// The roll-out has other desks try it first, and there is no other reason to ask: until then
    /// it may wait by itself.
    bool held_back = false;

    bool needs_pin() const { return !cautions.empty(); }

private:
    friend std::expected<Offer, Refused> examine(const CopiedPack& copy,
                                                 const std::string& incoming, platform::Disk& disk,
                                                 const Standing& standing, PictureMaking& pictures);
    Offer() = default;
};

/// The pictures on offer that are not, byte for byte, among the files of a pack that is kept, given
/// as its sums are listed. Paths count from the pack's top.
std::set<std::string> other_pictures(const Offer& offer, const std::vector<ListedSum>& kept);

/// A pack that may be put into use: it was checked, and a trusted key or the manager's PIN says so.
/// There is no other way to make one, and the store takes nothing else.
class VerifiedPack {
public:
    /// A pack that nobody has to be asked about; nothing if it takes the manager's PIN.
    static std::optional<VerifiedPack> accept(const Offer& offer);
    /// Any pack that is on offer, on the word of the manager.
    static VerifiedPack accept(const Offer& offer, PinProof proof);

    const PackToKeep& keep() const { return keep_; }

private:
    explicit VerifiedPack(PackToKeep keep) : keep_(std::move(keep)) {}

    PackToKeep keep_;
};

} // namespace packs
