#pragma once

#include "desk/event.h"
#include "desk/library.h"
#include "packs/copy.h"
#include "packs/keys.h"
#include "packs/offer.h"
#include "packs/revocations.h"
#include "packs/store.h"
#include "platform/disk.h"
#include "platform/places.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace app {

/// In the state folder: held by whoever changes what packs are kept.
inline constexpr const char* kPacksLock = "packs.lock";

/// What packs are kept in, shared by the desk and the commands.
struct PackRoom {
    std::unique_ptr<platform::RealFolder> disk;
    std::unique_ptr<packs::Store> store;
    packs::Keys keys; ///< Without those that were revoked.
    packs::Revocations revoked;
    /// What was revoked before cannot be read: nothing may be written in its place.
    bool revoked_unread = false;
    bool revoked_unsaved = false; ///< What is revoked is not on the medium yet.
    std::string desk_name;        ///< By which packs mean this desk; may be empty.
};

/// The keys of this machine, in the folder beside the configuration.
packs::Keys read_keys_of(const platform::Places& places);

/// Opens the state folder of a desk of that name. The folder is made if it is missing.
platform::Result<PackRoom> open_pack_room(const platform::Places& places, std::string desk_name);

/// What of a list of revocations at the top of a stick or a drop folder is news.
enum class Told : std::uint8_t {
    nothing,  ///< There is no list.
    old_news, ///< There is one, and it does not count or is known.
    news,     ///< It is kept, and no revoked key is trusted any more.
};

/// Learns from such a list, if there is one, and says in the journal what came of it. Packs that
/// are kept are still there.
Told learn_revocations(PackRoom& room, const platform::Folder& stick);

/// Where the pictures of a pack that is kept are.
desk::PictureShelf shelf_of(const packs::StoredPack& pack);

/// A pack that is kept, read as the desk shows it. Fails with a sentence.
platform::Result<desk::LibraryPtr> read_kept(const PackRoom& room, const packs::StoredPack& pack);

/// The packs that are kept, for the glass.
std::vector<desk::KeptPack> list_kept(const PackRoom& room);

/// Takes a pack in as far as to where somebody has to decide: copies the folder `from` of a stick
/// and examines the copy.
std::expected<packs::Offer, packs::Refused>
take_in(PackRoom& room, const platform::Folder& stick, const std::string& from,
        const std::function<void(packs::CopyProgress)>& progress, const std::stop_token& stop);

} // namespace app
