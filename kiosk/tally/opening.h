#pragma once

#include "platform/result.h"
#include "tally/database.h"

#include <filesystem>
#include <string>

/// How the ledger's file is opened, and what is done to all of it at once.
namespace tally {

struct TakenUp {
    Database database;
    std::string notice; ///< As in `Ledger::Opened`.
};

/// See `Ledger::open`.
platform::Result<TakenUp> open_or_begin(const std::filesystem::path& file);

/// Brings the log into the file and leaves it empty. False if others are reading or writing.
Outcome<bool> empty_log(Database& database);

/// Writes the whole file anew, in the order of its keys, and empties the log. What is unused in a
/// page, and which row came into it first, is gone then.
Outcome<void> rewrite(Database& database, const std::filesystem::path& file);

} // namespace tally
