#pragma once

#include "app/config.h"
#include "app/first_cards.h"
#include "app/pack_room.h"
#include "app/stick_writer.h"
#include "cards/reader.h"
#include "desk/effect.h"
#include "desk/event.h"
#include "desk/library.h"
#include "packs/offer.h"
#include "packs/pin.h"
#include "packs/store.h"
#include "platform/clock.h"
#include "platform/disk.h"
#include "platform/file_lock.h"
#include "platform/places.h"
#include "platform/stick_watch.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace app {

/// Brings packs to the desk, on a thread of its own: takes in what sticks and drop folders hold,
/// and does what the desk decides. All that it has to say comes as events.
class DropWorker {
public:
    struct Setup {
        PackRoom room;
        std::filesystem::path lock; ///< The file that is locked while packs are changed.
        DropHabits habits;
        bool ask_for_first_pin = false;
        desk::LibraryPtr in_use; ///< What the desk shows now.
        ReadRest rest;           ///< Null if that is all there is.
        /// Where sticks are looked for; nothing is watched if it is empty.
        std::optional<platform::WatchedPlaces> places;
        StickWriter writer;
        std::filesystem::path starter; ///< The folder with the starter pack.
    };

    /// `post` is called on threads of the worker, until it is destroyed.
    DropWorker(Setup setup, std::function<void(desk::Event)> post);
    DropWorker(const DropWorker&) = delete;
    DropWorker& operator=(const DropWorker&) = delete;
    DropWorker(DropWorker&&) = delete;
    DropWorker& operator=(DropWorker&&) = delete;
    ~DropWorker();

    /// Does what the desk asks for, when it comes to it. Effects that are not about packs are
    /// passed over.
    void take(const desk::Effect& effect);

    /// The desk has drawn its first frame: its cards let it start.
    void note_good_start();

    /// Puts the files of a report that was made on that day (ISO) onto a stick. From any thread.
    void hand_out_report(std::string made, std::vector<cards::SourceFile> files);

    /// Other cards were put into use by another process.
    void reload();

private:
    /// Cards that were taken in, and wait for somebody to decide.
    struct Standing {
        packs::Offer offer;
        std::uint64_t number = 0;
        std::chrono::milliseconds took{0}; ///< From seen to ready.
    };
    struct HandOutReport {
        std::string made;
        std::vector<cards::SourceFile> files;
    };
    struct Reload {};
    struct GoodStart {};
    using Job =
        std::variant<platform::DropSighting, desk::TakeDrop, desk::ForgetDrop, desk::CloseNews,
                     desk::GoBackTo, desk::CopyOut, desk::SetFirstPin, desk::OfferNoPin,
                     desk::LetManagerIn, HandOutReport, Reload, GoodStart>;

    void run(const std::stop_token& stop);
    /// Holds the lock of whoever changes packs.
    std::optional<platform::FileLock> lock_packs() const;
    void show_rest();
    void put(Job job);

    void act(const platform::DropSighting& sighting, const std::stop_token& stop);
    void act(const desk::TakeDrop& job, const std::stop_token& stop);
    void act(const desk::ForgetDrop& job, const std::stop_token& stop);
    void act(const desk::CloseNews& job, const std::stop_token& stop);
    void act(const desk::GoBackTo& job, const std::stop_token& stop);
    void act(const desk::CopyOut& job, const std::stop_token& stop);
    void act(const desk::SetFirstPin& job, const std::stop_token& stop);
    void act(const desk::OfferNoPin& job, const std::stop_token& stop);
    void act(const desk::LetManagerIn& job, const std::stop_token& stop);
    void act(const HandOutReport& job, const std::stop_token& stop);
    void act(const Reload& job, const std::stop_token& stop);
    void act(const GoodStart& job, const std::stop_token& stop) const;

    void look_at(const std::filesystem::path& place, const std::stop_token& stop);
    void show_or_look_at_next(const std::stop_token& stop);
    void show(const Standing& standing);
    void activate(const packs::VerifiedPack& pack);
    void use(const packs::StoredPack& pack, const std::string& sentence);
    void drop_offer();
    /// Onto the stick that came last, of those that are in, or else into a drop folder. Returns the
    /// folder's name there.
    platform::Result<std::string> write_to_stick(const StickWriter::Fill& fill,
                                                 const std::stop_token& stop) const;
    void refuse(packs::Refused refused);
    /// A stick could not be copied, and this is why.
    void refuse_copy(const std::string& sentence);
    /// The proof, or nothing once the desk has been told why not.
    std::optional<packs::PinProof> ask_pin(const std::string& pin);
    void tell(desk::Drop drop) { post_(desk::DropNews{std::move(drop)}); }

    Setup setup_;
    std::function<void(desk::Event)> post_;
    platform::MachineClock clock_;
    packs::Pin pin_;
    std::optional<Standing> standing_;
    std::uint64_t offers_ = 0;                    ///< So many there were.
    std::deque<std::filesystem::path> waiting_;   ///< Came while another was on offer.
    std::vector<std::filesystem::path> here_;     ///< Sticks that are in.
    std::optional<std::filesystem::path> coming_; ///< The glass says that it is being copied.

    std::mutex mutex_;
    std::condition_variable_any has_job_;
    std::deque<Job> jobs_;
    std::jthread thread_;
    std::optional<platform::StickWatch> watch_;
};

} // namespace app
