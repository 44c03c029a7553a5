#include "app/reception.h"

#include "app/note.h"
#include "app/spool_command.h"
#include "app/wall_clock.h"
#include "i18n/message.h"
#include "packs/arrival.h"
#include "packs/hand_out.h"
#include "platform/durable.h"
#include "platform/heap.h"

#include <algorithm>
#include <chrono>
#include <ranges>
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

std::string now_in_use(std::uint64_t version) {
    return tr("Version {0} is in use.", version);
}

} // namespace

Reception::Reception(Setup setup, std::function<void(desk::Event)> post)
    : setup_(std::move(setup)), post_(std::move(post)), pin_(*setup_.room.disk, post_),
      folders_(setup_.habits) {
    for (const std::string& problem : setup_.room.keys.problems) {
        note(problem);
    }
    post_(desk::PacksNews{list_kept(setup_.room)});
    if (setup_.ask_for_first_pin) {
        pin_.offer_first();
    }
}

void Reception::begin() {
    setup_.health->started();
    setup_.health->shows(setup_.in_use->pack);
    if (setup_.rest) {
        show_rest();
    }
    withdraw_revoked(); // the power may have failed before
}

/// Before anything else, as all else is judged beside the cards in use. The start is good only once
/// this is done.
void Reception::show_rest() {
    auto library = std::exchange(setup_.rest, nullptr)(setup_.room);
    if (!library) {
        note(library.error().sentence);
        return;
    }
    note((*library)->problems);
    put_in_use(std::move(*library));
    platform::give_back_memory(); // that the reading alone has needed
}

void Reception::act(const platform::DropSighting& sighting, const std::stop_token& stop) {
    if (const auto* gone = std::get_if<DropGone>(&sighting)) {
        std::erase(here_, gone->place);
        std::erase(waiting_, gone->place);
        no_longer_awaited(gone->place);
        if (coming_ == gone->place) {
            coming_.reset();
            post_(desk::DropNews{});
        }
        return;
    }
    if (std::holds_alternative<platform::DropComing>(sighting)) {
        if (!standing_) {
            coming_ = std::get<platform::DropComing>(sighting).place;
            tell(desk::DropCopying{});
        }
        return;
    }
    if (const auto* failed = std::get_if<platform::DropFailed>(&sighting)) {
        refuse_copy(why_not_spooled(failed->why));
        return;
    }
    const fs::path& place = std::get<DropAppeared>(sighting).place;
    std::erase(here_, place);
    here_.push_back(place);
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
            post_(desk::DropNews{});
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
    setup_.health->waits(folders_.expects_any());
    if (said && !standing_) {
        post_(desk::DropNews{});
    }
}

/// Does at once what is news in a list of what was taken back.
Told Reception::learn_from(const platform::Folder& stick) {
    const Told told = learn_revocations(setup_.room, stick);
    if (told == Told::news) {
        if (standing_) { // it may be one of them
            drop_offer();
            post_(desk::DropNews{});
        }
        withdraw_revoked();
    }
    return told;
}

/// Whether what is in a drop folder is still on its way. If it takes its time, the glass says so.
bool Reception::is_awaited(const fs::path& place, const platform::Folder& drop,
                           const std::string& from) {
    const auto coming =
        packs::on_its_way(drop, from, setup_.room.keys, folders_.decides_alone(place));
    if (!coming) {
        return false;
    }
    const DropFolders::Word word = folders_.expect(place, std::chrono::steady_clock::now());
    if (word == DropFolders::Word::first) {
        note(tr("Waiting for the rest of the cards in \"{0}\": {1}", place.string(),
                coming->sentences.front()));
    }
    setup_.health->waits(folders_.expects_any());
    if (word != DropFolders::Word::none && !standing_) {
        tell(desk::DropWaiting{.files = coming->files, .of_files = coming->of_files});
    }
    return true;
}

