#include "app/drop_worker.h"

#include "cards/reader.h"
#include "cards/rules.h"
#include "packs/crypto.h"
#include "packs/folder.h"
#include "platform/picture_child.h"

#include <system_error>

namespace app {

namespace {

namespace fs = std::filesystem;
using platform::Failure;
using platform::Result;

} // namespace

Result<PackRoom> open_pack_room(const platform::Places& places) {
    std::error_code error;
    fs::create_directories(places.state, error);
    if (!packs::start_crypto()) {
        return std::unexpected(Failure{"This machine gives no random numbers: packs cannot be "
                                       "checked. Restart it."});
    }
    auto disk = platform::RealFolder::open(places.state);
    if (!disk) {
        return std::unexpected(Failure{disk.error().sentence + " Give another state folder with "
                                                               "--state."});
    }
    PackRoom room{.disk = std::move(*disk), .store = nullptr, .keys = {}};
    room.store = std::make_unique<packs::Store>(*room.disk);
    const fs::path keys = places.config.parent_path() / "keys";
    if (fs::is_directory(keys, error)) {
        if (const auto folder = platform::RealFolder::open(keys)) {
            room.keys = packs::read_keys(**folder);
        }
    }
    return room;
}

desk::PictureShelf shelf_of(const packs::StoredPack& pack) {
    return {.kind = desk::PictureShelf::Kind::made, .place = pack.made()};
}

Result<desk::LibraryPtr> read_kept(const PackRoom& room, const packs::StoredPack& pack) {
    cards::Reading reading = packs::read_folder(*room.disk, pack.files());
    if (!reading.pack) {
        return std::unexpected(
            Failure{"Version " + std::to_string(pack.version) + " of the cards cannot be read: " +
                    (reading.problems.empty() ? "." : cards::to_string(reading.problems.front()))});
    }
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
    const auto refuse = [](const std::string& headline, const std::string& sentence) {
        return std::unexpected(
            packs::Refused{.headline = headline, .problems = {{.text = sentence}}});
    };
    const auto incoming = room.store->make_incoming();
    if (!incoming) {
        return refuse("The desk has no room for the cards", incoming.error().sentence);
    }
    const std::string files = *incoming + "/files";
    if (const auto made = room.disk->make_folder(files); !made) {
        return refuse("The desk has no room for the cards", made.error().sentence);
    }
    const auto copy = packs::copy_pack(stick, from, *room.disk, files, {}, progress, stop);
    if (!copy) {
        room.store->drop_incoming(*incoming);
        return refuse("These cards could not be copied", copy.error().sentence);
    }
    auto offer = packs::examine(*copy, *incoming, *room.disk,
                                {.keys = room.keys,
                                 .store = room.store.get(),
                                 .program = platform::this_program(),
                                 .stop = stop});
    if (!offer) {
        room.store->drop_incoming(*incoming);
    }
    return offer;
}

} // namespace app
