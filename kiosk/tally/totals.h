#pragma once

#include "cards/code.h"
#include "desk/count.h"
#include "tally/counts.h"
#include "tally/publish.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace tally {

/// What the counts of some quarters come to for a card. These are the numbers themselves: nobody is
/// shown them before `suppress` has gone over them.
///
/// A visit that has a worse card, a card for afterwards or a step is among those opened, so that
/// none of these is ever more than the visits.
struct CardTotals {
    cards::Code code = cards::Code::green; ///< Of the latest count.
    std::vector<std::int64_t> quarters;    ///< Visits; the latest quarter first.
    std::vector<std::int64_t> worse;       ///< By band.
    std::vector<std::int64_t> stayed;      ///< By band.
    std::int64_t after = 0;
    std::map<int, std::int64_t> steps; ///< By number, from 1.
    std::array<std::int64_t, desk::kEndings> endings{};
    std::vector<std::int64_t> open_ended; ///< By band.
    std::vector<std::int64_t> imposed;    ///< By band.
    std::int64_t help = 0;
    /// Those that began at home, by way and time to reach.
    std::array<std::array<std::int64_t, desk::kReaches>, desk::kWays> reached{};

    std::int64_t opened() const;
    std::int64_t ended() const;
};

/// The same of all cards.
struct Totals {
    std::vector<std::string> bands; ///< Those of `Published`, then others that were counted.
    std::map<std::string, CardTotals> cards;    ///< By id: those with a visit or an ending.
    std::map<std::string, std::int64_t> missed; ///< By words; "" is always there.
};

/// The quarters of `published`, the latest first.
std::vector<desk::Quarter> quarters_of(const Published& published);

Totals total(const Counts& counts, const Published& published);

} // namespace tally
