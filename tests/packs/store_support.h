#pragma once

#include "packs/keys.h"
#include "packs/offer.h"
#include "packs/seal.h"
#include "packs/store.h"

#include <cstdint>
#include <map>
#include <string>

namespace packs_test {

/// A small pack, by path: pack.yaml and the four frameworks.
using Files = std::map<std::string, std::string>;
Files small_pack(std::uint64_t version, const std::string& id = "riverside");

/// A situation's card, with lines of front matter that name other cards.
std::string situation(int number, const std::string& links = "");

/// A pack of so many situations, "number-0" and on. 0 and 1 are on the board; when 0 gets worse, it
/// is 200, and after that comes 201.
Files large_pack(std::uint64_t version, int situations = 400);

/// Adds the list of sums, and its signature by the key of these tests.
Files sealed(Files files);

/// The key that packs of these tests are signed with, and a desk's keys with it alone.
const packs::SecretKey& key();
packs::Keys keys();

/// Writes files into a folder of a disk.
void put(platform::Disk& disk, const std::string& folder, const Files& files);

/// Copies a pack in and examines it, as if from a stick.
std::expected<packs::Offer, packs::Refused> examine(packs::Store& store, platform::Disk& disk,
                                                    const Files& files,
                                                    const packs::Keys& keys = packs_test::keys());
/// The same, on a desk of which more is known.
std::expected<packs::Offer, packs::Refused> examine(const packs::Standing& standing,
                                                    packs::Store& store, platform::Disk& disk,
                                                    const Files& files);

/// Brings a pack through the whole way in, signed. Whether it came into use.
bool bring(packs::Store& store, platform::Disk& disk, const Files& files);
/// The small pack of that version.
bool bring(packs::Store& store, platform::Disk& disk, std::uint64_t version);

/// Whether all that the small pack of that version has is there, as it came.
bool is_whole(const platform::Disk& disk, const packs::StoredPack& pack);

} // namespace packs_test
