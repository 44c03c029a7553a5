#include "cards/search.h"

#include "cards/fold.h"
#include "cards/vocabulary.h"
#include "cards/word_match.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace cards {
namespace {

constexpr std::size_t kMaxQueryBytes = 400;
constexpr std::size_t kMaxQueryWords = 10;

/// What a match in a field is worth.
constexpr std::array<double, 6> kWeights{10, 8, 4, 3, 2, 2};
constexpr double kTitleBegins = 4; ///< Added if the whole query is the beginning of the title.
/// Added to the first keyword's worth, half of it to the second's, and so on: managers write the
/// most telling ones first.
constexpr double kFirstKeyword = 0.2;
constexpr std::uint16_t kNoKeyword = UINT16_MAX;

/// What a search needs of a card beyond its words.
struct Entry {
    std::string id;
    std::string title; ///< Folded words with a space between them.
    std::vector<std::string> keywords;
};

/// How well a card answers, so far.
struct Answer {
    double total = 0;
    double best_here = 0; ///< For the query's word being looked at.
    double reason_score = 0;
    std::uint32_t words = 0; ///< How many of the query's words it answers.
    std::uint16_t keyword_here = kNoKeyword;
    std::uint16_t reason = kNoKeyword;
};

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) {
            out += ' ';
        }
        out += word;
    }
    return out;
}

/// The query's words that say something; all of them if none does, for "the" may become "theft".
std::vector<std::string> telling_words(std::vector<std::string> words) {
    if (std::ranges::all_of(words, is_stop_word)) {
        return words;
    }
    std::erase_if(words, is_stop_word);
    return words;
}

/// Adds up the answers of all cards to one query, word by word.
class Tally {
public:
    Tally(const Vocabulary& vocabulary, std::size_t cards)
        : vocabulary_(&vocabulary), answers_(cards) {}

    void add(const QueryWord& word);
    const std::vector<Answer>& answers() const { return answers_; }

    /// Every card that answers at least one word, once.
    std::vector<std::uint32_t> found() const;

private:
    void count(const VocabularyWord& word, double quality);
    void close_word();

    const Vocabulary* vocabulary_;
    std::vector<Answer> answers_;
    std::vector<std::uint32_t> touched_;
};

void Tally::add(const QueryWord& word) {
    for (const VocabularyWord& known : vocabulary_->words()) {
        if (const double quality = word.quality(known); quality > 0) {
            count(known, quality * known.rarity);
        }
    }
    close_word();
}

/// What a match in this place is worth.
double worth(const Posting& posting) {
    const double weight = kWeights.at(static_cast<std::size_t>(posting.field));
    return posting.field == Field::keyword ? weight * (1 + kFirstKeyword / (1.0 + posting.keyword))
                                           : weight;
}

void Tally::count(const VocabularyWord& word, double quality) {
    for (const Posting& posting : vocabulary_->postings(word)) {
        Answer& answer = answers_[posting.card];
        const double score = quality * worth(posting);
        if (score <= answer.best_here) {
            continue;
        }
        if (answer.best_here == 0) {
            touched_.push_back(posting.card);
        }
        answer.best_here = score;
        answer.keyword_here = posting.field == Field::keyword ? posting.keyword : kNoKeyword;
    }
}

void Tally::close_word() {
    for (const std::uint32_t card : touched_) {
        Answer& answer = answers_[card];
        ++answer.words;
        answer.total += answer.best_here;
        if (answer.keyword_here != kNoKeyword && answer.best_here > answer.reason_score) {
            answer.reason = answer.keyword_here;
            answer.reason_score = answer.best_here;
        }
        answer.best_here = 0;
    }
    touched_.clear();
}

std::vector<std::uint32_t> Tally::found() const {
    std::vector<std::uint32_t> cards;
    for (std::uint32_t i = 0; i < answers_.size(); ++i) {
        if (answers_[i].words > 0) {
            cards.push_back(i);
        }
    }
    return cards;
}

} // namespace

struct SearchIndex::Impl {
    explicit Impl(const Pack& pack) : vocabulary(pack) {
        entries.reserve(pack.cards.size());
        for (const Card& card : pack.cards) {
            entries.push_back({.id = card.id,
                               .title = joined(fold_words(card.title)),
                               .keywords = card.keywords});
        }
    }

    /// A card's final score: what its words are worth, less the more of the query it leaves
    /// unanswered.
    double score(std::uint32_t card, const Answer& answer, std::size_t words,
                 std::string_view query) const {
        const double share = static_cast<double>(answer.words) / static_cast<double>(words);
        const bool begins = entries[card].title.starts_with(query);
        return (answer.total * share * share) + (begins ? kTitleBegins : 0);
    }

    Vocabulary vocabulary;
    std::vector<Entry> entries;
};

SearchIndex::SearchIndex(const Pack& pack) : impl_(std::make_unique<Impl>(pack)) {}
SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;

std::vector<Hit> SearchIndex::find(std::string_view query, std::size_t limit) const {
    const bool goes_on = !query.ends_with(' ');
    const std::vector<std::string> typed = fold_words(query.substr(0, kMaxQueryBytes));
    std::vector<std::string> words = telling_words(typed);
    words.resize(std::min(words.size(), kMaxQueryWords));
    if (words.empty() || limit == 0) {
        return {};
    }
    Tally tally(impl_->vocabulary, impl_->entries.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        tally.add(QueryWord(words[i], goes_on && i + 1 == words.size()));
    }

    const std::string whole = joined(typed);
    std::vector<std::pair<double, std::uint32_t>> ranked;
    for (const std::uint32_t card : tally.found()) {
        const Answer& answer = tally.answers()[card];
        ranked.emplace_back(-impl_->score(card, answer, words.size(), whole), card);
    }
    // Equal scores keep the pack's order: frameworks first, then situations by title.
    const std::size_t count = std::min(limit, ranked.size());
    std::ranges::partial_sort(ranked, ranked.begin() + static_cast<std::ptrdiff_t>(count));
    std::vector<Hit> hits;
    hits.reserve(count);
    for (const auto& [negative, card] : std::span(ranked).first(count)) {
        const Entry& entry = impl_->entries[card];
        const std::uint16_t reason = tally.answers()[card].reason;
        hits.push_back({.card = entry.id,
                        .reason = reason == kNoKeyword ? std::string() : entry.keywords[reason],
                        .score = -negative});
    }
    return hits;
}

} // namespace cards
