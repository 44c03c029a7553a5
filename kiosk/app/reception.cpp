#include "app/reception.h"

#include "app/note.h"
#include "app/spool_command.h"
#include "app/wall_clock.h"
#include "i18n/message.h"
#include "packs/arrival.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace app {

namespace {

namespace fs = std::filesystem;
using i18n::tr;
using platform::DropAppeared;
using platform::DropGone;
using platform::RealFolder;

/// The glass says no more often how far the copy is: drawing takes the processor from it.
constexpr std::chrono::milliseconds kNewsEvery{300};

std::string now_on_offer(const packs::Offer& offer) {
    return offer.signer.empty() ? tr("Version {0} of {1} is on offer: not signed.",
                                     offer.pack.version, offer.pack.id)
                                : tr("Version {0} of {1} is on offer: signed by {2}.",
                                     offer.pack.version, offer.pack.id, offer.signer);
}

} // namespace

Reception::Reception(Setup setup, std::function<void(desk::Event)> post)
    : room_(std::move(setup.room)), habits_(std::move(setup.habits)), health_(setup.health),
      post_(std::move(post)), pin_(*room_.disk, post_), folders_(habits_), teller_(health_, post_),
      hand_over_(std::move(setup.writer), &room_, setup.cards.places.starter,
                 [this](const fs::path& place) { return folders_.has(place); }),
      cards_(std::move(setup.cards), &room_, health_, &teller_, post_) {
    for (const std::string& problem : room_.keys.problems) {
        note(problem);
    }
    post_(desk::PacksNews{list_kept(room_)});
    if (setup.ask_for_first_pin) {
        pin_.offer_first();
    }
}

void Reception::act(const platform::DropSighting& sighting, const std::stop_token& stop) {
    if (const auto* gone = std::get_if<DropGone>(&sighting)) {
        hand_over_.gone(gone->place);
        std::erase(waiting_, gone->place);
        no_longer_awaited(gone->place);
        if (coming_ == gone->place) {
            coming_.reset();
            teller_.tell_none();
        }
        return;
    }
    if (std::holds_alternative<platform::DropComing>(sighting)) {
        if (!standing_) {
            coming_ = std::get<platform::DropComing>(sighting).place;
            teller_.tell(desk::DropCopying{});
        }
        return;
    }
    if (const auto* failed = std::get_if<platform::DropFailed>(&sighting)) {
        refuse_copy(why_not_spooled(failed->why));
        return;
    }
    const fs::path& place = std::get<DropAppeared>(sighting).place;
    hand_over_.came(place);
    look_at(place, true, stop);
}

void Reception::look_again_where_due(const std::stop_token& stop) {
    for (const auto& [place, patient] :
         folders_.take_due(std::chrono::steady_clock::now(), iso_today())) {
        look_at(place, patient, stop);
    }
}

void Reception::look_at(const fs::path& place, bool patient, const std::stop_token& stop) {
    const auto stick = RealFolder::open(place);
    // Before an offer is asked about: it may be one of what was taken back.
    const Told told = stick ? learn_from(**stick) : Told::nothing;
    // Whoever looks at an offer must not keep what goes in by itself from the desk.
    if (standing_ && !folders_.decides_alone(place)) {
        std::erase(waiting_, place);
        waiting_.push_back(place);
        return;
    }
    const bool announced = coming_ == place; // the glass says that cards are coming
    if (announced) {
        coming_.reset();
    }
    if (!stick) {
        no_longer_awaited(place);
        if (announced) { // else gone again, or not for us to read
            refuse_copy(packs::pulled_too_early());
        }
        return;
    }
    const auto from = packs::find_pack(**stick);
    if (!from) {
        no_longer_awaited(place);
        if (announced && told == Told::nothing && from.error().fault == packs::CopyFault::no_pack) {
            refuse_copy(packs::pulled_too_early());
        } else if (announced && told == Told::old_news) {
            teller_.tell_none();
        }
        if (from.error().fault == packs::CopyFault::two_packs) {
            refuse_copy(from.error().sentence);
        }
        return;
    }
    if (patient && folders_.has(place) && folders_.has_patience() &&
        is_awaited(place, **stick, *from)) {
        return;
    }
    no_longer_awaited(place);
    bring(place, **stick, *from, stop);
}

