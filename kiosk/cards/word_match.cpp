#include "cards/word_match.h"

#include <algorithm>
#include <array>
#include <bit>

namespace cards {
namespace {

constexpr std::size_t kMaxLetters = 32; ///< Of a query's word; longer ones are cut.

constexpr std::size_t kFreeBeginning = 6; ///< From this length on the first letter may be wrong.

constexpr double kSameStem = 0.9;
constexpr double kTypedPrefix = 0.8; ///< Up to 0.1 more the nearer the word is to complete.
constexpr double kHalfWord = 0.7;
constexpr std::array kSlips{1.0, 0.65, 0.45}; ///< By the number of slips.
constexpr std::array kPrefixSlips{0.7, 0.5, 0.35};

/// Short words are too much like one another to forgive anything.
std::size_t forgiven(std::size_t length) {
    if (length < 4) {
        return 0;
    }
    return length < 8 ? 1 : 2;
}

std::u32string cut(std::u32string word) {
    word.resize(std::min(word.size(), kMaxLetters));
    return word;
}

/// True if the words begin alike, give or take the first two letters having changed places.
bool begin_alike(std::u32string_view a, std::u32string_view b) {
    return a[0] == b[0] || (b.size() > 1 && a[0] == b[1] && a[1] == b[0]);
}

} // namespace

QueryWord::QueryWord(std::string_view word, bool typing)
    : text_(cut(to_code_points(word))), stem_(stem_of(text_)), letters_(letter_set(text_)),
      slips_(forgiven(text_.size())), typing_(typing), scorer_(text_) {}

double QueryWord::quality(const VocabularyWord& word) const {
    const std::u32string_view other = word.text;
    if (other.starts_with(text_)) {
        const double done = static_cast<double>(text_.size()) / static_cast<double>(other.size());
        if (other.size() == text_.size()) {
            return 1;
        }
        const double prefix = (typing_ ? kTypedPrefix : kHalfWord) + (0.1 * done);
        return word.stem == stem_ ? kSameStem : prefix;
    }
    if (word.stem == stem_) {
        return kSameStem;
    }
    if (may_have_slips(word)) {
        if (const double found = quality_with_slips(word); found > 0) {
            return found * slip_worth_;
        }
    }
    const bool compound = other.size() >= 4 && std::u32string_view(text_).starts_with(other);
    return compound ? kLongerThanWord : 0;
}

bool QueryWord::may_have_slips(const VocabularyWord& word) const {
    if (slips_ == 0 || word.text.size() + slips_ < text_.size() ||
        (text_.size() < kFreeBeginning && !begin_alike(text_, word.text))) {
        return false;
    }
    // Each slip can bring in one letter at most that the other word does not have, and leave out
    // one that it has. Only the other word's beginning is compared, so only that is asked.
    const std::u32string_view other = word.text;
    const auto slips = static_cast<int>(slips_);
    return std::popcount(letters_ & ~word.letters) <= slips &&
           std::popcount(letters_ & ~letter_set(other.substr(0, text_.size() + slips_))) <= slips &&
           std::popcount(letter_set(other.substr(0, text_.size() - slips_)) & ~letters_) <= slips;
}

double QueryWord::quality_with_slips(const VocabularyWord& word) const {
    const std::u32string_view other = word.text;
    if (other.size() <= text_.size() + slips_) {
        if (const std::size_t slips = scorer_.distance(other, slips_); slips <= slips_) {
            return kSlips.at(slips);
        }
    }
    // The beginnings of nearly the query's length. One letter more or less changes the distance by
    // one at most, so the one of its very length tells whether to look at the others.
    if (scorer_.distance(other.substr(0, text_.size()), 2 * slips_) > 2 * slips_) {
        return 0;
    }
    std::size_t best = slips_ + 1;
    for (std::size_t size = text_.size() - slips_; size <= text_.size() + slips_; ++size) {
        if (size < other.size()) {
            best = std::min(best, scorer_.distance(other.substr(0, size), slips_));
        }
    }
    return best <= slips_ ? kPrefixSlips.at(best) : 0;
}

} // namespace cards
