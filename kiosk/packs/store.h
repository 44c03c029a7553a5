#pragma once

#include "packs/copied_pack.h"
#include "packs/pack_version.h"
#include "packs/sums.h"
#include "platform/disk.h"
#include "platform/result.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace packs {

class VerifiedPack;

/// A pack as it is to be kept: its private copy with what was made of it.
struct PackToKeep {
    std::string id;
    std::uint64_t version = 0;
    /// A folder in the store's `incoming`, with the pack as it came in "files" and what was made of
    /// it in "made".
    std::string folder;
    std::vector<CopiedFile> files; ///< Paths count from `folder`: "files/pack.yaml".
};

/// A pack that the desk keeps.
struct StoredPack {
    std::string key; ///< Its name in the store.
    std::string id;
    std::uint64_t version = 0;
    friend bool operator==(const StoredPack&, const StoredPack&) = default;

    std::string files() const; ///< The folder with the pack as it came.
    std::string made() const;  ///< The folder with what was made of it.
};

/// The packs that a desk keeps: the one in use and three before it. Everything is done so that a
/// power cut at any moment leaves the pack before in use, or the new one, whole.
///
/// ```
/// incoming/            copies that are being looked at; emptied at every start
/// packs/KEY/files/     a pack exactly as it came
/// packs/KEY/made/      what was made of it
/// packs/KEY/SUMS       the SHA-256 sum of every file of both, as sha256sum writes it
/// packs/KEY/pack       its id and version
/// packs/active         a link to the KEY of the pack in use
/// seen                 the versions that were ever used and are not revoked; outside the packs
/// starts               how often the pack in use was started without proving itself
/// ```
class Store {
public:
    /// On the desk's own folder. Does nothing yet.
    explicit Store(platform::Disk& disk) : disk_(&disk) {}

    /// Makes the folders that are missing, and clears away what was left half done. What could not
    /// be cleared is no hindrance; only a disk that cannot be written to is a failure.
    platform::Result<void> tidy_up();

    /// A new empty folder in `incoming`.
    platform::Result<std::string> make_incoming();
    /// Removes such a folder.
    void drop_incoming(const std::string& folder);

    std::optional<StoredPack> active() const;
    /// Every pack that is kept, the latest first.
    std::vector<StoredPack> kept() const;
    /// The highest version of a pack's id that was ever in use and is not revoked; 0 if none was.
    std::uint64_t highest_seen(const std::string& id) const;

    /// The files of a pack as they were when it was put into use: "files/pack.yaml".
    platform::Result<std::vector<ListedSum>> sums_of(const StoredPack& pack) const;

    /// Compares a pack's files with their sums. Fails with a sentence that names the first file
    /// that is not as it was, is missing, or is there although it should not be.
    platform::Result<void> check(const StoredPack& pack) const;

    /// Puts a pack into use.
    platform::Result<StoredPack> activate(const VerifiedPack& verified);
    /// Puts one of the packs that are kept into use again, if it is whole.
    platform::Result<void> use(const StoredPack& pack);
    /// Shows the starter pack from now on.
    platform::Result<void> use_none();
    /// Takes a pack out of use for good.
    platform::Result<void> set_aside(const StoredPack& pack);

    /// Takes note that the desk starts, and says how often it has since it last proved itself.
    platform::Result<int> note_start();
    /// The desk has proved itself.
    platform::Result<void> note_good_start();

    /// Revoked versions count as seen no longer: one that nobody may use keeps no later one out.
    platform::Result<void> forget_seen(const std::vector<PackVersion>& revoked);

private:
    platform::Result<void> note_seen(const PackVersion& pack);
    void drop_old(const std::set<std::string>& needed);
    std::optional<StoredPack> read(const std::string& key) const;

    platform::Disk* disk_;
};

} // namespace packs
