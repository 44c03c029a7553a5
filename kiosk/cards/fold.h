#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Texts made comparable: without letter case, accents and punctuation.
namespace cards {

/// The text in small letters, with the accents of Latin letters taken off ("Café" becomes "cafe",
/// "Straße" "strasse"), combining marks dropped, and typographic apostrophes made straight. Covers
/// Latin, Greek and Cyrillic; other scripts stay as they are. Takes any bytes.
std::string fold(std::string_view text);

/// The folded words of a text, in order. An apostrophe is left out of its word ("don't" is "dont");
/// everything else that is neither letter nor digit separates words.
std::vector<std::string> fold_words(std::string_view text);

/// True if the two texts differ in nothing but letter case, accents, punctuation and spacing.
bool same_words(std::string_view a, std::string_view b);

} // namespace cards
