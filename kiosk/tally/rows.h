#pragma once

#include "tally/counts.h"
#include "tally/database.h"

/// Counts as rows of the database, and back.
namespace tally {

/// Adds to what there is of the same kind; `n` at least 1.
Outcome<void> add_row(const Database& database, const Count& count);
Outcome<void> add_row(const Database& database, const MissedCount& missed);

/// Everything, in the order of `Counts`. What no desk counts is left out, however it came there.
Outcome<Counts> read_rows(const Database& database);

} // namespace tally
