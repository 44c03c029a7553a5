#include "cards/reading_grade.h"
#include "cards/rule.h"
#include "cards/say_lines.h"
#include "cards/word_list.h"
#include "i18n/message.h"
#include "i18n/numbers.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace cards {
namespace {

using i18n::tr;
using i18n::tr_plural;

constexpr std::size_t kMinWordsToGrade = 20; ///< The formula says nothing about less.
constexpr std::size_t kLongWordsNamed = 3;

std::string fault_sentence(const ListedWord& word) {
    const std::string phrase = in_quotes(word.phrase);
    const std::string_view better = word.better;
    switch (word.fault) {
    // Translators: here and in the like, {0} is what a card says, {1} what it had better say.
    case Fault::label: return tr("{0} names a kind of person. Better: {1}", phrase, better);
    case Fault::description:
        return tr("{0} describes a person; cards are about conduct. Better: {1}", phrase, better);
    case Fault::guess: return tr("{0} is a guess about a person. Better: {1}", phrase, better);
    case Fault::medicine: return tr("{0} goes beyond first aid. Better: {1}", phrase, better);
    case Fault::soothing: return tr("{0} mostly makes anger worse. Better: {1}", phrase, better);
    case Fault::threat: return tr("{0} is heard as a threat. Better: {1}", phrase, better);
    case Fault::promise:
        return tr("{0} is a promise that a desk cannot keep. Better: {1}", phrase, better);
    }
    return {};
}

using CheckText = void (*)(const Pack&, Report&, std::string_view text, int line, Place place);

/// Hands over everything that the card's own file says, but what to avoid: that may quote anything.
void for_each_text(const Subject& subject, CheckText check_text) {
    const Card& card = subject.card;
    const auto check = [&](std::string_view text, int line, Place place) {
        check_text(subject.pack, subject.report, text, line, place);
    };
    check(card.title, card.lines.title, Place::shown);
    check(card.summary, card.lines.summary, Place::shown);
    for (const std::string_view keyword : card.keywords) {
        check(keyword, card.lines.keywords, Place::keyword);
    }
    for (const Step& step : card.steps) {
        if (step.line > 0) {
            check(step.title, step.line, Place::shown);
        }
        for (auto action = step.actions.begin(); const int line : step.action_lines) {
            check(*action++, line, Place::action);
        }
    }
    for (const SayLine& say : own_say_lines(card)) {
        check(say.text, say.line, Place::spoken);
    }
}

void check_listed(const Pack& pack, Report& report, std::string_view text, int line, Place place) {
    if (const auto found = find_listed_word(text, place, pack)) {
        report.warning(line, fault_sentence(*found));
    }
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// The first "Mr. Lee" of a text; empty if there is none.
std::string find_name(std::string_view text) {
    constexpr std::array<std::string_view, 6> kBefore{"Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms"};
    std::string_view before;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        const std::string_view word = text.substr(from, end - from);
        if (!before.empty() && word.size() > 1 && is_capital(word.front())) {
            return std::string(before) + " " +
                   std::string(word.substr(0, word.find_first_of(".,;:!?")));
        }
        before = std::ranges::find(kBefore, word) != kBefore.end() ? word : std::string_view();
        from = end + 1;
    }
    return {};
}

void check_name(const Pack& /*pack*/, Report& report, std::string_view text, int line,
                Place /*place*/) {
    if (const std::string name = find_name(text); !name.empty()) {
        report.warning(line, tr("{0} is a name. A card names no patron, and staff by their role, "
                                "such as: the person in charge.",
                                in_quotes(name)));
    }
}

std::string say_words_sentence(std::size_t words, const RuleLimits& limits) {
    return limits.own
               ? tr_plural("This line to say has {0} word; this pack allows {1}. Shorten it or "
                           "make two of it.",
                           "This line to say has {0} words; this pack allows {1}. Shorten it or "
                           "make two of it.",
                           words, limits.most)
               : tr_plural("This line to say has {0} word; up to {1} are understood by nearly "
                           "everybody. Shorten it or make two of it.",
                           "This line to say has {0} words; up to {1} are understood by nearly "
                           "everybody. Shorten it or make two of it.",
                           words, limits.most);
}

std::string ceiling_sentence(std::size_t words, const RuleLimits& limits) {
    return limits.own
               ? tr_plural("This line to say has {0} word; this pack allows {1}. Make two or three "
                           "of it.",
                           "This line to say has {0} words; this pack allows {1}. Make two or "
                           "three of it.",
                           words, limits.most)
               : tr_plural("This line to say has {0} word; nobody upset can follow more than {1}. "
                           "Make two or three of it.",
                           "This line to say has {0} words; nobody upset can follow more than {1}. "
                           "Make two or three of it.",
                           words, limits.most);
}

} // namespace