void Reception::no_longer_awaited(const fs::path& place) {
    const bool said = folders_.forget(place);
    health_->waits(folders_.expects_any());
    if (said && !standing_) {
        teller_.tell_none();
    }
}

/// Does at once what is news in a list of what was taken back.
Told Reception::learn_from(const platform::Folder& stick) {
    const Told told = learn_revocations(room_, stick);
    if (told == Told::news) {
        if (standing_) { // it may be one of them
            drop_offer();
            teller_.tell_none();
        }
        cards_.withdraw_revoked();
    }
    return told;
}

/// Whether what is in a drop folder is still on its way. If it takes its time, the glass says so.
bool Reception::is_awaited(const fs::path& place, const platform::Folder& drop,
                           const std::string& from) {
    const auto coming = packs::on_its_way(drop, from, room_.keys, folders_.decides_alone(place));
    if (!coming) {
        return false;
    }
    const DropFolders::Word word = folders_.expect(place, std::chrono::steady_clock::now());
    if (word == DropFolders::Word::first) {
        note(tr("Waiting for the rest of the cards in \"{0}\": {1}", place.string(),
                coming->sentences.front()));
    }
    health_->waits(folders_.expects_any());
    if (word != DropFolders::Word::none && !standing_) {
        teller_.tell(desk::DropWaiting{.files = coming->files, .of_files = coming->of_files});
    }
    return true;
}

void Reception::bring(const fs::path& place, const platform::Folder& stick, const std::string& from,
                      const std::stop_token& stop) {
    const auto began = std::chrono::steady_clock::now();
    auto told = began;
    const bool by_itself = folders_.decides_alone(place);
    if (by_itself) {
        health_->holds(0); // until it is judged again
    }
    const auto progress = [&](packs::CopyProgress done) {
        if (by_itself) {
            return; // there is no stick to leave in
        }
        const bool all = done.files == done.of_files;
        const auto now = std::chrono::steady_clock::now();
        if (all || now - told >= kNewsEvery) {
            told = now;
            teller_.tell(
                desk::DropCopying{.files = done.files, .of_files = done.of_files, .copied = all});
        }
    };
    if (!by_itself) {
        teller_.tell(desk::DropCopying{});
    }
    auto offer = take_in(room_, stick, from, progress, stop);
    if (stop.stop_requested()) {
        return;
    }
    if (!offer) {
        if (by_itself && offer.error().nothing_to_do) {
            note(offer.error().headline); // it stays there, and is looked at with every start
            return;
        }
        teller_.refuse(std::move(offer.error()));
        return;
    }
    if (by_itself) {
        decide_alone(place, std::move(*offer));
        return;
    }
    standing_.emplace(Standing{.offer = std::move(*offer),
                               .number = ++offers_,
                               .took = std::chrono::duration_cast<std::chrono::milliseconds>(
                                   std::chrono::steady_clock::now() - began)});
    if (const auto verified = packs::VerifiedPack::accept(standing_->offer);
        verified && habits_.signed_goes_in) {
        activate(*verified);
        return;
    }
    note(now_on_offer(standing_->offer));
    show(*standing_);
}

/// Nobody at the desk is asked about what comes over many desks' drop folder.
void Reception::decide_alone(const fs::path& place, packs::Offer offer) {
    health_->holds(offer.held_back ? offer.pack.version : 0);
    if (const auto verified = packs::VerifiedPack::accept(offer)) {
        activate(*verified);
        return;
    }
    room_.store->drop_incoming(offer.keep.folder);
    if (offer.held_back) {
        note(tr("Version {0} of {1} waits: {2}.", offer.pack.version, offer.pack.id,
                offer.cautions.front()));
        folders_.hold(place, offer.pack.rollout->rest_from, std::chrono::steady_clock::now());
        return;
    }
    packs::Refused refused{.headline = tr("Version {0} of {1} cannot go in by itself",
                                          offer.pack.version, offer.pack.id)};
    for (const std::string& caution : offer.cautions) {
        refused.problems.push_back({.text = caution + "."});
    }
    refused.problems.push_back(
        {.text = tr("If it is to be used here all the same, bring it on a stick, and use the "
                    "manager's PIN.")});
    teller_.refuse(std::move(refused));
}

