#pragma once

#include "app/drop_teller.h"
#include "app/first_cards.h"
#include "app/health.h"
#include "app/pack_room.h"
#include "cards/card.h"
#include "desk/event.h"
#include "desk/library.h"
#include "packs/offer.h"
#include "platform/result.h"

#include <functional>
#include <string>

namespace app {

/// The cards that the desk shows: puts others in their place, and takes back what was revoked. Says
/// on the glass what came of it.
class CardsInUse {
public:
    struct Setup {
        desk::LibraryPtr library; ///< What the desk shows now.
        ReadRest rest;            ///< Null if that is all there is.
        CardPlaces places;        ///< What is shown while no pack is in use.
    };
    /// What is pointed to is never null, and outlives this.
    CardsInUse(Setup setup, PackRoom* room, HealthRecord* health, const DropTeller* teller,
               std::function<void(desk::Event)> post);

    const cards::Pack& pack() const { return setup_.library->pack; }

    /// What comes before all else: a note of the start, the rest of the cards, what was revoked.
    void begin();
    /// Puts a pack that was taken in into use, in place of the copy that was judged.
    void activate(const packs::VerifiedPack& pack);
    /// Puts a pack that is kept, of that key, into use again.
    void go_back_to(const std::string& key);
    /// Another process has put this into use, if anything.
    void follow();
    /// Goes back where what is in use was taken back, and keeps nothing of what was.
    void withdraw_revoked();

private:
    void show_rest();
    void use(const packs::StoredPack& pack, const std::string& sentence);
    void show(const platform::Result<desk::LibraryPtr>& library, const std::string& sentence);
    void put_in_use(desk::LibraryPtr library);

    Setup setup_;
    PackRoom* room_;
    HealthRecord* health_;
    const DropTeller* teller_;
    std::function<void(desk::Event)> post_;
};

} // namespace app
