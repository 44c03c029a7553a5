#pragma once

#include "cards/phrase.h"
#include "cards/reader.h"
#include "cards/report.h"

#include <string>

namespace cards {

/// A phrase from its file.
struct PhraseDraft {
    Phrase phrase;
    Report report;
};

/// Reads one phrase from its file: `title`, and perhaps `for` (codes) and `checked` (languages),
/// and below them a heading of level 2 for each language with the words under it. Always gives a
/// draft; if its report has failed, only the id and the file's path are sure to be right.
PhraseDraft read_phrase(const SourceFile& file, std::string id);

} // namespace cards
