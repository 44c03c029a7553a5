#pragma once

#include "platform/clock.h"
#include "platform/disk.h"
#include "platform/result.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace packs {

/// Somebody has given the manager's PIN just now. Only `Pin` can make one, and whatever needs the
/// manager's word takes one away.
class PinProof {
public:
    PinProof(const PinProof&) = delete;
    PinProof& operator=(const PinProof&) = delete;
    PinProof(PinProof&&) noexcept = default;
    PinProof& operator=(PinProof&&) noexcept = default;
    ~PinProof() = default;

private:
    friend class Pin;
    PinProof() = default;
};

/// The PIN was wrong. The next try may be made after `wait`.
struct WrongPin {
    std::chrono::milliseconds wait{0};
};
/// It is too early to try: the PIN was not looked at.
struct MustWait {
    std::chrono::milliseconds wait{0};
};
struct NoPinSet {};

using PinCheck = std::variant<PinProof, WrongPin, MustWait, NoPinSet, platform::Failure>;

inline constexpr std::size_t kLeastPinDigits = 6;
inline constexpr std::size_t kMostPinDigits = 12;

/// What keeps a PIN from being used, as a sentence: 6 to 12 digits, not all the same, no run up or
/// down, no pair or three repeated.
std::optional<std::string> fault_of_pin(std::string_view pin);

/// The manager's PIN, kept as Argon2id makes it (libsodium's "interactive" cost: 64 MiB of memory,
/// about 0.1 s). Wrong tries are counted where a restart does not lose them, before the PIN is
/// looked at; from the fourth on each makes the next wait: half a minute, 1, 5, 15 minutes, then an
/// hour. The waits are measured by a clock that nobody can set; after a restart of the machine they
/// begin again.
class Pin {
public:
    Pin(platform::Disk& disk, const platform::SteadyClock& clock) : disk_(&disk), clock_(&clock) {}

    bool is_set() const;

    /// How long it takes until a PIN may be tried; 0 if it may be now.
    std::chrono::milliseconds wait() const;

    /// Takes about a tenth of a second.
    PinCheck check(std::string_view pin);

    /// Sets a PIN where none is. Fails with a sentence if there is one, if this one cannot be used,
    /// or if it cannot be kept.
    platform::Result<void> set_first(std::string_view pin);
    /// Sets another.
    platform::Result<void> change(PinProof proof, std::string_view pin);

private:
    struct Tries {
        int wrong = 0;
        std::chrono::milliseconds until{0}; ///< On the clock of `boot`.
        std::string boot = "-";
    };
    Tries tries() const;
    platform::Result<void> keep(const Tries& tries);
    platform::Result<void> set(std::string_view pin);
    std::chrono::milliseconds wait(const Tries& tries) const;

    platform::Disk* disk_;
    const platform::SteadyClock* clock_;
};

} // namespace packs
