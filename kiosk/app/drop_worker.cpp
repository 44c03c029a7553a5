#include "app/drop_worker.h"

#include "app/note.h"
#include "app/spool_command.h"
#include "i18n/message.h"
#include "packs/hand_out.h"
#include "platform/durable.h"
#include "platform/heap.h"
#include "platform/priority.h"

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

/// Once this is there, nobody is asked on the glass to set the first PIN.
constexpr const char* kNoFirstPin = "first-pin-declined";

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

DropWorker::DropWorker(Setup setup, std::function<void(desk::Event)> post)
    : setup_(std::move(setup)), post_(std::move(post)), pin_(*setup_.room.disk, clock_) {
    for (const std::string& problem : setup_.room.keys.problems) {
        note(problem);
    }
    post_(desk::PacksNews{list_kept(setup_.room)});
    if (setup_.ask_for_first_pin && !pin_.is_set() &&
        setup_.room.disk->kind(kNoFirstPin) == platform::EntryKind::none) {
        post_(desk::FirstPinNews{true});
    }
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
    if (setup_.places) {
        watch_.emplace(*setup_.places,
                       [this](platform::DropSighting sighting) { put(std::move(sighting)); });
    }
}

DropWorker::~DropWorker() {
    watch_.reset(); // first: it calls us
    thread_.request_stop();
    thread_.join();
}

