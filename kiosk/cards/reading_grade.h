#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// How hard an English text is to follow.
namespace cards {

/// How many words a text has: pieces between spaces with a letter or a digit in them.
std::size_t count_words(std::string_view text);

/// How many syllables an English word is spoken with, by its groups of vowels; silent endings are
/// not counted, and a digit counts as one. Right for about nine words in ten.
std::size_t count_syllables(std::string_view word);

/// What was counted in a text.
struct ReadingGrade {
    std::size_t words = 0;
    std::size_t sentences = 0;
    std::size_t syllables = 0;
    std::vector<std::string> long_words; ///< Three syllables or more, most syllables first, once.

    /// The school grade by Flesch-Kincaid (Kincaid, Fishburne, Rogers and Chissom 1975):
    /// 0.39 words/sentences + 11.8 syllables/words - 15.59. May be below 0; 0 without words.
    double grade() const;
};

/// Counts lines that are spoken one after another; each ends a sentence.
ReadingGrade measure(std::span<const std::string_view> lines);

} // namespace cards
