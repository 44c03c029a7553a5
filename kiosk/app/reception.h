#pragma once

#include "app/cards_in_use.h"
#include "app/config.h"
#include "app/drop_folders.h"
#include "app/drop_teller.h"
#include "app/hand_over.h"
#include "app/health.h"
#include "app/pack_room.h"
#include "app/pin_door.h"
#include "app/stick_writer.h"
#include "cards/reader.h"
#include "desk/effect.h"
#include "desk/event.h"
#include "packs/offer.h"
#include "platform/disk.h"
#include "platform/stick_watch.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// Takes in what sticks and drop folders hold, and does what the desk decides. All that it has to
/// say comes as events. One thread at a time, which may have to wait for a medium.
class Reception {
public:
    struct Setup {
        PackRoom room;
        DropHabits habits;
        bool ask_for_first_pin = false;
        StickWriter writer;
        CardsInUse::Setup cards;
        HealthRecord* health = nullptr; ///< Never null; outlives the reception.
    };
    /// Puts the files of a report that was made on that day (ISO) onto a stick.
    struct HandOutReport {
        std::string made;
        std::vector<cards::SourceFile> files;
    };
    /// Other cards were put into use by another process.
    struct Reload {};
    /// The desk has drawn its first frame: its cards let it start.
    struct GoodStart {};

    Reception(Setup setup, std::function<void(desk::Event)> post);
    ~Reception() = default;
    Reception(const Reception&) = delete; // its parts point at each other
    Reception& operator=(const Reception&) = delete;
    Reception(Reception&&) = delete;
    Reception& operator=(Reception&&) = delete;

    /// What comes before all else: a note of the start, the rest of the cards, what was revoked.
    void begin() { cards_.begin(); }

    // Each does one thing, when it comes to it.
    void act(const platform::DropSighting& sighting, const std::stop_token& stop);
    void act(const desk::TakeDrop& job, const std::stop_token& stop);
    void act(const desk::ForgetDrop& job, const std::stop_token& stop);
    void act(const desk::CloseNews& job, const std::stop_token& stop);
    void act(const desk::GoBackTo& job, const std::stop_token& stop);
    void act(const desk::CopyOut& job, const std::stop_token& stop);
    void act(const desk::SetFirstPin& job, const std::stop_token& /*stop*/) { pin_.act(job); }
    void act(const desk::OfferNoPin& job, const std::stop_token& /*stop*/) { pin_.act(job); }
    void act(const desk::LetManagerIn& job, const std::stop_token& /*stop*/) { pin_.act(job); }
    void act(const HandOutReport& job, const std::stop_token& stop);
    void act(const Reload& job, const std::stop_token& stop);
    void act(const GoodStart& job, const std::stop_token& stop) const;

    /// When something may be due that nobody says; `Time::max()` if nothing is waited for.
    DropFolders::Time next_look() const { return folders_.next(); }
    void look_again_where_due(const std::stop_token& stop);

private:
    /// Cards that were taken in, and wait for somebody to decide.
    struct Standing {
        packs::Offer offer;
        std::uint64_t number = 0;
        std::chrono::milliseconds took{0}; ///< From seen to ready.
    };

    /// What a drop folder or a stick may have become: `patient` if something that does not fit its
    /// seal is to be waited for.
    void look_at(const std::filesystem::path& place, bool patient, const std::stop_token& stop);
    Told learn_from(const platform::Folder& stick);
    void no_longer_awaited(const std::filesystem::path& place);
    bool is_awaited(const std::filesystem::path& place, const platform::Folder& drop,
                    const std::string& from);
    void bring(const std::filesystem::path& place, const platform::Folder& stick,
               const std::string& from, const std::stop_token& stop);
    void decide_alone(const std::filesystem::path& place, packs::Offer offer);
    void show_or_look_at_next(const std::stop_token& stop);
    void show(const Standing& standing);
    void activate(const packs::VerifiedPack& pack);
    void drop_offer();
    /// A stick could not be copied, and this is why.
    void refuse_copy(const std::string& sentence);

    PackRoom room_;
    DropHabits habits_;
    HealthRecord* health_;
    std::function<void(desk::Event)> post_;
    PinDoor pin_;
    DropFolders folders_;
    DropTeller teller_;
    HandOver hand_over_;
    CardsInUse cards_;
    std::optional<Standing> standing_;
    std::uint64_t offers_ = 0;                    ///< So many there were.
    std::deque<std::filesystem::path> waiting_;   ///< Came while another was on offer.
    std::optional<std::filesystem::path> coming_; ///< The glass says that it is being copied.
};

} // namespace app
