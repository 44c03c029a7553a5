#include "packs/pin.h"

#include "i18n/message.h"
#include "platform/durable.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

namespace packs {

namespace {

using namespace std::chrono_literals;
using i18n::tr;
using platform::EntryKind;
using platform::Failure;
using platform::Result;
using std::chrono::milliseconds;

constexpr const char* kPin = "pin";
constexpr const char* kTries = "pin-tries";
constexpr std::size_t kLargestFile = 1024;

/// Three slips of a finger cost nothing.
constexpr int kFreeTries = 3;
constexpr std::array<milliseconds, 5> kWaits{30s, 1min, 5min, 15min, 60min};
/// A count beyond this changes nothing.
constexpr int kMostTries = 1'000'000;

milliseconds wait_after(int wrong) {
    if (wrong < kFreeTries) {
        return 0ms;
    }
    const auto step = static_cast<std::size_t>(wrong - kFreeTries);
    return kWaits.at(std::min(step, kWaits.size() - 1));
}

bool is_run(std::string_view pin, int step) {
    return std::ranges::adjacent_find(pin, [step](char a, char b) { return b - a != step; }) ==
           pin.end();
}

/// "121212", "123123".
bool repeats(std::string_view pin, std::size_t part) {
    return pin.size() % part == 0 &&
           std::ranges::equal(pin.substr(part), pin.substr(0, pin.size() - part));
}

} // namespace

std::optional<std::string> fault_of_pin(std::string_view pin) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (pin.size() < kLeastPinDigits || pin.size() > kMostPinDigits ||
        !std::ranges::all_of(pin, is_digit)) {
        return tr("A PIN has 6 to 12 digits.");
    }
    if (is_run(pin, 0) || is_run(pin, 1) || is_run(pin, -1)) {
        return tr("That PIN is the first that anybody would try. Choose digits that do not follow "
                  "one another.");
    }
    if (repeats(pin, 2) || repeats(pin, 3)) {
        return tr("That PIN says the same digits again and again. Choose another.");
    }
    return std::nullopt;
}

bool Pin::is_set() const {
    return disk_->kind(kPin) != EntryKind::none;
}

Pin::Tries Pin::tries() const {
    const auto text = disk_->read(kTries, kLargestFile);
    if (!text) {
        // Not there, or unreadable: that must not open the way to more tries.
        return disk_->kind(kTries) == EntryKind::none
                   ? Tries{}
                   : Tries{.wrong = kMostTries, .until = 0ms, .boot = "?"};
    }
    std::istringstream in(*text);
    Tries tries;
    milliseconds::rep until = 0;
    if (!(in >> tries.wrong >> until >> tries.boot) || tries.wrong < 0) {
        return {.wrong = kMostTries, .until = 0ms, .boot = "?"};
    }
    tries.until = milliseconds(until);
    return tries;
}

Result<void> Pin::keep(const Tries& tries) {
    return platform::save(*disk_, kTries,
                          std::to_string(tries.wrong) + " " + std::to_string(tries.until.count()) +
                              " " + tries.boot + "\n");
}

milliseconds Pin::wait(const Tries& tries) const {
    if (tries.wrong < kFreeTries) {
        return 0ms;
    }
    const milliseconds whole = wait_after(tries.wrong);
    if (tries.boot != clock_->boot()) {
        // The clock began again: so does the wait.
        return std::max(0ms, whole - clock_->since_boot());
    }
    return std::clamp(tries.until - clock_->since_boot(), 0ms, whole);
}

milliseconds Pin::wait() const {
    return wait(tries());
}

PinCheck Pin::check(std::string_view pin) {
    if (!is_set()) {
        return NoPinSet{};
    }
    Tries tries = this->tries();
    if (const auto left = wait(tries); left > 0ms) {
        return MustWait{left};
    }
    const auto kept = disk_->read(kPin, kLargestFile);
    if (!kept || kept->size() >= crypto_pwhash_STRBYTES) {
        return Failure{tr("The manager's PIN cannot be read. Set it anew with: deskcards pin")};
    }
    // Counted as wrong before it is looked at: who switches the desk off now gains nothing.
    tries.wrong = std::min(tries.wrong + 1, kMostTries);
    const milliseconds next = wait_after(tries.wrong);
    tries.until = clock_->since_boot() + next;
    tries.boot = clock_->boot();
    if (auto saved = keep(tries); !saved) {
        // Translators: {0} is a sentence that says why.
        return Failure{tr("The PIN cannot be checked now. {0}", saved.error().sentence)};
    }
    if (crypto_pwhash_str_verify(kept->c_str(), pin.data(), pin.size()) != 0) {
        return WrongPin{next};
    }
    if (auto saved = keep({}); !saved) {
        return Failure{saved.error().sentence};
    }
    return PinProof{};
}

Result<void> Pin::set(std::string_view pin) {
    if (const auto fault = fault_of_pin(pin)) {
        return std::unexpected(Failure{*fault});
    }
    std::array<char, crypto_pwhash_STRBYTES> kept{};
    if (crypto_pwhash_str(kept.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        return std::unexpected(
            Failure{tr("There is not enough memory to keep a PIN safely. Restart the desk, then "
                       "try again.")});
    }
    if (auto saved = platform::save(*disk_, kPin, kept.data()); !saved) {
        return saved;
    }
    return keep({});
}

Result<void> Pin::set_first(std::string_view pin) {
    if (is_set()) {
        return std::unexpected(Failure{tr("There is a PIN already.")});
    }
    return set(pin);
}

Result<void> Pin::change(PinProof /*proof*/, std::string_view pin) {
    return set(pin);
}

} // namespace packs
