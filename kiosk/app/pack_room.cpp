#include "app/pack_room.h"

#include "app/note.h"
#include "app/wall_clock.h"
#include "cards/desk_name.h"
#include "cards/reader.h"
#include "cards/rules.h"
#include "i18n/message.h"
#include "packs/crypto.h"
#include "packs/folder.h"
#include "packs/names.h"
#include "packs/pictures.h"
#include "platform/picture_child.h"

#include <system_error>
#include <utility>

namespace app {

namespace {

namespace fs = std::filesystem;
using i18n::tr;
using platform::Failure;
using platform::Result;

constexpr i18n::Message kNoRoom = i18n::message("The desk has no room for the cards");

std::unexpected<packs::Refused> refuse(const std::string& headline, const std::string& sentence) {
    return std::unexpected(packs::Refused{.headline = headline, .problems = {{.text = sentence}}});
}

/// Where a pack is on a stick.
struct OnStick {
    const platform::Folder& stick;
    std::string from;
};

/// Its pictures are made while the rest of it is still being copied and read; whatever comes of
/// that, none of it goes on after this.
std::expected<packs::Offer, packs::Refused>
copy_and_examine(PackRoom& room, const OnStick& pack, const std::string& incoming,
                 const std::function<void(packs::CopyProgress)>& progress,
                 const std::stop_token& stop) {
    const std::string files = incoming + "/files";
    if (const auto made = room.disk->make_folder(files); !made) {
        return refuse(kNoRoom, made.error().sentence);
    }
    packs::PictureMaking pictures(*room.disk, incoming,
                                  {.program = platform::this_program(), .stop = stop});
    const auto take_one = [&](const packs::CopyProgress& done) {
        if (packs::is_picture(done.path)) {
            pictures.add(std::string(done.path));
        }
        if (progress) {
            progress(done);
        }
    };
    const auto copy =
        packs::copy_pack(pack.stick, pack.from, *room.disk, files, {}, take_one, stop);
    if (!copy) {
        return refuse(tr("These cards could not be copied"), copy.error().sentence);
    }
    return packs::examine(*copy, incoming, *room.disk,
                          {.keys = room.keys,
                           .store = room.store.get(),
                           .revoked = room.revoked,
                           .desk = room.desk_name,
                           .today = iso_today()},
                          pictures);
}

/// What was revoked before. Without a list that can be read, no key is trusted.
void read_revocations(PackRoom& room) {
    auto revoked = packs::kept_revocations(*room.disk);
    if (revoked) {
        room.revoked = std::move(*revoked);
        packs::revoke(room.keys, room.revoked);
        return;
    }
    room.revoked_unread = true;
    room.keys.trusted.clear();
    room.keys.problems.push_back(
        // Translators: {0} is a sentence that says that a file cannot be read, and why.
        tr("{0} No key is trusted until it can.", revoked.error().sentence));
}

} // namespace

packs::Keys read_keys_of(const platform::Places& places) {
    const auto folder = platform::RealFolder::open(places.config.parent_path() / "keys");
    return folder ? packs::read_keys(**folder) : packs::Keys();
}

Result<PackRoom> open_pack_room(const platform::Places& places, std::string desk_name) {
    std::error_code error;
    fs::create_directories(places.state, error);
    if (!packs::start_crypto()) {
        return std::unexpected(Failure{tr("This machine gives no random numbers: packs cannot be "
                                          "checked. Restart it.")});
    }
    auto disk = platform::RealFolder::open(places.state);
    if (!disk) {
        // Translators: {0} is a sentence that says why.
        std::string text = tr("{0} Give another state folder with --state.", disk.error().sentence);
        return std::unexpected(Failure{std::move(text)});
    }
    PackRoom room{.disk = std::move(*disk),
                  .store = nullptr,
                  .keys = read_keys_of(places),
                  .revoked = {},
                  .revoked_unread = false,
                  .revoked_unsaved = false,
                  .desk_name = std::move(desk_name)};
    room.store = std::make_unique<packs::Store>(*room.disk);
    read_revocations(room);
    return room;
}

Told learn_revocations(PackRoom& room, const platform::Folder& stick) {
    const auto found = packs::find_revocations(stick, room.keys.revokers);
    if (!found) {
        note(found.error().sentence);
        return Told::old_news;
    }
    if (!*found) {
        return Told::nothing;
    }
    const bool fresh = room.revoked.add(**found);
    if ((fresh || room.revoked_unsaved) && !room.revoked_unread) {
        const auto kept = packs::keep_revocations(*room.disk, room.revoked);
        room.revoked_unsaved = !kept;
        if (!kept) {
            note(kept.error().sentence);
        }
    }
    if (!fresh) {
        return Told::old_news;
    }
    packs::revoke(room.keys, room.revoked);
    note(tr("Keys or packs were revoked, as the list beside the cards says."));
    return Told::news;
}

desk::PictureShelf shelf_of(const packs::StoredPack& pack) {
    return {.kind = desk::PictureShelf::Kind::made, .place = pack.made()};
}

Result<desk::LibraryPtr> read_kept(const PackRoom& room, const packs::StoredPack& pack) {
    cards::Reading reading = packs::read_folder(*room.disk, pack.files());
    if (!reading.pack) {
        const std::string why =
            reading.problems.empty() ? "." : cards::to_string(reading.problems.front());
        return std::unexpected(
            Failure{tr("Version {0} of the cards cannot be read: {1}", pack.version, why)});
    }
    cards::suit_to_desk(*reading.pack, room.desk_name);
    return std::make_shared<desk::Library>(std::move(*reading.pack), std::vector<cards::Problem>(),
                                           shelf_of(pack));
}

std::vector<desk::KeptPack> list_kept(const PackRoom& room) {
    const auto active = room.store->active();
    std::vector<desk::KeptPack> kept;
    for (const packs::StoredPack& pack : room.store->kept()) {
        kept.push_back({.key = pack.key,
                        .version = pack.version,
                        .name = pack.id,
                        .in_use = active && active->key == pack.key});
    }
    return kept;
}

std::expected<packs::Offer, packs::Refused>
take_in(PackRoom& room, const platform::Folder& stick, const std::string& from,
        const std::function<void(packs::CopyProgress)>& progress, const std::stop_token& stop) {
    const auto incoming = room.store->make_incoming();
    if (!incoming) {
        return refuse(kNoRoom, incoming.error().sentence);
    }
    auto offer = copy_and_examine(room, {.stick = stick, .from = from}, *incoming, progress, stop);
    if (!offer) {
        room.store->drop_incoming(*incoming);
    }
    return offer;
}

} // namespace app
