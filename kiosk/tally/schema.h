#pragma once

#include "tally/database.h"

#include <cstdint>
#include <span>
#include <string>

/// What is in the ledger's file, by the version of its schema.
namespace tally {

/// Marks a database as one of ours ("Dkcd").
inline constexpr std::int64_t kApplicationId = 0x446b6364;

/// The largest number that is kept; it stays there. No desk comes near: it is one every 2.7 seconds
/// of a month.
inline constexpr std::int64_t kMost = 1'000'000;

/// The longest name of a band or card and the longest words that are kept, in bytes.
inline constexpr std::size_t kLongestText = 200;

/// What makes each version's tables out of those of the one before; the first begins with none. A
/// new version is one more at the end: those before stay as they are.
std::span<const char* const> migrations();

/// Finds out of which version a database is: 0 if there is nothing in it. Fails with `damaged` if
/// it is not exactly what these migrations make, whole to its last page; with `later` if it is of
/// ours, but not by these.
Outcome<std::size_t> examine(const Database& database, std::span<const char* const> migrations,
                             const std::string& file);

/// Brings one of that version to the last, all at once.
Outcome<void> migrate(Database& database, std::size_t version,
                      std::span<const char* const> migrations);

} // namespace tally
