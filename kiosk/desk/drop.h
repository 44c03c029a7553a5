#pragma once

#include "cards/compare.h"
#include "cards/problem.h"
#include "desk/library.h"
#include "desk/moment.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What the desk knows of cards that somebody brings, as plain data: whoever takes them in tells
/// it.
namespace desk {

/// Cards are being copied, or, once all are copied, looked at.
struct DropCopying {
    std::size_t files = 0; ///< Copied so far, of `of_files`; both 0 while they are being counted.
    std::size_t of_files = 0;
    bool copied = false; ///< The stick is no longer needed.
    friend bool operator==(const DropCopying&, const DropCopying&) = default;
};

/// Cards are on their way into a drop folder, by themselves.
struct DropWaiting {
    std::size_t files = 0; ///< There so far, of `of_files`; both 0 while nobody knows.
    std::size_t of_files = 0;
    friend bool operator==(const DropWaiting&, const DropWaiting&) = default;
};

/// Cards that can be used, if somebody who may say so does.
struct DropReview {
    std::uint64_t number = 0; ///< Of the offer: no two have the same.
    std::uint64_t version_in_use = 0;
    Moment took{0};     ///< From plugged in to here.
    std::string signer; ///< Whose trusted key has signed them; empty if none.
    /// Why it takes the manager's PIN, a line each; empty if it takes none.
    std::vector<std::string> cautions;
    std::vector<cards::Change> changes;
    std::vector<cards::Problem> warnings;
    LibraryPtr library; ///< Never null.

    bool needs_pin() const { return !cautions.empty(); }
};

/// Cards that are not let in.
struct DropRefused {
    std::string headline;
    std::vector<cards::Problem> problems;
};

/// Something has come to a good end.
struct DropDone {
    std::string sentence;
    friend bool operator==(const DropDone&, const DropDone&) = default;
};

using Drop = std::variant<DropCopying, DropWaiting, DropReview, DropRefused, DropDone>;

/// A pack that the desk keeps.
struct KeptPack {
    std::string key; ///< Its name in the store.
    std::uint64_t version = 0;
    std::string name;
    bool in_use = false;
    friend bool operator==(const KeptPack&, const KeptPack&) = default;
};

// What the manager's PIN is asked for.
struct ToUseDrop {
    friend bool operator==(const ToUseDrop&, const ToUseDrop&) = default;
};
struct ToGoBack {
    KeptPack pack;
    friend bool operator==(const ToGoBack&, const ToGoBack&) = default;
};
struct ToCopyOut {
    friend bool operator==(const ToCopyOut&, const ToCopyOut&) = default;
};
/// The first PIN of all is being set; asked for twice.
struct ToSetFirst {
    std::string once; ///< What was typed the first time; empty until then.
    friend bool operator==(const ToSetFirst&, const ToSetFirst&) = default;
};
struct ToManage {
    friend bool operator==(const ToManage&, const ToManage&) = default;
};
using PinPurpose = std::variant<ToUseDrop, ToGoBack, ToCopyOut, ToSetFirst, ToManage>;

/// What came of the last try.
enum class PinFault : std::uint8_t {
    none,
    wrong,
    too_early,  ///< It was not looked at.
    two_differ, ///< The first PIN of all was not typed the same twice.
    none_set,
    other, ///< A sentence says what.
};

/// A PIN on its way. The digits are in nothing but this and the effect that sends them off.
struct PinEntry {
    PinPurpose purpose;
    std::string digits;
    bool checking = false; ///< Sent off, and not answered yet.
    bool accepted = false; ///< It was right, and what it was for is being done.
    PinFault fault = PinFault::none;
    std::string sentence; ///< Of `PinFault::other`.
    friend bool operator==(const PinEntry&, const PinEntry&) = default;
};

/// A wait as it is shown: rounded up to whole minutes, and to ten seconds below one.
Moment shown_wait(Moment wait);

inline constexpr std::size_t kLeastPin = 6;
inline constexpr std::size_t kMostPin = 12;

} // namespace desk
