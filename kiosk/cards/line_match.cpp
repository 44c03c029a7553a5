#include "cards/line_match.h"

#include "cards/fold.h"

#include <algorithm>

namespace cards {
namespace {

/// A line that says the query and more is worth this share, and up to the whole the less it adds.
constexpr double kSaysMore = 0.5;

} // namespace

LineIndex::LineIndex(const Pack& pack, const Vocabulary& vocabulary) {
    for (const VocabularyWord& word : vocabulary.words()) {
        weights_.push_back(weight_of(word));
    }
    cards_.push_back(0);
    const auto titles = own_titles(pack);
    for (std::size_t i = 0; i < pack.cards.size(); ++i) {
        add_line(pack.cards[i].title, vocabulary);
        for (const std::string_view keyword : pack.cards[i].keywords) {
            add_line(keyword, vocabulary);
        }
        for (const std::string_view title : titles[i]) {
            add_line(title, vocabulary);
        }
        cards_.push_back(static_cast<std::uint32_t>(lines_.size()));
    }
    for (auto* const numbers : {&cards_, &words_}) {
        numbers->shrink_to_fit();
    }
    lines_.shrink_to_fit();
}

void LineIndex::add_line(std::string_view text, const Vocabulary& vocabulary) {
    const auto first = static_cast<std::uint32_t>(words_.size());
    for (const std::string& word : fold_words(text)) {
        if (const auto place = vocabulary.place_of(word)) {
            words_.push_back(static_cast<std::uint32_t>(*place));
        }
    }
    lines_.push_back({.first = first, .count = static_cast<std::uint32_t>(words_.size()) - first});
}

double LineIndex::match(std::uint32_t card, std::span<const ComparedWord> query) const {
    double best = 0;
    for (std::uint32_t i = cards_[card]; i < cards_[card + 1]; ++i) {
        best = std::max(best, match(lines_[i], query));
    }
    return best;
}

double LineIndex::match(const Line& line, std::span<const ComparedWord> query) const {
    const auto words = std::span(words_).subspan(line.first, line.count);
    double asked = 0;
    double answered = 0;
    for (const ComparedWord& typed : query) {
        float best = 0;
        for (const std::uint32_t word : words) {
            best = std::max(best, typed.quality[word]);
        }
        asked += typed.weight;
        answered += typed.weight * static_cast<double>(best);
    }
    if (answered <= 0) {
        return 0;
    }
    const double share = answered / asked;
    return share * share * (kSaysMore + ((1 - kSaysMore) * used_share(words, query)));
}

double LineIndex::used_share(std::span<const std::uint32_t> words,
                             std::span<const ComparedWord> query) const {
    double said = 0;
    double used = 0;
    for (const std::uint32_t word : words) {
        float best = 0;
        for (const ComparedWord& typed : query) {
            best = std::max(best, typed.quality[word]);
        }
        said += weights_[word];
        used += weights_[word] * static_cast<double>(best);
    }
    return used / said;
}

} // namespace cards
