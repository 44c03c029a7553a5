#pragma once

#include "cards/card.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cards {

/// Where a card has a word; the earlier, the more it says about the card.
enum class Field : std::uint8_t { title, keyword, step, summary, framework, code };

/// One card that has a word.
struct Posting {
    std::uint32_t card = 0; ///< Its place in the pack.
    Field field = Field::title;
    std::uint16_t keyword = 0; ///< Which of the card's keywords, if that is the field.
};

/// A word that occurs in the pack.
struct VocabularyWord {
    std::u32string text; ///< Folded.
    std::u32string stem;
    std::uint64_t letters = 0; ///< `letter_set` of the text.
    double rarity = 1;         ///< From 0.6 for a word of every card to 1 for a word of one.
    std::size_t first = 0;     ///< Its postings.
    std::size_t count = 0;
};

/// Every word of a pack once, with the cards that have it. A card is there once a word, for the
/// most telling of its fields. Words that say nothing ("the") are there with no card.
class Vocabulary {
public:
    explicit Vocabulary(const Pack& pack);

    std::span<const VocabularyWord> words() const { return words_; }

    std::span<const Posting> postings(const VocabularyWord& word) const {
        return std::span(postings_).subspan(word.first, word.count);
    }

    /// Where among the words a folded word is, if it occurs in the pack.
    std::optional<std::size_t> place_of(std::string_view word) const;

    /// True if a word of the pack begins with this, or is it.
    bool has_beginning(std::string_view beginning) const;

private:
    std::vector<VocabularyWord> words_; ///< By their text.
    std::vector<Posting> postings_;
};

inline constexpr double kStopWordWeight = 0.25; ///< What a word that says nothing still says.

/// How much a word counts in a line of several.
double weight_of(const VocabularyWord& word);

/// The titles of the steps that are found at each card, in the pack's order. What a situation has
/// from its framework, or calls the same, is found at the framework.
std::vector<std::vector<std::string_view>> own_titles(const Pack& pack);

/// A folded word's code points.
std::u32string to_code_points(std::string_view word);

/// The set of a word's letters, as bits. Words with a letter that others lack mostly differ in it.
std::uint64_t letter_set(std::u32string_view word);

/// An English word without its ending: "yelling", "yelled" and "yells" are "yell". Good enough to
/// compare words with; not always a word itself.
std::u32string stem_of(std::u32string_view word);

/// True for a folded English word that says nothing about a card, such as "the".
bool is_stop_word(std::string_view word);

} // namespace cards
