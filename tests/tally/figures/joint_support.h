#pragma once

#include "tally/counts.h"
#include "tally/joint.h"
#include "tally/month_file.h"

#include <cstdint>
#include <string>
#include <vector>

/// A few desks that have counted little, and what they send.
namespace few_desks {

struct Desk {
    std::string site;
    std::string desk;
    tally::Counts counts;
};

/// By chance: four desks of three branches, each with counts as few_counts.h draws them.
std::vector<Desk> drawn(std::uint32_t seed);

/// What all have counted.
tally::Counts all_counts(const std::vector<Desk>& desks);

/// The months that a desk sends, as they are read at home.
std::vector<tally::Month> months(const Desk& desk);

/// All that they send.
std::vector<tally::Month> months(const std::vector<Desk>& desks);

/// The day on which it is joined, after all of that.
std::chrono::year_month_day today();

/// Adds all; throws if one is refused.
tally::Joint joined(const std::vector<tally::Month>& months);

} // namespace few_desks
