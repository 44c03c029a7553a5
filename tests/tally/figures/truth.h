#pragma once

#include "desk/evaluation.h"
#include "tally/counts.h"
#include "tally/publish.h"

#include <cstdint>

/// What a row of a report counts, told from the counts for each row by itself: by other means than
/// the program's, so that one checks the other.
std::int64_t truth(const tally::Counts& counts, const tally::Published& published,
                   const desk::Row& row);