void Reception::bring(const fs::path& place, const platform::Folder& stick, const std::string& from,
                      const std::stop_token& stop) {
    const auto began = std::chrono::steady_clock::now();
    auto told = began;
    const bool by_itself = folders_.decides_alone(place);
    if (by_itself) {
        setup_.health->holds(0); // until it is judged again
    }
    const auto progress = [&](packs::CopyProgress done) {
        if (by_itself) {
            return; // there is no stick to leave in
        }
        const bool all = done.files == done.of_files;
        const auto now = std::chrono::steady_clock::now();
        if (all || now - told >= kNewsEvery) {
            told = now;
            tell(desk::DropCopying{.files = done.files, .of_files = done.of_files, .copied = all});
        }
    };
    if (!by_itself) {
        tell(desk::DropCopying{});
    }
    auto offer = take_in(setup_.room, stick, from, progress, stop);
    if (stop.stop_requested()) {
        return;
    }
    if (!offer) {
        if (by_itself && offer.error().nothing_to_do) {
            note(offer.error().headline); // it stays there, and is looked at with every start
            return;
        }
        refuse(std::move(offer.error()));
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
        verified && setup_.habits.signed_goes_in) {
        activate(*verified);
        return;
    }
    note(now_on_offer(standing_->offer));
    show(*standing_);
}

/// Nobody at the desk is asked about what comes over many desks' drop folder.
void Reception::decide_alone(const fs::path& place, packs::Offer offer) {
    setup_.health->holds(offer.held_back ? offer.pack.version : 0);
    if (const auto verified = packs::VerifiedPack::accept(offer)) {
        activate(*verified);
        return;
    }
    setup_.room.store->drop_incoming(offer.keep.folder);
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
    refuse(std::move(refused));
}

void Reception::withdraw_revoked() {
    setup_.health->revoked(setup_.room.revoked.keys.size(), setup_.room.revoked.packs.size());
    const packs::Withdrawn withdrawn = packs::withdraw(*setup_.room.store, setup_.room.revoked);
    post_(desk::PacksNews{list_kept(setup_.room)});
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
    auto library = withdrawn.instead ? read_kept(setup_.room, *withdrawn.instead)
                                     : open_folder(setup_.cards, {});
    if (!library) { // anything but those that were taken back
        note(library.error().sentence);
        library = open_folder(setup_.cards, {});
    }
    show(library, said);
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
    const auto active = setup_.room.store->active();
    const auto kept = active ? setup_.room.store->sums_of(*active)
                             : platform::Result<std::vector<packs::ListedSum>>();
    const auto other = packs::other_pictures(offer, kept.value_or(std::vector<packs::ListedSum>()));
    tell(desk::DropReview{.number = standing.number,
                          .version_in_use = active ? active->version : 0,
                          .took = standing.took,
                          .signer = offer.signer,
                          .cautions = offer.cautions,
                          .changes = cards::compare(setup_.in_use->pack, offer.pack, other),
                          .warnings = offer.warnings,
                          .library = std::make_shared<desk::Library>(
                              offer.pack, std::vector<cards::Problem>(),
                              desk::PictureShelf{.kind = desk::PictureShelf::Kind::made,
                                                 .place = offer.keep.folder + "/made"})});
}

void Reception::refuse_copy(const std::string& sentence) {
    refuse({.headline = tr("These cards could not be copied"), .problems = {{.text = sentence}}});
}

void Reception::refuse(packs::Refused refused) {
    if (refused.nothing_to_do) {
        note(refused.headline);
        tell(desk::DropDone{refused.headline});
        return;
    }
    setup_.health->refused();
    note(refused.headline + ".");
    note(refused.problems);
    tell(desk::DropRefused{.headline = refused.headline + ".",
                           .problems = std::move(refused.problems)});
}

void Reception::drop_offer() {
    if (standing_) {
        setup_.room.store->drop_incoming(standing_->offer.keep.folder);
        standing_.reset();
    }
}

void Reception::use(const packs::StoredPack& pack, const std::string& sentence) {
    show(read_kept(setup_.room, pack), sentence);
}

void Reception::show(const platform::Result<desk::LibraryPtr>& library,
                     const std::string& sentence) {
    if (!library) {
        refuse({.headline = tr("The cards cannot be shown"),
                .problems = {{.text = library.error().sentence}}});
        return;
    }
    put_in_use(*library);
    tell(desk::DropDone{sentence});
    note(sentence);
}

void Reception::put_in_use(desk::LibraryPtr library) {
    setup_.in_use = library;
    setup_.health->shows(library->pack);
    post_(desk::UseLibrary{std::move(library)});
    post_(desk::PacksNews{list_kept(setup_.room)});
}

