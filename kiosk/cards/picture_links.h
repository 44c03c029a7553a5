#pragma once

#include "cards/draft.h"

#include <span>
#include <string>
#include <vector>

namespace cards {

/// Checks that each picture that a card shows is among those that there are, `pictures`, and says
/// in the pack's report which of them no card shows.
void check_pictures(std::span<const std::string> pictures, PackDraft& pack,
                    std::vector<CardDraft>& cards);

} // namespace cards
