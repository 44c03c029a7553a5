#pragma once

#include "cards/code.h"
#include "desk/count.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What a desk has counted: numbers by month, part of the day and card, from which no single visit
/// can be told any more.
namespace tally {

/// What a count is of.
enum class What : std::uint8_t {
    opened,  ///< A card; the detail is the way to it.
    reached, ///< A card, from home; the detail is the way and the time it took: "tile under-2-s".
    worse,   ///< A more serious card, from this one.
    after,   ///< A card for afterwards, from this one.
    step,    ///< A step by itself, once a visit; the detail is its number, from 1.
    ended,   ///< What a card was opened for; the detail is the ending.
    help,    ///< Of those, somebody was called to help.
};

inline constexpr std::size_t kWhats = 7;

/// The words by which they are kept.
std::string_view to_string(What what);

/// So many of one kind.
struct Count {
    std::chrono::year_month month;
    std::string band;
    std::string card; ///< Id.
    cards::Code code = cards::Code::green;
    What what = What::opened;
    std::string detail;
    std::int64_t n = 0;
    friend bool operator==(const Count&, const Count&) = default;
};

/// Searches without a card in a month, by their words; "" stands for all that have others.
struct MissedCount {
    std::chrono::year_month month;
    std::string words;
    std::int64_t n = 0;
    friend bool operator==(const MissedCount&, const MissedCount&) = default;
};

/// Everything, in the order of the fields above.
struct Counts {
    std::vector<Count> counts;
    std::vector<MissedCount> missed;
    friend bool operator==(const Counts&, const Counts&) = default;
};

/// What one visit, or one ending, adds: each with an `n` of 1.
std::vector<Count> counts_of(const desk::Visit& visit);
std::vector<Count> counts_of(const desk::Ended& ended);

} // namespace tally
