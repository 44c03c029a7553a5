#pragma once

#include "cards/draft.h"
#include "cards/reader.h"

#include <string>

namespace cards {

/// Reads one card from its file. Always gives a draft; if its report has failed, only the id, the
/// kind and the file's path are sure to be right. Whether its links and letters fit the rest of the
/// pack is not asked here.
CardDraft read_card(const SourceFile& file, std::string id, Card::Kind kind);

} // namespace cards
