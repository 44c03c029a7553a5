#include "cards/reading_grade.h"

#include "cards/fold.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cards {
namespace {

constexpr std::size_t kLongWord = 3; ///< Syllables.

bool is_vowel(char c) {
    return std::string_view("aeiouy").contains(c);
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// True for the end of a word whose last "e" is spoken for what stands before it: a vowel ("ee"),
/// another consonant and l ("table"), or one of the letters given.
bool speaks_e(std::string_view before, std::string_view letters) {
    if (before.empty() || is_vowel(before.back()) || letters.contains(before.back())) {
        return true;
    }
    const char last_but_one = before.size() > 1 ? before[before.size() - 2] : 'l';
    return before.back() == 'l' && last_but_one != 'l' && !is_vowel(last_but_one);
}

/// True if the word's last vowel is written and not spoken: "late", "called", "lines", but not
/// "table", "wanted" or "places".
bool ends_silent(std::string_view word) {
    if (word.ends_with('e')) {
        return !speaks_e(word.substr(0, word.size() - 1), {});
    }
    if (word.ends_with("ed")) {
        return !speaks_e(word.substr(0, word.size() - 2), "td");
    }
    if (word.ends_with("ches") || word.ends_with("shes")) {
        return false;
    }
    return word.ends_with("es") && !speaks_e(word.substr(0, word.size() - 2), "cgsxz");
}

/// The sentences of one line: its runs of closing marks, and the end if none stands there.
std::size_t count_sentences(std::string_view line) {
    std::size_t sentences = 0;
    bool words_open = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool mark = std::string_view(".!?").contains(line[i]);
        const bool at_end = i + 1 == line.size() || line[i + 1] == ' ';
        if (mark && at_end && words_open) {
            ++sentences;
            words_open = false;
        } else if (!mark && line[i] != ' ') {
            words_open = true;
        }
    }
    return sentences + (words_open ? 1 : 0);
}

} // namespace

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        words += fold_words(text.substr(from, end - from)).empty() ? 0U : 1U;
        from = end + 1;
    }
    return words;
}

std::size_t count_syllables(std::string_view word) {
    const std::string folded = fold(word);
    std::size_t syllables = 0;
    bool after_vowel = false;
    for (const char c : folded) {
        const bool vowel = is_vowel(c);
        syllables += (vowel && !after_vowel) || is_digit(c) ? 1U : 0U;
        after_vowel = vowel;
    }
    if (syllables > 1 && ends_silent(folded)) {
        --syllables;
    }
    return std::max<std::size_t>(1, syllables);
}

double ReadingGrade::grade() const {
    if (words == 0 || sentences == 0) {
        return 0;
    }
    const auto all = static_cast<double>(words);
    return (0.39 * all / static_cast<double>(sentences)) +
           (11.8 * static_cast<double>(syllables) / all) - 15.59;
}

ReadingGrade measure(std::span<const std::string_view> lines) {
    ReadingGrade out;
    for (const std::string_view line : lines) {
        out.sentences += count_sentences(line);
        for (std::string& word : fold_words(line)) {
            const std::size_t syllables = count_syllables(word);
            ++out.words;
            out.syllables += syllables;
            if (syllables >= kLongWord &&
                std::ranges::find(out.long_words, word) == out.long_words.end()) {
                out.long_words.push_back(std::move(word));
            }
        }
    }
    std::ranges::sort(out.long_words, {}, [](const std::string& word) {
        return std::pair(-static_cast<int>(count_syllables(word)), std::string_view(word));
    });
    return out;
}

} // namespace cards