void DropWorker::put(Job job) {
    {
        const std::scoped_lock lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    has_job_.notify_one();
}

void DropWorker::take(const desk::Effect& effect) {
    std::visit(
        [this](const auto& it) {
            if constexpr (std::is_constructible_v<Job, decltype(it)>) {
                put(it);
            }
        },
        effect);
}

void DropWorker::reload() {
    put(Reload{});
}

void DropWorker::hand_out_report(std::string made, std::vector<cards::SourceFile> files) {
    put(HandOutReport{.made = std::move(made), .files = std::move(files)});
}

void DropWorker::note_good_start() {
    put(GoodStart{});
}

void DropWorker::run(const std::stop_token& stop) {
    platform::work_behind_others();
    if (setup_.rest) {
        const auto alone = lock_packs();
        show_rest();
    }
    while (true) {
        std::unique_lock lock(mutex_);
        if (!has_job_.wait(lock, stop, [this] { return !jobs_.empty(); })) {
            return;
        }
        const Job job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        const auto alone = lock_packs();
        std::visit([&](const auto& it) { act(it, stop); }, job);
    }
}

std::optional<platform::FileLock> DropWorker::lock_packs() const {
    auto alone = platform::FileLock::take(setup_.lock);
    if (!alone) {
        note(alone.error().sentence); // going on: the disk will say what is wrong
        return std::nullopt;
    }
    return std::move(*alone);
}

/// Before anything else, as all else is judged beside the cards in use. The start is good only once
/// this is done.
void DropWorker::show_rest() {
    auto library = std::exchange(setup_.rest, nullptr)(setup_.room);
    if (!library) {
        note(library.error().sentence);
        return;
    }
    setup_.in_use = *library;
    note((*library)->problems);
    post_(desk::UseLibrary{std::move(*library)});
    post_(desk::PacksNews{list_kept(setup_.room)});
    platform::give_back_memory(); // that the reading alone has needed
}

void DropWorker::act(const platform::DropSighting& sighting, const std::stop_token& stop) {
    if (const auto* gone = std::get_if<DropGone>(&sighting)) {
        std::erase(here_, gone->place);
        std::erase(waiting_, gone->place);
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
    if (standing_) {
        std::erase(waiting_, place);
        waiting_.push_back(place);
    } else {
        look_at(place, stop);
    }
}

void DropWorker::look_at(const fs::path& place, const std::stop_token& stop) {
    const auto began = std::chrono::steady_clock::now();
    // The glass says that cards are coming since the spool did.
    const bool announced = std::exchange(coming_, std::nullopt) == place;
    const auto stick = RealFolder::open(place);
    if (!stick) {
        if (announced) { // else gone again, or not for us to read
            refuse_copy(packs::pulled_too_early());
        }
        return;
    }
    const auto from = packs::find_pack(**stick);
    if (!from) {
        if (announced && from.error().fault == packs::CopyFault::no_pack) {
            refuse_copy(packs::pulled_too_early());
        }
        if (from.error().fault == packs::CopyFault::two_packs) {
            refuse_copy(from.error().sentence);
        }
        return;
    }
    tell(desk::DropCopying{});
    auto told = began;
    const auto progress = [&](packs::CopyProgress done) {
        const bool all = done.files == done.of_files;
        const auto now = std::chrono::steady_clock::now();
        if (all || now - told >= kNewsEvery) {
            told = now;
            tell(desk::DropCopying{.files = done.files, .of_files = done.of_files, .copied = all});
        }
    };
    auto offer = take_in(setup_.room, **stick, *from, progress, stop);
    if (stop.stop_requested()) {
        return;
    }
    if (!offer) {
        refuse(std::move(offer.error()));
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

/// Once the glass is free: what still waits for somebody to decide, or else the next stick.
void DropWorker::show_or_look_at_next(const std::stop_token& stop) {
    if (standing_) {
        show(*standing_);
    } else if (!waiting_.empty()) {
        const fs::path next = waiting_.front();
        waiting_.pop_front();
        look_at(next, stop);
    }
}

void DropWorker::show(const Standing& standing) {
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

void DropWorker::refuse_copy(const std::string& sentence) {
    refuse({.headline = tr("These cards could not be copied"), .problems = {{.text = sentence}}});
}

void DropWorker::refuse(packs::Refused refused) {
    if (refused.nothing_to_do) {
        note(refused.headline);
        tell(desk::DropDone{refused.headline});
        return;
    }
    note(refused.headline + ".");
    note(refused.problems);
    tell(desk::DropRefused{.headline = refused.headline + ".",
                           .problems = std::move(refused.problems)});
}

void DropWorker::drop_offer() {
    if (standing_) {
        setup_.room.store->drop_incoming(standing_->offer.keep.folder);
        standing_.reset();
    }
}

void DropWorker::use(const packs::StoredPack& pack, const std::string& sentence) {
    auto library = read_kept(setup_.room, pack);
    if (!library) {
        refuse({.headline = tr("The cards cannot be shown"),
                .problems = {{.text = library.error().sentence}}});
        return;
    }
    setup_.in_use = *library;
    post_(desk::UseLibrary{std::move(*library)});
    post_(desk::PacksNews{list_kept(setup_.room)});
    tell(desk::DropDone{sentence});
    note(sentence);
}

void DropWorker::activate(const packs::VerifiedPack& pack) {
    const auto stored = setup_.room.store->activate(pack);
    drop_offer();
    if (!stored) {
        refuse({.headline = tr("The cards could not be put into use"),
                .problems = {{.text = stored.error().sentence}}});
        return;
    }
    use(*stored, now_in_use(stored->version));
}

std::optional<packs::PinProof> DropWorker::ask_pin(const std::string& pin) {
    packs::PinCheck check = pin_.check(pin);
    if (auto* proof = std::get_if<packs::PinProof>(&check)) {
        post_(desk::PinAnswer{});
        return std::move(*proof);
    }
    desk::PinAnswer answer;
    if (const auto* wrong = std::get_if<packs::WrongPin>(&check)) {
        answer.fault = desk::PinFault::wrong;
        answer.wait = wrong->wait;
        note(tr("A wrong PIN was typed."));
    } else if (const auto* wait = std::get_if<packs::MustWait>(&check)) {
        answer.fault = desk::PinFault::too_early;
        answer.wait = wait->wait;
    } else if (std::holds_alternative<packs::NoPinSet>(check)) {
        answer.fault = desk::PinFault::none_set;
    } else {
        answer.fault = desk::PinFault::other;
        answer.sentence = std::get<platform::Failure>(check).sentence;
    }
    post_(answer);
    return std::nullopt;
}

void DropWorker::act(const desk::TakeDrop& job, const std::stop_token& stop) {
    if (!standing_ || standing_->number != job.number) {
        // What the glass shows is gone: a command has put other cards into use meanwhile.
        post_(desk::DropNews{});
        show_or_look_at_next(stop);
        return;
    }
    if (const auto verified = packs::VerifiedPack::accept(standing_->offer)) {
        activate(*verified);
    } else if (auto proof = ask_pin(job.pin)) {
        activate(packs::VerifiedPack::accept(standing_->offer, std::move(*proof)));
    }
}

void DropWorker::act(const desk::ForgetDrop& job, const std::stop_token& stop) {
    if (standing_ && standing_->number == job.number) {
        drop_offer();
    }
    post_(desk::DropNews{});
    show_or_look_at_next(stop);
}

void DropWorker::act(const desk::CloseNews& /*job*/, const std::stop_token& stop) {
    show_or_look_at_next(stop);
}

void DropWorker::act(const desk::GoBackTo& job, const std::stop_token& /*stop*/) {
    if (!ask_pin(job.pin)) {
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

platform::Result<std::string> DropWorker::write_to_stick(const StickWriter::Fill& fill,
                                                         const std::stop_token& stop) const {
    if (here_.empty()) {
        return std::unexpected(
            platform::Failure{tr("There is no stick. Plug one in, then try again.")});
    }
    // Drop folders are always here, and come anew with each change: a stick was put in on purpose.
    const auto is_stick = [&](const fs::path& place) {
        return std::ranges::count(setup_.habits.folders, place) == 0;
    };
    const auto newest_first = std::views::reverse(here_);
    const auto last = std::ranges::find_if(newest_first, is_stick);
    return setup_.writer.write(last == newest_first.end() ? here_.back() : *last, fill, stop);
}

void DropWorker::act(const desk::CopyOut& job, const std::stop_token& stop) {
    if (!ask_pin(job.pin)) {
        return;
    }
    const auto fail = [this](const std::string& sentence) {
        refuse({.headline = tr("The cards were not copied"), .problems = {{.text = sentence}}});
    };
    const auto active = setup_.room.store->active();
    const auto starter = RealFolder::open(setup_.starter);
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

void DropWorker::act(const desk::SetFirstPin& job, const std::stop_token& /*stop*/) {
    const auto set = pin_.set_first(job.pin);
    if (!set) {
        post_(desk::FirstPinNews{!pin_.is_set()}); // a command may have set it meanwhile
        post_(desk::PinAnswer{.fault = desk::PinFault::other, .sentence = set.error().sentence});
        return;
    }
    post_(desk::FirstPinNews{false});
    post_(desk::PinAnswer{});
    note(tr("The manager's PIN was set."));
}

void DropWorker::act(const desk::OfferNoPin& /*job*/, const std::stop_token& /*stop*/) {
    if (const auto saved = platform::save(*setup_.room.disk, kNoFirstPin, ""); !saved) {
        note(saved.error().sentence);
    }
    tell(desk::DropDone{
        tr("No PIN is set here. Cards come in only if a trusted key has signed them, "
           "until whoever looks after this desk sets a PIN with: deskcards pin")});
}

void DropWorker::act(const desk::LetManagerIn& job, const std::stop_token& /*stop*/) {
    if (ask_pin(job.pin)) {
        post_(desk::ManagerNews{});
    }
}

void DropWorker::act(const HandOutReport& job, const std::stop_token& stop) {
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

void DropWorker::act(const Reload& /*job*/, const std::stop_token& /*stop*/) {
    drop_offer(); // it was judged beside other cards than are in use now
    if (const auto active = setup_.room.store->active()) {
        use(*active, now_in_use(active->version));
    }
}

void DropWorker::act(const GoodStart& /*job*/, const std::stop_token& /*stop*/) const {
    if (const auto noted = setup_.room.store->note_good_start(); !noted) {
        note(noted.error().sentence);
    }
}

} // namespace app
