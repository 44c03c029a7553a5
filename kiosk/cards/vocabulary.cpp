#include "cards/vocabulary.h"

#include "cards/fold.h"
#include "cards/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace cards {
namespace {

constexpr std::size_t kMinStem = 3;

constexpr std::array<std::string_view, 44> kStopWords{
    "a",    "about", "an",   "and",  "are", "as",  "at",  "be",  "by",  "can",  "do",
    "does", "for",   "from", "has",  "he",  "her", "him", "i",   "if",  "in",   "is",
    "it",   "its",   "me",   "my",   "of",  "on",  "or",  "our", "she", "so",   "that",
    "the",  "their", "they", "this", "to",  "us",  "was", "we",  "who", "with", "you"};
static_assert(std::ranges::is_sorted(kStopWords));

/// English endings, the longest first where one ends in another.
constexpr std::array<std::u32string_view, 7> kWordEndings{U"ings", U"ing", U"ers", U"ed",
                                                          U"er",   U"es",  U"s"};

/// Collects postings while the fields are read.
class Collector {
public:
    void add(std::string_view text, const Posting& posting) {
        for (const std::string& word : fold_words(text)) {
            add_word(word, posting);
        }
        add_joined(text, posting);
    }

    const auto& words() const { return words_; }

private:
    void add_word(const std::string& word, const Posting& posting);
    void add_joined(std::string_view text, const Posting& posting);

    std::map<std::string, std::vector<Posting>, std::less<>> words_;
};

void Collector::add_word(const std::string& word, const Posting& posting) {
    std::vector<Posting>& postings = words_[word];
    if (is_stop_word(word)) {
        return;
    }
    if (postings.empty() || postings.back().card != posting.card) {
        postings.push_back(posting);
    } else if (posting.field < postings.back().field) {
        postings.back() = posting;
    }
}

/// Words with hyphens are found written as one, too: "wi-fi" as "wifi".
void Collector::add_joined(std::string_view text, const Posting& posting) {
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        const std::string_view chunk = text.substr(from, end - from);
        from = end + 1;
        if (!chunk.contains('-')) {
            continue;
        }
        std::string joined;
        for (const std::string& word : fold_words(chunk)) {
            joined += word;
        }
        if (!joined.empty()) {
            add_word(joined, posting);
        }
    }
}

/// The acronym of each framework, by its id.
using Acronyms = std::map<std::string_view, std::string_view>;

Acronyms acronyms_of(const Pack& pack) {
    Acronyms acronyms;
    for (const Card& card : pack.cards) {
        if (card.kind == Card::Kind::framework) {
            acronyms.emplace(card.id, card.title);
        }
    }
    return acronyms;
}

void collect_card(const Pack& pack, std::size_t index, const std::vector<std::string_view>& titles,
                  const Acronyms& acronyms, Collector& collector) {
    const Card& card = pack.cards[index];
    Posting posting{.card = static_cast<std::uint32_t>(index), .field = Field::title};
    collector.add(card.title, posting);
    posting.field = Field::keyword;
    for (const std::string_view keyword : card.keywords) {
        collector.add(keyword, posting);
        ++posting.keyword;
    }
    posting.keyword = 0;
    posting.field = Field::step;
    for (const std::string_view title : titles) {
        collector.add(title, posting);
    }
    posting.field = Field::summary;
    collector.add(card.summary, posting);
    posting.field = Field::framework;
    if (const auto framework = acronyms.find(card.framework); framework != acronyms.end()) {
        collector.add(framework->second, posting);
    }
    posting.field = Field::code;
    collector.add(pack.info(card.code).name, posting);
    const std::string& colour = pack.info(card.code).colour;
    collector.add(colour.empty() ? to_string(card.code) : std::string_view(colour), posting);
}