/// Once the glass is free: what still waits for somebody to decide, or else the next stick.
void Reception::show_or_look_at_next(const std::stop_token& stop) {
    if (standing_) {
        show(*standing_);
    } else if (!waiting_.empty()) {
        const fs::path next = waiting_.front();
        waiting_.pop_front();
        look_at(next, true, stop);
    }
}

void Reception::show(const Standing& standing) {
    const packs::Offer& offer = standing.offer;
    const auto active = room_.store->active();
    const auto kept =
        active ? room_.store->sums_of(*active) : platform::Result<std::vector<packs::ListedSum>>();
    const auto other = packs::other_pictures(offer, kept.value_or(std::vector<packs::ListedSum>()));
    teller_.tell(desk::DropReview{.number = standing.number,
                                  .version_in_use = active ? active->version : 0,
                                  .took = standing.took,
                                  .signer = offer.signer,
                                  .cautions = offer.cautions,
                                  .changes = cards::compare(cards_.pack(), offer.pack, other),
                                  .warnings = offer.warnings,
                                  .library = std::make_shared<desk::Library>(
                                      offer.pack, std::vector<cards::Problem>(),
                                      desk::PictureShelf{.kind = desk::PictureShelf::Kind::made,
                                                         .place = offer.keep.folder + "/made"})});
}

void Reception::refuse_copy(const std::string& sentence) {
    teller_.refuse(tr("These cards could not be copied"), sentence);
}

void Reception::drop_offer() {
    if (standing_) {
        room_.store->drop_incoming(standing_->offer.keep.folder);
        standing_.reset();
    }
}

void Reception::activate(const packs::VerifiedPack& pack) {
    cards_.activate(pack);
    drop_offer();
}

void Reception::act(const desk::TakeDrop& job, const std::stop_token& stop) {
    if (!standing_ || standing_->number != job.number) {
        // What the glass shows is gone: a command has put other cards into use meanwhile.
        teller_.tell_none();
        show_or_look_at_next(stop);
        return;
    }
    if (const auto verified = packs::VerifiedPack::accept(standing_->offer)) {
        activate(*verified);
    } else if (auto proof = pin_.ask(job.pin)) {
        activate(packs::VerifiedPack::accept(standing_->offer, std::move(*proof)));
    }
}

void Reception::act(const desk::ForgetDrop& job, const std::stop_token& stop) {
    if (standing_ && standing_->number == job.number) {
        drop_offer();
    }
    teller_.tell_none();
    show_or_look_at_next(stop);
}

void Reception::act(const desk::CloseNews& /*job*/, const std::stop_token& stop) {
    show_or_look_at_next(stop);
}

void Reception::act(const desk::GoBackTo& job, const std::stop_token& /*stop*/) {
    if (!pin_.ask(job.pin)) {
        return;
    }
    cards_.go_back_to(job.key);
}

void Reception::act(const desk::CopyOut& job, const std::stop_token& stop) {
    if (!pin_.ask(job.pin)) {
        return;
    }
    const auto name = hand_over_.cards(stop);
    if (!name) {
        teller_.refuse(tr("The cards were not copied"), name.error().sentence);
        return;
    }
    teller_.tell(desk::DropDone{
        tr("The cards are on the stick, in the folder {0}. You can pull it out now.", *name)});
}

void Reception::act(const HandOutReport& job, const std::stop_token& stop) {
    const auto name = hand_over_.report(job.made, job.files, stop);
    if (!name) {
        teller_.refuse(tr("The report was not written"), name.error().sentence);
        return;
    }
    teller_.tell(
        desk::DropDone{tr("The report is on the stick, in the folder {0}. Open report.html there. "
                          "You can pull the stick out now.",
                          *name)});
}

void Reception::act(const Reload& /*job*/, const std::stop_token& /*stop*/) {
    drop_offer(); // it was judged beside other cards than are in use now
    cards_.follow();
}

void Reception::act(const GoodStart& /*job*/, const std::stop_token& /*stop*/) const {
    if (const auto noted = room_.store->note_good_start(); !noted) {
        note(noted.error().sentence);
    }
}

} // namespace app
