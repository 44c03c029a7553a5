#pragma once

#include "cards/card.h"

#include <optional>
#include <span>
#include <string_view>

namespace cards {

/// The language that a word means: its BCP 47 tag in any letter case ("zh-hans", "es-MX"), its own
/// name ("Español") or its English name ("Spanish"). A tag with a region has the name of its
/// language. A language that is not among the known ones takes a name with its tag in brackets:
/// "Diné bizaad (nv)". Nothing if the word is none of these.
std::optional<Language> find_language(std::string_view word);

/// The English names of the known languages, for saying which was most likely meant.
std::span<const std::string_view> language_names();

} // namespace cards
