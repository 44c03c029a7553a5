#pragma once

#include "platform/disk.h"

#include <array>
#include <string>
#include <string_view>

namespace tally {

/// How many databases that were set aside are kept: the latest.
inline constexpr std::size_t kKeptAside = 3;

/// What SQLite puts beside a database, and the database itself. The logs first: one without its
/// database is noticed, a database without its log would look as if it were whole.
inline constexpr std::array<std::string_view, 4> kSuffixes{"-shm", "-wal", "-journal", ""};

/// Gives a database and its logs, those of them that there are, names that are not in use:
/// "tally-damaged-4.db" for "tally.db", "tally-damaged-4.db-wal" for "tally.db-wal". Returns the
/// name of the database.
platform::Result<std::string> set_aside(platform::Disk& folder, const std::string& name);

} // namespace tally
