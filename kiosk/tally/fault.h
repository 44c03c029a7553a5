#pragma once

#include "platform/result.h"

#include <cstdint>
#include <expected>
#include <string>

struct sqlite3;

namespace tally {

/// Why SQLite did not do something, as far as it matters what is done next.
enum class Trouble : std::uint8_t {
    damaged,     ///< This is no database, or not a whole one.
    later,       ///< It was written by a later version of the program.
    busy,        ///< Somebody else has it, and did not let go in time.
    full,        ///< There is no room.
    refused,     ///< A value is not of the kind that is kept.
    unavailable, ///< The system does not let it be read or written.
};

struct Fault {
    Trouble trouble = Trouble::unavailable;
    std::string sentence; ///< For the person who sees it, in the language in use.
};

template <typename T>
using Outcome = std::expected<T, Fault>;

/// One of SQLite's result codes, which `database` has just given.
Fault fault_of(sqlite3* database, int code);

/// A trouble with a file, as far as it needs no further explanation.
Fault fault_with(Trouble trouble, const std::string& file);

/// What those outside this module see of it.
platform::Failure to_failure(Fault fault);

} // namespace tally
