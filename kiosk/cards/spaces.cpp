#include "cards/spaces.h"

#include "cards/word_match.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace cards {
namespace {

constexpr std::size_t kMinJoined = 5; ///< Bytes; shorter words begin alike by chance.
constexpr std::size_t kMinLeft = 2;
constexpr std::size_t kMinRight = 3;

bool knows(const Vocabulary& vocabulary, const std::string& word) {
    return vocabulary.place_of(word).has_value();
}

bool is_one_word(const std::string& left, const std::string& right, const Vocabulary& vocabulary) {
    return left.size() + right.size() >= kMinJoined &&
           (!knows(vocabulary, left) || !knows(vocabulary, right)) &&
           vocabulary.has_beginning(left + right);
}

/// The two words that one consists of, the first as long as may be.
std::optional<std::pair<std::string, std::string>> split(const std::string& word, bool typing,
                                                         const Vocabulary& vocabulary) {
    for (std::size_t at = word.size() - kMinRight; at >= kMinLeft; --at) {
        const std::string left = word.substr(0, at);
        const std::string right = word.substr(at);
        if (knows(vocabulary, left) &&
            (typing ? vocabulary.has_beginning(right) : knows(vocabulary, right))) {
            return std::pair(left, right);
        }
    }
    return {};
}

/// True if the pack has a word that this one may be, slips forgiven.
bool is_like_a_word(const std::string& word, bool typing, const Vocabulary& vocabulary) {
    const QueryWord typed(word, typing);
    return std::ranges::any_of(vocabulary.words(), [&](const VocabularyWord& known) {
        return typed.quality(known) > kLongerThanWord;
    });
}

} // namespace

std::vector<std::string> mend_spaces(const std::vector<std::string>& words, bool typing,
                                     const Vocabulary& vocabulary) {
    std::vector<std::string> mended;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i + 1 < words.size() && is_one_word(words[i], words[i + 1], vocabulary)) {
            mended.push_back(words[i] + words[i + 1]);
            ++i;
            continue;
        }
        const bool goes_on = typing && i + 1 == words.size();
        if (words[i].size() >= kMinLeft + kMinRight &&
            !is_like_a_word(words[i], goes_on, vocabulary)) {
            if (auto parts = split(words[i], goes_on, vocabulary)) {
                mended.push_back(std::move(parts->first));
                mended.push_back(std::move(parts->second));
                continue;
            }
        }
        mended.push_back(words[i]);
    }
    return mended;
}

} // namespace cards
