#pragma once

#include "cards/draft.h"
#include "cards/reader.h"

namespace cards {

/// Reads pack.yaml. Always gives a draft; it is to be used only if its report has not failed.
/// Whether the cards that it names are there is not asked here.
PackDraft read_pack_file(const SourceFile& file);

} // namespace cards
