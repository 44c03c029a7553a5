#pragma once

#include "cards/draft.h"
#include "cards/yaml.h"

namespace cards {

/// Reads `rules` of a pack.yaml: what the pack sets otherwise, and why. A rule that is not known is
/// a warning; one without a reason, or with a figure that it cannot have, an error.
void read_rules(const YamlNode& map, PackDraft& draft);

} // namespace cards
