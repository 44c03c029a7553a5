#pragma once

#include "tally/counts.h"
#include "tally/publish.h"

#include <cstdint>
#include <string>

/// Counts for tests, of a desk with a few cards.
namespace few_counts {

/// Adds what a visit or an ending counts, so many times.
void add(tally::Counts& counts, const desk::Visit& visit, int times = 1);
void add(tally::Counts& counts, const desk::Ended& ended, int times = 1);

/// For three quarters from 2026-Q1, with "calm" and "safe" in use and bands "morning" and
/// "evening".
tally::Published published();

/// By chance: so little in those quarters and beside them that a lot may not be shown, of the cards
/// in use and of "gone".
tally::Counts drawn(std::uint32_t seed);

} // namespace few_counts
