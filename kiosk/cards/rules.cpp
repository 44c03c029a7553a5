#include "cards/rules.h"

#include "cards/fold.h"
#include "cards/reading_grade.h"
#include "cards/report.h"
#include "cards/rule.h"
#include "i18n/message.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace cards {
namespace {

using i18n::tr;
using i18n::tr_plural;

std::string step_name_sentence(std::size_t words, const RuleLimits& limits) {
    return limits.own ? tr_plural("This step's name has {0} word; this pack allows {1}. Shorten "
                                  "it.",
                                  "This step's name has {0} words; this pack allows {1}. Shorten "
                                  "it.",
                                  words, limits.most)
                      : tr_plural("This step's name has {0} word; at most {1} are taken in at a "
                                  "glance. Shorten it.",
                                  "This step's name has {0} words; at most {1} are taken in at a "
                                  "glance. Shorten it.",
                                  words, limits.most);
}

void check_step_names(const Subject& subject) {
    const RuleLimits limits = limits_of(subject, RuleId::step_name_words);
    for (const Step& step : subject.card.steps) {
        const std::size_t words = count_words(step.title);
        if (step.line > 0 && words > limits.most) {
            subject.report.warning(step.line, step_name_sentence(words, limits));
        }
    }
}

/// Situations have as many steps as their framework, so only frameworks are asked.
void check_step_count(const Subject& subject) {
    const RuleLimits limits = limits_of(subject, RuleId::steps);
    const std::size_t steps = subject.card.steps.size();
    if (subject.card.kind != Card::Kind::framework ||
        (steps >= limits.least && steps <= limits.most)) {
        return;
    }
    subject.report.warning(
        subject.card.lines.title,
        limits.own ? tr_plural("This acronym has {0} step; this pack allows {1} to {2}.",
                               "This acronym has {0} steps; this pack allows {1} to {2}.", steps,
                               limits.least, limits.most)
                   : tr_plural("This acronym has {0} step; people keep {1} to {2} in mind.",
                               "This acronym has {0} steps; people keep {1} to {2} in mind.", steps,
                               limits.least, limits.most));
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

/// What checks a rule, unless the pack has switched it off.
struct Checker {
    RuleId rule;
    void (*check)(const Subject&);
};

constexpr std::array kCheckers{
    Checker{RuleId::step_name_words, check_step_names},
    Checker{RuleId::say_words, check_say_words},
    Checker{RuleId::say_words_ceiling, check_say_ceiling},
    Checker{RuleId::say_lines, check_say_lines},
    Checker{RuleId::steps, check_step_count},
    Checker{RuleId::empty_step, check_empty_steps},
    Checker{RuleId::reading_grade, check_grade},
    Checker{RuleId::review, check_review},
    Checker{RuleId::yellow_to_red, check_worse},
    Checker{RuleId::red_safety, check_red_safety},
    Checker{RuleId::red_call, check_red_call},
    Checker{RuleId::call_first, check_call_first},
    Checker{RuleId::patron_names, check_names},
};

} // namespace

std::vector<Problem> check_rules(const Pack& pack) {
    const bool english = is_english(pack);
    std::vector<Problem> problems;
    for (const Card& card : pack.cards) {
        Report report(card.file);
        const Subject subject{.pack = pack, .card = card, .english = english, .report = report};
        for (const auto& [rule, check] : kCheckers) {
            if (limits_of(pack, rule).on) {
                check(subject);
            }
        }
        check_listed_words(subject); // Knows which of its rules are on.
        std::ranges::move(std::move(report).take(), std::back_inserter(problems));
    }
    for (const Practice& practice : pack.practices) {
        Report report(practice.file);
        if (english) {
            check_practice_words(pack, practice, report);
        }
        std::ranges::move(std::move(report).take(), std::back_inserter(problems));
    }
    sort_problems(problems);
    return problems;
}

} // namespace cards
