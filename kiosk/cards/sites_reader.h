#pragma once

#include "cards/draft.h"
#include "cards/yaml.h"

namespace cards {

/// Reads what pack.yaml's map says otherwise for some desks, if it does.
void read_sites(const YamlNode& map, PackDraft& draft);

/// Reads which desks pack.yaml's map lets try the pack first, if it does.
void read_rollout(const YamlNode& map, PackDraft& draft);

} // namespace cards
