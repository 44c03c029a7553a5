#pragma once

#include "cards/vocabulary.h"

#include <rapidfuzz/distance/OSA.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace cards {

/// The quality of a word of the pack that the typed one only begins with: "smokestack" and "smoke".
inline constexpr double kLongerThanWord = 0.5;

/// One word of a query, made ready to be compared with many.
class QueryWord {
public:
    /// `word` is folded. `typing` tells that it may go on: it is the last one typed.
    QueryWord(std::string_view word, bool typing);

    /// Tells that the pack has the very word: "bike" is hardly a slip for "bite" then.
    void is_known() { slip_worth_ = kSlipInKnownWord; }

    /// How well a word of the pack answers this one, from 0 (not at all) to 1 (the same). Between
    /// them, best first: another form of the word, a longer word that begins with it, a word one
    /// or two slips away, a longer word whose beginning is.
    double quality(const VocabularyWord& word) const;

private:
    static constexpr double kSlipInKnownWord = 0.6;

    double quality_with_slips(const VocabularyWord& word) const;
    bool may_have_slips(const VocabularyWord& word) const;

    std::u32string text_;
    std::u32string stem_;
    std::uint64_t letters_;
    std::size_t slips_; ///< How many are forgiven.
    double slip_worth_ = 1;
    bool typing_;
    rapidfuzz::CachedOSA<char32_t> scorer_;
};

} // namespace cards
