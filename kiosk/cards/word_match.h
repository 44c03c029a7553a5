#pragma once

#include "cards/vocabulary.h"

#include <rapidfuzz/distance/OSA.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace cards {

/// One word of a query, made ready to be compared with many.
class QueryWord {
public:
    /// `word` is folded. `typing` tells that it may go on: it is the last one typed.
    QueryWord(std::string_view word, bool typing);

    /// How well a word of the pack answers this one, from 0 (not at all) to 1 (the same). Between
    /// them, best first: another form of the word, a longer word that begins with it, a word one
    /// or two slips away, a longer word whose beginning is.
    double quality(const VocabularyWord& word) const;

private:
    double quality_with_slips(const VocabularyWord& word) const;
    bool may_have_slips(const VocabularyWord& word) const;

    std::u32string text_;
    std::u32string stem_;
    std::uint64_t letters_;
    std::size_t slips_; ///< How many are forgiven.
    bool typing_;
    rapidfuzz::CachedOSA<char32_t> scorer_;
};

} // namespace cards
