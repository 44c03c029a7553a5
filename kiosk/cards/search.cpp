#include "cards/search.h"

#include "cards/fold.h"
#include "cards/line_match.h"
#include "cards/spaces.h"
#include "cards/vocabulary.h"
#include "cards/word_match.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace cards {
namespace {

constexpr std::size_t kMaxQueryBytes = 400;
constexpr std::size_t kMaxQueryWords = 12;

/// What a match in a field is worth.
constexpr std::array<double, 6> kWeights{10, 8, 4, 3, 2, 2};
constexpr double kOneLine = 6; ///< Added if one line says the query and no more; less if less.
constexpr std::size_t kLookedAt = 100; ///< Cards whose lines are compared, at least.
constexpr double kTitleBegins = 4;     ///< Added if the whole query is the beginning of the title.
/// Added to the first keyword's worth, half of it to the second's, and so on: managers write the
/// most telling ones first.
constexpr double kFirstKeyword = 0.2;
constexpr std::uint16_t kNoKeyword = UINT16_MAX;

/// What a search needs of a card beyond its words.
struct Entry {
    std::string id;
    std::string title; ///< Folded words with a space between them.
    Texts keywords;
};

/// How well a card answers, so far.
struct Answer {
    double total = 0;
    double best_here = 0; ///< For the query's word being looked at.
    double reason_score = 0;
    double answered = 0;      ///< How well it answers the query's words, each up to 1.
    double best_answered = 0; ///< How well the one it answers best.
    double quality_here = 0;  ///< The same for how well, wherever it was.
    bool found = false;
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

/// Adds up the answers of all cards to one query, word by word.
class Tally {
public:
    Tally(const Vocabulary& vocabulary, std::size_t cards)
        : vocabulary_(&vocabulary), answers_(cards) {}

    void add(const ComparedWord& word);
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

void Tally::add(const ComparedWord& word) {
    const auto known = vocabulary_->words();
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (word.quality[i] > 0) {
            count(known[i], static_cast<double>(word.quality[i]));
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
        answer.quality_here = std::max(answer.quality_here, quality);
        const double score = quality * word.rarity * worth(posting);
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
        answer.found = true;
        answer.answered += answer.quality_here;
        answer.best_answered = std::max(answer.best_answered, answer.quality_here);
        answer.total += answer.best_here;
        if (answer.keyword_here != kNoKeyword && answer.best_here > answer.reason_score) {
            answer.reason = answer.keyword_here;
            answer.reason_score = answer.best_here;
        }
        answer.best_here = 0;
        answer.quality_here = 0;
    }
    touched_.clear();
}

std::vector<std::uint32_t> Tally::found() const {
    std::vector<std::uint32_t> cards;
    for (std::uint32_t i = 0; i < answers_.size(); ++i) {
        if (answers_[i].found) {
            cards.push_back(i);
        }
    }
    return cards;
}

/// A word that says nothing is taken as it stands.
ComparedWord compare_stop_word(const std::string& word, const Vocabulary& vocabulary) {
    ComparedWord compared{.quality = std::vector<float>(vocabulary.words().size()),
                          .weight = kStopWordWeight};
    if (const auto place = vocabulary.place_of(word)) {
        compared.quality[*place] = 1;
    }
    return compared;
}

ComparedWord compare(const std::string& word, bool typing, const Vocabulary& vocabulary) {
    QueryWord typed(word, typing);
    if (vocabulary.place_of(word)) {
        typed.is_known();
    }
    ComparedWord compared;
    compared.quality.reserve(vocabulary.words().size());
    for (const VocabularyWord& known : vocabulary.words()) {
        compared.quality.push_back(static_cast<float>(typed.quality(known)));
    }
    return compared;
}

/// A query's words, compared with a pack's.
struct Query {
    std::vector<ComparedWord> words;  ///< Those that the pack has anything like.
    std::vector<std::size_t> telling; ///< The places of those that say something.
    std::string whole;                ///< As typed, folded, with a space between words.
};

Query understood(std::string_view typed, const Vocabulary& vocabulary) {
    std::vector<std::string> words = fold_words(typed.substr(0, kMaxQueryBytes));
    Query query{.words = {}, .telling = {}, .whole = joined(words)};
    words.resize(std::min(words.size(), kMaxQueryWords));
    const bool goes_on = !typed.ends_with(' ');
    words = mend_spaces(words, goes_on, vocabulary);
    // If no word says anything, all do, for "the" may become "theft".
    const bool all = std::ranges::all_of(words, is_stop_word);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool telling = all || !is_stop_word(words[i]);
        const bool typing = goes_on && i + 1 == words.size();
        ComparedWord word = telling ? compare(words[i], typing, vocabulary)
                                    : compare_stop_word(words[i], vocabulary);
        if (std::ranges::all_of(word.quality, [](float quality) { return quality <= 0; })) {
            continue;
        }
        if (telling) {
            query.telling.push_back(query.words.size());
        }
        query.words.push_back(std::move(word));
    }
    return query;
}

} // namespace

struct SearchIndex::Impl {
    explicit Impl(const Pack& pack) : vocabulary(pack), lines(pack, vocabulary) {
        entries.reserve(pack.cards.size());
        for (const Card& card : pack.cards) {
            entries.push_back({.id = card.id,
                               .title = joined(fold_words(card.title)),
                               .keywords = card.keywords});
        }
    }

    /// A card's score by its words alone: what they are worth, less the more of the query it leaves
    /// unanswered beside the word it answers best.
    double score(std::uint32_t card, const Answer& answer, const Query& query) const {
        const double share = (answer.answered - answer.best_answered + 1) /
                             static_cast<double>(query.telling.size());
        const bool begins = entries[card].title.starts_with(query.whole);
        return (answer.total * share * share) + (begins ? kTitleBegins : 0);
    }

    Vocabulary vocabulary;
    LineIndex lines;
    std::vector<Entry> entries;
};

SearchIndex::SearchIndex(const Pack& pack) : impl_(std::make_unique<Impl>(pack)) {}
SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;

std::vector<Hit> SearchIndex::find(std::string_view query, std::size_t limit) const {
    const Query asked = understood(query, impl_->vocabulary);
    if (limit == 0) {
        return {};
    }
    Tally tally(impl_->vocabulary, impl_->entries.size());
    for (const std::size_t place : asked.telling) {
        tally.add(asked.words[place]);
    }

    // Equal scores keep the pack's order: frameworks first, then situations by title.
    std::vector<std::pair<double, std::uint32_t>> ranked;
    for (const std::uint32_t card : tally.found()) {
        ranked.emplace_back(-impl_->score(card, tally.answers()[card], asked), card);
    }
    const auto best = std::span(ranked).first(std::min(std::max(kLookedAt, limit), ranked.size()));
    std::ranges::partial_sort(ranked, ranked.begin() + static_cast<std::ptrdiff_t>(best.size()));
    for (auto& [negative, card] : best) {
        negative -= kOneLine * impl_->lines.match(card, asked.words);
    }
    std::ranges::sort(best);

    std::vector<Hit> hits;
    for (const auto& [negative, card] : best.first(std::min(limit, best.size()))) {
        const Entry& entry = impl_->entries[card];
        const std::uint16_t reason = tally.answers()[card].reason;
        hits.push_back({.card = entry.id,
                        .reason = std::string(reason == kNoKeyword ? "" : entry.keywords[reason]),
                        .score = -negative});
    }
    return hits;
}

} // namespace cards
