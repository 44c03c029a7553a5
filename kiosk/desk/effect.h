#pragma once

#include "desk/comfort.h"
#include "desk/count.h"
#include "desk/drill.h"
#include "desk/fairness.h"
#include "desk/library.h"
#include "desk/speech.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// What a desk asks of the world.
namespace desk {

/// Put the desk in front of other programs.
struct ComeForward {
    friend bool operator==(const ComeForward&, const ComeForward&) = default;
};
/// Nothing here has that name; tell whoever asked.
struct Refuse {
    std::string sentence;
    friend bool operator==(const Refuse&, const Refuse&) = default;
};

/// Switch the display on or off.
struct LightDisplay {
    bool on = true;
    friend bool operator==(const LightDisplay&, const LightDisplay&) = default;
};

/// Keep what staff have set, for the next start.
struct KeepSettings {
    Comfort comfort;
    Speech speech;
    friend bool operator==(const KeepSettings&, const KeepSettings&) = default;
};

/// Keep how long it took to find cards, for the next start.
struct KeepFound {
    std::vector<FoundTime> found; ///< All that is to be kept.
    friend bool operator==(const KeepFound&, const KeepFound&) = default;
};

/// Keep the answers about fairness, for the next start.
struct KeepFairness {
    FairnessReviews reviews; ///< All that is to be kept.
    friend bool operator==(const KeepFairness&, const KeepFairness&) = default;
};

/// Count it.
struct Count {
    std::variant<Visit, Ended, MissedSearch> what;
    friend bool operator==(const Count&, const Count&) = default;
};

/// Look whether that is the manager's PIN.
struct LetManagerIn {
    std::string pin;
    friend bool operator==(const LetManagerIn&, const LetManagerIn&) = default;
};
/// Make what the manager is shown of the counts.
struct Evaluate {
    LibraryPtr library; ///< Those in use; never null.
    std::chrono::year_month_day today{};
    friend bool operator==(const Evaluate&, const Evaluate&) = default;
};
/// Write the report to a stick.
struct WriteReport {
    LibraryPtr library; ///< As in `Evaluate`.
    std::chrono::year_month_day today{};
    FairnessReviews reviews;
    friend bool operator==(const WriteReport&, const WriteReport&) = default;
};

/// Put the cards that are on offer into use; the PIN may be empty where it takes none.
struct TakeDrop {
    std::uint64_t number = 0; ///< Of the offer.
    std::string pin;
    friend bool operator==(const TakeDrop&, const TakeDrop&) = default;
};
/// Forget the cards that are on offer.
struct ForgetDrop {
    std::uint64_t number = 0; ///< Of the offer.
    friend bool operator==(const ForgetDrop&, const ForgetDrop&) = default;
};
/// What was said has been read: there may be more to say.
struct CloseNews {
    friend bool operator==(const CloseNews&, const CloseNews&) = default;
};
struct GoBackTo {
    std::string key; ///< Of the pack.
    std::string pin;
    friend bool operator==(const GoBackTo&, const GoBackTo&) = default;
};
/// Copy the cards in use to a stick.
struct CopyOut {
    std::string pin;
    friend bool operator==(const CopyOut&, const CopyOut&) = default;
};
struct SetFirstPin {
    std::string pin;
    friend bool operator==(const SetFirstPin&, const SetFirstPin&) = default;
};
/// Never offer to set the first PIN on the glass again.
struct OfferNoPin {
    friend bool operator==(const OfferNoPin&, const OfferNoPin&) = default;
};

/// What the desk asks the world to do, as data: one of these. A class of its own, so that what
/// copies and compares that many kinds is compiled once.
struct Effect
    : std::variant<ComeForward, LightDisplay, Refuse, TakeDrop, ForgetDrop, CloseNews, GoBackTo,
                   CopyOut, SetFirstPin, OfferNoPin, KeepSettings, KeepFound, KeepFairness, Count,
                   LetManagerIn, Evaluate, WriteReport, Speak, StopSpeaking, SayAll> {
    using variant::variant;
    Effect(const Effect& other);
    Effect(Effect&& other) noexcept;
    Effect& operator=(const Effect& other);
    Effect& operator=(Effect&& other) noexcept;
    ~Effect();
    friend bool operator==(const Effect& a, const Effect& b);
};

} // namespace desk
