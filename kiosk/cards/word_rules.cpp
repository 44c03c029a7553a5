#include "cards/reading_grade.h"
#include "cards/rule.h"
#include "cards/word_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace cards {
namespace {

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

std::string one_decimal(double value) {
    std::array<char, 32> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 1);
    return {text.data(), end};
}

std::string_view fault_sentence(Fault fault) {
    switch (fault) {
    case Fault::label: return " names a kind of person. Better: ";
    case Fault::soothing: return " mostly makes anger worse. Better: ";
    case Fault::threat: return " is heard as a threat. Better: ";
    case Fault::promise: return " is a promise that a desk cannot keep. Better: ";
    }
    return {};
}

void check_text(const Subject& subject, std::string_view text, int line, bool spoken) {
    if (const auto found = find_listed_word(text, spoken)) {
        subject.report.warning(line, in_quotes(found->phrase) +
                                         std::string(fault_sentence(found->fault)) +
                                         std::string(found->better));
    }
}

} // namespace

void check_say_lengths(const Subject& subject) {
    for (const SayLine& say : own_say_lines(subject.card)) {
        const std::size_t words = count_words(*say.text);
        const std::string begin = "This line to say has " + counted(words, "word") + "; ";
        if (words > kMaxSayWords) {
            subject.report.error(say.line, begin + "nobody upset can follow more than " +
                                               std::to_string(kMaxSayWords) +
                                               ". Make two or three of it.");
        } else if (words > kGoodSayWords) {
            subject.report.warning(say.line, begin + "up to " + std::to_string(kGoodSayWords) +
                                                 " are understood by nearly everybody. Shorten it "
                                                 "or make two of it.");
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
    subject.report.warning(
        subject.card.lines.title,
        "What this card says reads at school grade " + one_decimal(reading.grade()) +
            " (Flesch-Kincaid); keep it at 6 or below, with shorter sentences and plainer words" +
            (named.empty() ? "." : " than " + listed(named) + "."));
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
