#include "cards/reading_grade.h"
#include "cards/rule.h"
#include "cards/word_list.h"
#include "i18n/message.h"
#include "i18n/numbers.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace cards {
namespace {

using i18n::tr;
using i18n::tr_plural;

constexpr std::size_t kGoodSayWords = 14;
constexpr std::size_t kMaxSayWords = 27;
constexpr double kMaxGrade = 6;
constexpr std::size_t kMinWordsToGrade = 20; ///< The formula says nothing about less.
constexpr std::size_t kLongWordsNamed = 3;

/// One thing that the card itself says, with its line.
struct SayLine {
    const std::string* text;
    int line;
};

std::vector<SayLine> own_say_lines(const Card& card) {
    std::vector<SayLine> lines;
    for (const Step& step : card.steps) {
        for (std::size_t i = 0; i < std::min(step.say.size(), step.say_lines.size()); ++i) {
            lines.push_back({.text = &step.say[i], .line = step.say_lines[i]});
        }
    }
    return lines;
}

std::string fault_sentence(const ListedWord& word) {
    const std::string phrase = in_quotes(word.phrase);
    const std::string_view better = word.better;
    switch (word.fault) {
    // Translators: here and in the like, {0} is what a card says, {1} what it had better say.
    case Fault::label: return tr("{0} names a kind of person. Better: {1}", phrase, better);
    case Fault::soothing: return tr("{0} mostly makes anger worse. Better: {1}", phrase, better);
    case Fault::threat: return tr("{0} is heard as a threat. Better: {1}", phrase, better);
    case Fault::promise:
        return tr("{0} is a promise that a desk cannot keep. Better: {1}", phrase, better);
    }
    return {};
}

void check_text(const Subject& subject, std::string_view text, int line, bool spoken) {
    if (const auto found = find_listed_word(text, spoken)) {
        subject.report.warning(line, fault_sentence(*found));
    }
}

} // namespace

void check_say_lengths(const Subject& subject) {
    for (const SayLine& say : own_say_lines(subject.card)) {
        const std::size_t words = count_words(*say.text);
        if (words > kMaxSayWords) {
            subject.report.error(
                say.line, tr_plural("This line to say has {0} word; nobody upset can follow "
                                    "more than {1}. Make two or three of it.",
                                    "This line to say has {0} words; nobody upset can follow "
                                    "more than {1}. Make two or three of it.",
                                    words, kMaxSayWords));
        } else if (words > kGoodSayWords) {
            subject.report.warning(
                say.line, tr_plural("This line to say has {0} word; up to {1} are understood by "
                                    "nearly everybody. Shorten it or make two of it.",
                                    "This line to say has {0} words; up to {1} are understood by "
                                    "nearly everybody. Shorten it or make two of it.",
                                    words, kGoodSayWords));
        }
    }
}

void check_grade(const Subject& subject) {
    std::vector<std::string> lines;
    for (const SayLine& say : own_say_lines(subject.card)) {
        lines.push_back(*say.text);
    }
    const ReadingGrade reading = measure(lines);
    if (!subject.english || reading.words < kMinWordsToGrade || reading.grade() <= kMaxGrade) {
        return;
    }
    std::vector<std::string> named;
    for (const std::string& word : reading.long_words) {
        if (named.size() < kLongWordsNamed) {
            named.push_back(in_quotes(word));
        }
    }
    const std::string grade = i18n::decimal(reading.grade(), 1);
    subject.report.warning(
        subject.card.lines.title,
        named.empty()
            ? tr("What this card says reads at school grade {0} (Flesch-Kincaid); keep it at 6 or "
                 "below, with shorter sentences and plainer words.",
                 grade)
            : tr("What this card says reads at school grade {0} (Flesch-Kincaid); keep it at 6 or "
                 "below, with shorter sentences and plainer words than {1}.",
                 grade, listed(named)));
}

void check_words(const Subject& subject) {
    if (!subject.english) {
        return;
    }
    const Card& card = subject.card;
    check_text(subject, card.title, card.lines.title, false);
    check_text(subject, card.summary, card.lines.summary, false);
    for (const std::string& keyword : card.keywords) {
        check_text(subject, keyword, card.lines.keywords, false);
    }
    for (const Step& step : card.steps) {
        if (step.line > 0) {
            check_text(subject, step.title, step.line, false);
        }
        for (std::size_t i = 0; i < std::min(step.actions.size(), step.action_lines.size()); ++i) {
            check_text(subject, step.actions[i], step.action_lines[i], false);
        }
    }
    for (const SayLine& say : own_say_lines(card)) {
        check_text(subject, *say.text, say.line, true);
    }
}

} // namespace cards
