#pragma once

#include "tally/ledger.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace tally_test {

/// A visit to a green card in the evening of November 2026, by tile.
desk::Visit visit(const std::string& card);

/// The same with rows of many kinds: reached, worse, after and two steps.
desk::Visit long_visit(const std::string& card);
inline constexpr std::int64_t kRowsOfLongVisit = 6;

/// How many of these were counted, in all months, bands and codes; 0 if there is no such row.
std::int64_t n_of(const tally::Counts& counts, const std::string& card, tally::What what,
                  const std::string& detail = {});

/// Opens a ledger, and throws if it cannot or if something was set aside.
tally::Ledger open(const std::filesystem::path& file);

/// Opens one and closes it again, and returns what was in it.
tally::Counts counts_in(const std::filesystem::path& file);

std::string bytes_of(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, std::string_view bytes);

/// The bytes of all files in a folder, one after the other.
std::string all_bytes_in(const std::filesystem::path& folder);

} // namespace tally_test