double rarity(std::size_t with_word, std::size_t cards) {
    const auto all = static_cast<double>(cards);
    const double rare = std::log1p(all / static_cast<double>(with_word)) / std::log1p(all);
    return 0.6 + (0.4 * rare);
}

} // namespace

Vocabulary::Vocabulary(const Pack& pack) {
    Collector collector;
    const Acronyms acronyms = acronyms_of(pack);
    const auto titles = own_titles(pack);
    for (std::size_t i = 0; i < pack.cards.size(); ++i) {
        collect_card(pack, i, titles[i], acronyms, collector);
    }
    words_.reserve(collector.words().size());
    for (const auto& [text, postings] : collector.words()) {
        VocabularyWord word;
        word.text = to_code_points(text);
        word.stem = stem_of(word.text);
        word.letters = letter_set(word.text);
        word.rarity = postings.empty() ? 0 : rarity(postings.size(), pack.cards.size());
        word.first = postings_.size();
        word.count = postings.size();
        postings_.insert(postings_.end(), postings.begin(), postings.end());
        words_.push_back(std::move(word));
    }
    postings_.shrink_to_fit();
}

std::optional<std::size_t> Vocabulary::place_of(std::string_view word) const {
    const std::u32string text = to_code_points(word);
    const auto at = std::ranges::lower_bound(words_, text, {}, &VocabularyWord::text);
    if (at == words_.end() || at->text != text) {
        return {};
    }
    return static_cast<std::size_t>(at - words_.begin());
}

std::u32string to_code_points(std::string_view word) {
    std::u32string out;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = code_point_at(word, at);
        out += point.value;
        at += point.size;
    }
    return out;
}

std::uint64_t letter_set(std::u32string_view word) {
    std::uint64_t set = 0;
    for (const char32_t letter : word) {
        const bool latin = letter >= U'a' && letter <= U'z';
        set |= 1ULL << (latin ? letter - U'a' : 26 + (letter % 38));
    }
    return set;
}

std::u32string stem_of(std::u32string_view word) {
    const auto* const ending = std::ranges::find_if(kWordEndings, [&](std::u32string_view end) {
        return word.ends_with(end) && word.size() >= end.size() + kMinStem;
    });
    if (ending != kWordEndings.end() && !word.ends_with(U"ss")) {
        word.remove_suffix(ending->size());
    }
    const std::size_t size = word.size();
    const bool doubled = size > kMinStem && word[size - 1] == word[size - 2];
    if (doubled || (size > kMinStem && word.ends_with(U'e'))) {
        word.remove_suffix(1); // "hitting" and "hit", "smoking" and "smoke".
    }
    return std::u32string(word);
}

bool Vocabulary::has_beginning(std::string_view beginning) const {
    const std::u32string text = to_code_points(beginning);
    const auto at = std::ranges::lower_bound(words_, text, {}, &VocabularyWord::text);
    return at != words_.end() && at->text.starts_with(text);
}

double weight_of(const VocabularyWord& word) {
    return word.count == 0 ? kStopWordWeight : 1;
}

std::vector<std::vector<std::string_view>> own_titles(const Pack& pack) {
    std::set<std::pair<std::string_view, std::string_view>> of_frameworks;
    for (const Card& card : pack.cards) {
        if (card.kind == Card::Kind::framework) {
            for (const Step& step : card.steps) {
                of_frameworks.emplace(card.id, step.title);
            }
        }
    }
    std::vector<std::vector<std::string_view>> titles(pack.cards.size());
    for (std::size_t i = 0; i < pack.cards.size(); ++i) {
        const Card& card = pack.cards[i];
        for (const Step& step : card.steps) {
            if (card.kind == Card::Kind::framework ||
                (step.line > 0 && !of_frameworks.contains({card.framework, step.title}))) {
                titles[i].emplace_back(step.title);
            }
        }
    }
    return titles;
}

bool is_stop_word(std::string_view word) {
    return std::ranges::binary_search(kStopWords, word);
}

} // namespace cards
