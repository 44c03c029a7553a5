#include "app/cards_in_use.h"

#include "app/note.h"
#include "i18n/message.h"
#include "packs/revocations.h"
#include "platform/heap.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace app {

namespace {

using i18n::tr;

std::string now_in_use(std::uint64_t version) {
    return tr("Version {0} is in use.", version);
}

} // namespace

CardsInUse::CardsInUse(Setup setup, PackRoom* room, HealthRecord* health, const DropTeller* teller,
                       std::function<void(desk::Event)> post)
    : setup_(std::move(setup)), room_(room), health_(health), teller_(teller),
      post_(std::move(post)) {}

void CardsInUse::begin() {
    health_->started();
    health_->shows(pack());
    if (setup_.rest) {
        show_rest();
    }
    withdraw_revoked(); // the power may have failed before
}

/// Before anything else, as all else is judged beside the cards in use. The start is good only once
/// this is done.
void CardsInUse::show_rest() {
    auto library = std::exchange(setup_.rest, nullptr)(*room_);
    if (!library) {
        note(library.error().sentence);
        return;
    }
    note((*library)->problems);
    put_in_use(std::move(*library));
    platform::give_back_memory(); // that the reading alone has needed
}

void CardsInUse::activate(const packs::VerifiedPack& pack) {
    const auto stored = room_->store->activate(pack);
    room_->store->drop_incoming(pack.keep().folder);
    if (!stored) {
        teller_->refuse(tr("The cards could not be put into use"), stored.error().sentence);
        return;
    }
    health_->imported();
    use(*stored, now_in_use(stored->version));
}

void CardsInUse::go_back_to(const std::string& key) {
    const std::string refused = tr("The desk could not go back");
    const auto kept = room_->store->kept();
    const auto pack = std::ranges::find(kept, key, &packs::StoredPack::key);
    if (pack == kept.end()) {
        teller_->refuse(refused, tr("That version is no longer kept."));
    } else if (const auto used = room_->store->use(*pack); !used) {
        teller_->refuse(refused, used.error().sentence);
    } else {
        use(*pack, tr("Version {0} is in use again.", pack->version));
    }
}

void CardsInUse::follow() {
    withdraw_revoked();
    if (const auto active = room_->store->active()) {
        use(*active, now_in_use(active->version));
    }
}

void CardsInUse::withdraw_revoked() {
    health_->revoked(room_->revoked.keys.size(), room_->revoked.packs.size());
    const packs::Withdrawn withdrawn = packs::withdraw(*room_->store, room_->revoked);
    post_(desk::PacksNews{list_kept(*room_)});
    std::string said;
    for (const std::string& notice : withdrawn.notices) {
        said += (said.empty() ? "" : " ") + notice;
    }
    if (!withdrawn.in_use) {
        if (!said.empty()) {
            note(said);
        }
        return;
    }
    auto library =
        withdrawn.instead ? read_kept(*room_, *withdrawn.instead) : open_folder(setup_.places, {});
    if (!library) { // anything but those that were taken back
        note(library.error().sentence);
        library = open_folder(setup_.places, {});
    }
    show(library, said);
}

void CardsInUse::use(const packs::StoredPack& pack, const std::string& sentence) {
    show(read_kept(*room_, pack), sentence);
}

void CardsInUse::show(const platform::Result<desk::LibraryPtr>& library,
                      const std::string& sentence) {
    if (!library) {
        teller_->refuse(tr("The cards cannot be shown"), library.error().sentence);
        return;
    }
    put_in_use(*library);
    teller_->tell(desk::DropDone{sentence});
    note(sentence);
}

void CardsInUse::put_in_use(desk::LibraryPtr library) {
    setup_.library = library;
    health_->shows(library->pack);
    post_(desk::UseLibrary{std::move(library)});
    post_(desk::PacksNews{list_kept(*room_)});
}

} // namespace app
