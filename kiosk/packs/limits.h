#pragma once

#include <cstddef>

/// How large a pack may be, for whoever walks through one.
namespace packs {

inline constexpr std::size_t kMostFiles = 12'000;       ///< 10,000 cards, and what goes with them.
inline constexpr std::size_t kMostEntries = 16'000;     ///< Of one folder, litter and all.
inline constexpr std::size_t kLargestText = 1UZ << 20U; ///< Bytes of one file of text.
inline constexpr std::size_t kLargestSums = 4UZ << 20U; ///< Bytes: a line for each file.
inline constexpr int kDeepest = 4;                      ///< Folders within the pack's own.

} // namespace packs