void Reception::activate(const packs::VerifiedPack& pack) {
    const auto stored = setup_.room.store->activate(pack);
    setup_.room.store->drop_incoming(pack.keep().folder);
    drop_offer();
    if (!stored) {
        refuse({.headline = tr("The cards could not be put into use"),
                .problems = {{.text = stored.error().sentence}}});
        return;
    }
    setup_.health->imported();
    use(*stored, now_in_use(stored->version));
}

void Reception::act(const desk::TakeDrop& job, const std::stop_token& stop) {
    if (!standing_ || standing_->number != job.number) {
        // What the glass shows is gone: a command has put other cards into use meanwhile.
        post_(desk::DropNews{});
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
    post_(desk::DropNews{});
    show_or_look_at_next(stop);
}

void Reception::act(const desk::CloseNews& /*job*/, const std::stop_token& stop) {
    show_or_look_at_next(stop);
}

void Reception::act(const desk::GoBackTo& job, const std::stop_token& /*stop*/) {
    if (!pin_.ask(job.pin)) {
        return;
    }
    for (const packs::StoredPack& pack : setup_.room.store->kept()) {
        if (pack.key != job.key) {
            continue;
        }
        if (const auto used = setup_.room.store->use(pack); !used) {
            refuse({.headline = tr("The desk could not go back"),
                    .problems = {{.text = used.error().sentence}}});
            return;
        }
        use(pack, tr("Version {0} is in use again.", pack.version));
        return;
    }
    refuse({.headline = tr("The desk could not go back"),
            .problems = {{.text = tr("That version is no longer kept.")}}});
}

platform::Result<std::string> Reception::write_to_stick(const StickWriter::Fill& fill,
                                                        const std::stop_token& stop) const {
    if (here_.empty()) {
        return std::unexpected(
            platform::Failure{tr("There is no stick. Plug one in, then try again.")});
    }
    // Drop folders are always here, and come anew with each change: a stick was put in on purpose.
    const auto is_stick = [&](const fs::path& place) { return !folders_.has(place); };
    const auto newest_first = std::views::reverse(here_);
    const auto last = std::ranges::find_if(newest_first, is_stick);
    return setup_.writer.write(last == newest_first.end() ? here_.back() : *last, fill, stop);
}

void Reception::act(const desk::CopyOut& job, const std::stop_token& stop) {
    if (!pin_.ask(job.pin)) {
        return;
    }
    const auto fail = [this](const std::string& sentence) {
        refuse({.headline = tr("The cards were not copied"), .problems = {{.text = sentence}}});
    };
    const auto active = setup_.room.store->active();
    const auto starter = RealFolder::open(setup_.cards.starter);
    if (!active && !starter) {
        fail(starter.error().sentence);
        return;
    }
    const auto fill = [&](platform::Disk& stick) {
        return active ? packs::hand_out(*setup_.room.disk, active->files(), stick)
                      : packs::hand_out(**starter, "", stick);
    };
    const auto name = write_to_stick(fill, stop);
    if (!name) {
        fail(name.error().sentence);
        return;
    }
    tell(desk::DropDone{
        tr("The cards are on the stick, in the folder {0}. You can pull it out now.", *name)});
}

void Reception::act(const HandOutReport& job, const std::stop_token& stop) {
    const auto fill = [&](platform::Disk& stick) {
        return packs::hand_out_files(job.files, "report-" + job.made, stick);
    };
    const auto name = write_to_stick(fill, stop);
    if (!name) {
        refuse({.headline = tr("The report was not written"),
                .problems = {{.text = name.error().sentence}}});
        return;
    }
    tell(desk::DropDone{tr("The report is on the stick, in the folder {0}. Open report.html there. "
                           "You can pull the stick out now.",
                           *name)});
}

void Reception::act(const Reload& /*job*/, const std::stop_token& /*stop*/) {
    drop_offer(); // it was judged beside other cards than are in use now
    withdraw_revoked();
    if (const auto active = setup_.room.store->active()) {
        use(*active, now_in_use(active->version));
    }
}

void Reception::act(const GoodStart& /*job*/, const std::stop_token& /*stop*/) const {
    if (const auto noted = setup_.room.store->note_good_start(); !noted) {
        note(noted.error().sentence);
    }
}

} // namespace app