void check_say_words(const Subject& subject) {
    const RuleLimits limits = limits_of(subject, RuleId::say_words);
    const RuleLimits ceiling = limits_of(subject, RuleId::say_words_ceiling);
    for (const SayLine& say : own_say_lines(subject.card)) {
        const std::size_t words = count_words(say.text);
        const bool is_error = ceiling.on && words > ceiling.most;
        if (words > limits.most && !is_error) {
            subject.report.warning(say.line, say_words_sentence(words, limits));
        }
    }
}

void check_say_ceiling(const Subject& subject) {
    const RuleLimits limits = limits_of(subject, RuleId::say_words_ceiling);
    for (const SayLine& say : own_say_lines(subject.card)) {
        if (const std::size_t words = count_words(say.text); words > limits.most) {
            subject.report.error(say.line, ceiling_sentence(words, limits));
        }
    }
}

void check_say_lines(const Subject& subject) {
    const std::size_t most = limits_of(subject, RuleId::say_lines).most;
    for (const Step& step : subject.card.steps) {
        if (step.say_lines.size() > most) {
            subject.report.warning(
                step.line,
                tr_plural("This step has {0} line to say; keep {1} at most, the best first.",
                          "This step has {0} lines to say; keep {1} at most, the best first.",
                          step.say_lines.size(), most));
        }
    }
}

void check_grade(const Subject& subject) {
    std::vector<std::string_view> lines;
    for (const SayLine& say : own_say_lines(subject.card)) {
        lines.push_back(say.text);
    }
    const std::size_t most = limits_of(subject, RuleId::reading_grade).most;
    const ReadingGrade reading = measure(lines);
    if (!subject.english || reading.words < kMinWordsToGrade ||
        reading.grade() <= static_cast<double>(most)) {
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
            ? tr("What this card says reads at school grade {0} (Flesch-Kincaid); keep it at {1} "
                 "or below, with shorter sentences and plainer words.",
                 grade, most)
            : tr("What this card says reads at school grade {0} (Flesch-Kincaid); keep it at {1} "
                 "or below, with shorter sentences and plainer words than {2}.",
                 grade, most, listed(named)));
}

void check_listed_words(const Subject& subject) {
    if (subject.english) {
        for_each_text(subject, check_listed);
    }
}

void check_practice_words(const Pack& pack, const Practice& practice, Report& report) {
    const bool names = limits_of(pack, RuleId::patron_names).on;
    const auto check = [&](std::string_view text, int line) {
        check_listed(pack, report, text, line, Place::shown);
        if (names) {
            check_name(pack, report, text, line, Place::shown);
        }
    };
    check(practice.title, 0);
    check(practice.summary, 0);
    for (const Turn& turn : practice.turns) {
        check(turn.title, turn.line);
        check(turn.happens, turn.line);
        for (const Reply& reply : turn.replies) {
            check(reply.why, reply.line);
        }
    }
}

void check_names(const Subject& subject) {
    if (subject.english) {
        for_each_text(subject, check_name);
    }
}

} // namespace cards
