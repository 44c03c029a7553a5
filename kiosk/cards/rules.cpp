#include "cards/rules.h"

#include "cards/fold.h"
#include "cards/reading_grade.h"
#include "cards/report.h"
#include "cards/word_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <span>
#include <tuple>
#include <utility>

namespace cards {
namespace {

constexpr std::size_t kMaxNameWords = 7;
constexpr std::size_t kGoodSayWords = 14;
constexpr std::size_t kMaxSayWords = 27;
constexpr std::size_t kMinSteps = 3;
constexpr std::size_t kMaxSteps = 7;
constexpr double kMaxGrade = 6;
constexpr std::size_t kMinWordsToGrade = 20; ///< The formula says nothing about less.
constexpr std::size_t kLongWordsNamed = 3;

/// What a rule may look at, and where it reports.
struct Subject {
    const Pack& pack;
    const Card& card;
    bool english;
    Report& report;
};

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

void check_step_names(const Subject& subject) {
    for (const Step& step : subject.card.steps) {
        const std::size_t words = count_words(step.title);
        if (step.line > 0 && words > kMaxNameWords) {
            subject.report.warning(step.line, "This step's name has " + counted(words, "word") +
                                                  "; at most " + std::to_string(kMaxNameWords) +
                                                  " are taken in at a glance. Shorten it.");
        }
    }
}

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

/// Situations have as many steps as their framework, so only frameworks are asked.
void check_step_count(const Subject& subject) {
    const std::size_t steps = subject.card.steps.size();
    if (subject.card.kind == Card::Kind::framework && (steps < kMinSteps || steps > kMaxSteps)) {
        subject.report.warning(subject.card.lines.title,
                               "This acronym has " + counted(steps, "step") + "; people keep " +
                                   std::to_string(kMinSteps) + " to " + std::to_string(kMaxSteps) +
                                   " in mind.");
    }
}

void check_empty_steps(const Subject& subject) {
    for (const Step& step : subject.card.steps) {
        if (step.line > 0 && step.say.empty() && step.actions.empty()) {
            subject.report.warning(step.line, "This step has nothing to say and nothing to do. "
                                              "Write a line that begins with > or a hyphen.");
        }
    }
}

std::string one_decimal(double value) {
    std::array<char, 32> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 1);
    return {text.data(), end};
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
            named.push_back(quoted(word));
        }
    }
    subject.report.warning(
        subject.card.lines.title,
        "What this card says reads at school grade " + one_decimal(reading.grade()) +
            " (Flesch-Kincaid); keep it at 6 or below, with shorter sentences and plainer words" +
            (named.empty() ? "." : " than " + listed(named) + "."));
}

void check_review(const Subject& subject) {
    const Card& card = subject.card;
    std::vector<std::string> missing;
    const std::array<std::pair<std::string_view, const std::string*>, 3> keys{
        {{"reviewed", &card.reviewed},
         {"review-by", &card.review_by},
         {"reviewer", &card.reviewer}}};
    for (const auto& [key, value] : keys) {
        if (value->empty()) {
            missing.emplace_back(key);
        }
    }
    if (!missing.empty()) {
        subject.report.warning(card.lines.title,
                               "This card does not say " + listed(missing) +
                                   ". Write when and by whom it was checked, and when it is due "
                                   "again.");
    }
    // ISO dates sort as text.
    if (!card.reviewed.empty() && !card.review_by.empty() && card.review_by <= card.reviewed) {
        subject.report.warning(card.lines.review_by,
                               "The date in review-by should come after the one in reviewed.");
    }
}

void check_worse(const Subject& subject) {
    const Card& card = subject.card;
    if (card.code != Code::yellow || card.worse.empty()) {
        return; // Without one, the framework of code red is where it leads.
    }
    const Card* const worse = subject.pack.find(card.worse);
    if (worse != nullptr && worse->code != Code::red) {
        subject.report.warning(card.lines.worse,
                               "A card of code yellow leads to red when it gets worse, but " +
                                   quoted(card.worse) + " is " +
                                   std::string(to_string(worse->code)) +
                                   ". Name a red card, or take the line out.");
    }
}

bool has_any(std::string_view text, std::span<const std::string_view> wanted) {
    const std::vector<std::string> words = fold_words(text);
    return std::ranges::any_of(words, [&](const std::string& word) {
        return std::ranges::find(wanted, word) != wanted.end();
    });
}

std::string text_of(const Step& step) {
    std::string text = step.title;
    for (const std::vector<std::string>* const part : {&step.say, &step.actions}) {
        for (const std::string& line : *part) {
            text += ' ' + line;
        }
    }
    return text;
}

constexpr std::array<std::string_view, 7> kCallWords{"911",    "112",      "999",  "call",
                                                     "police", "security", "alert"};
constexpr std::array<std::string_view, 13> kSafetyWords{
    "safe",     "safety", "space", "back", "away",    "clear", "leave",
    "distance", "exit",   "out",   "door", "protect", "move"};

bool begins_with_safety(const Card& card) {
    const std::string first = card.steps.empty() ? std::string() : text_of(card.steps.front());
    return has_any(first, kSafetyWords) || has_any(first, kCallWords);
}

bool says_whom_to_call(const Card& card) {
    return std::ranges::any_of(card.steps,
                               [](const Step& step) { return has_any(text_of(step), kCallWords); });
}

void check_red(const Subject& subject) {
    const Card& card = subject.card;
    if (card.code != Code::red || !subject.english) {
        return;
    }
    const Card* const framework = subject.pack.find(card.framework);
    const auto lost = [&](auto&& holds) {
        const bool own = card.kind == Card::Kind::framework || framework == nullptr;
        return !holds(card) && (own || holds(*framework));
    };
    if (lost(begins_with_safety)) {
        subject.report.warning(card.lines.title, "A red card begins with safety. Let its first "
                                                 "step say how to get clear or whom to call.");
    }
    if (lost(says_whom_to_call)) {
        subject.report.warning(card.lines.title, "A red card says whom to call. Write it as "
                                                 "something to do, such as: Call 911.");
    }
}

std::string_view fault_sentence(Fault fault) {
    switch (fault) {
    case Fault::label:
        return " names a kind of person. Better: ";
    case Fault::soothing:
        return " mostly makes anger worse. Better: ";
    case Fault::threat:
        return " is heard as a threat. Better: ";
    case Fault::promise:
        return " is a promise that a desk cannot keep. Better: ";
    }
    return {};
}

void check_text(const Subject& subject, std::string_view text, int line, bool spoken) {
    if (const auto found = find_listed_word(text, spoken)) {
        subject.report.warning(line, quoted(found->phrase) +
                                         std::string(fault_sentence(found->fault)) +
                                         std::string(found->better));
    }
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

constexpr std::array kRules{check_step_names,  check_say_lengths, check_step_count,
                            check_empty_steps, check_grade,       check_review,
                            check_worse,       check_red,         check_words};

} // namespace

std::vector<Problem> check_rules(const Pack& pack) {
    const bool english = pack.locale.empty() || fold(pack.locale).starts_with("en");
    std::vector<Problem> problems;
    for (const Card& card : pack.cards) {
        Report report(card.file);
        for (const auto rule : kRules) {
            rule({.pack = pack, .card = card, .english = english, .report = report});
        }
        std::ranges::move(std::move(report).take(), std::back_inserter(problems));
    }
    std::ranges::stable_sort(problems, {}, [](const Problem& problem) {
        return std::tuple<const std::string&, int>(problem.file, problem.line);
    });
    return problems;
}

} // namespace cards
