#pragma once

#include "cards/card.h"
#include "cards/vocabulary.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace cards {

/// A query's word, compared with every word of a vocabulary.
struct ComparedWord {
    std::vector<float> quality; ///< By the word's place in the vocabulary.
    double weight = 1;          ///< How much it says.
};

/// The title, the keywords and the steps' titles of every card, each as words of a vocabulary: to
/// tell a card that says what was typed in one breath from one that has its words here and there.
class LineIndex {
public:
    LineIndex(const Pack& pack, const Vocabulary& vocabulary);

    /// How well the card's best line answers the whole query, from 0 to 1: 1 if it is the same
    /// words, in whatever order.
    double match(std::uint32_t card, std::span<const ComparedWord> query) const;

private:
    struct Line {
        std::uint32_t first = 0; ///< Of its words.
        std::uint32_t count = 0;
    };

    void add_line(std::string_view text, const Vocabulary& vocabulary);
    double match(const Line& line, std::span<const ComparedWord> query) const;

    /// How much of a line the query says.
    double used_share(std::span<const std::uint32_t> words,
                      std::span<const ComparedWord> query) const;

    std::vector<std::uint32_t> cards_; ///< Each card's first line, and the end of the last card's.
    std::vector<Line> lines_;
    std::vector<std::uint32_t> words_;
    std::vector<double> weights_; ///< By the word's place in the vocabulary.
};

} // namespace cards
