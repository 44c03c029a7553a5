#include "cards/rules.h"

#include "cards/fold.h"
#include "cards/reading_grade.h"
#include "cards/report.h"
#include "cards/rule.h"
#include "i18n/message.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <utility>

namespace cards {
namespace {

using i18n::tr;
using i18n::tr_plural;

constexpr std::size_t kMaxNameWords = 7;
constexpr std::size_t kMinSteps = 3;
constexpr std::size_t kMaxSteps = 7;

void check_step_names(const Subject& subject) {
    for (const Step& step : subject.card.steps) {
        const std::size_t words = count_words(step.title);
        if (step.line > 0 && words > kMaxNameWords) {
            subject.report.warning(
                step.line, tr_plural("This step's name has {0} word; at most {1} are taken "
                                     "in at a glance. Shorten it.",
                                     "This step's name has {0} words; at most {1} are taken "
                                     "in at a glance. Shorten it.",
                                     words, kMaxNameWords));
        }
    }
}

/// Situations have as many steps as their framework, so only frameworks are asked.
void check_step_count(const Subject& subject) {
    const std::size_t steps = subject.card.steps.size();
    if (subject.card.kind == Card::Kind::framework && (steps < kMinSteps || steps > kMaxSteps)) {
        subject.report.warning(subject.card.lines.title,
                               tr_plural("This acronym has {0} step; people keep {1} to {2} in "
                                         "mind.",
                                         "This acronym has {0} steps; people keep {1} to {2} in "
                                         "mind.",
                                         steps, kMinSteps, kMaxSteps));
    }
}

void check_empty_steps(const Subject& subject) {
    for (const Step& step : subject.card.steps) {
        if (step.line > 0 && step.say.empty() && step.actions.empty()) {
            subject.report.warning(step.line,
                                   tr("This step has nothing to say and nothing to do. Write a "
                                      "line that begins with > or a hyphen."));
        }
    }
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
                               // Translators: {0} is one or more of a card's keys: reviewed,
                               // review-by and reviewer.
                               tr("This card does not say {0}. Write when and by whom it was "
                                  "checked, and when it is due again.",
                                  listed(missing)));
    }
    // ISO dates sort as text.
    if (!card.reviewed.empty() && !card.review_by.empty() && card.review_by <= card.reviewed) {
        subject.report.warning(card.lines.review_by,
                               // Translators: "review-by" and "reviewed" are a card's keys.
                               tr("The date in review-by should come after the one in reviewed."));
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
                               // Translators: {1} is a code as a card writes it, in English.
                               tr("A card of code yellow leads to red when it gets worse, but {0} "
                                  "is {1}. Name a red card, or take the line out.",
                                  in_quotes(card.worse), to_string(worse->code)));
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
        subject.report.warning(
            card.lines.title, tr("A red card begins with safety. Let its first step say how to get "
                                 "clear or whom to call."));
    }
    if (lost(says_whom_to_call)) {
        subject.report.warning(card.lines.title,
                               tr("A red card says whom to call. Write it as something to do, such "
                                  "as: Call 911."));
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
    sort_problems(problems);
    return problems;
}

} // namespace cards
