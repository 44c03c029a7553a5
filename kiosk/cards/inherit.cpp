#include "cards/inherit.h"

#include "cards/fold.h"
#include "cards/limits.h"
#include "cards/utf8.h"
#include "i18n/message.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cards {
namespace {

using i18n::Message;
using i18n::message;
using i18n::tr;
using i18n::tr_plural;

/// The text's letters and digits one by one, as they are written.
std::vector<std::string> letters_of(std::string_view text) {
    std::vector<std::string> letters;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        std::string letter(text.substr(at, point.size));
        if (!fold_words(letter).empty()) {
            letters.push_back(std::move(letter));
        }
        at += point.size;
    }
    return letters;
}

std::string first_letter(std::string_view text) {
    const std::vector<std::string> letters = letters_of(text.substr(0, 4 * kMaxStepTitle));
    return letters.empty() ? std::string() : letters.front();
}

bool same_letter(std::string_view a, std::string_view b) {
    return fold(a) == fold(b);
}

/// "first" to "twelfth", which is as long as an acronym may be.
std::string_view ordinal(std::size_t index) {
    static constexpr std::array<Message, kMaxAcronym> kOrdinals{
        message("step", "first"),   message("step", "second"),   message("step", "third"),
        message("step", "fourth"),  message("step", "fifth"),    message("step", "sixth"),
        message("step", "seventh"), message("step", "eighth"),   message("step", "ninth"),
        message("step", "tenth"),   message("step", "eleventh"), message("step", "twelfth")};
    return (index < kOrdinals.size() ? kOrdinals.at(index) : message("step", "next")).view();
}

/// A letter in a sentence: as a capital if it is an ASCII one.
std::string capital(std::string letter) {
    if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z') {
        letter[0] = static_cast<char>(letter[0] - 'a' + 'A');
    }
    return letter;
}

std::vector<std::string> first_letters(const std::vector<WrittenStep>& steps) {
    std::vector<std::string> letters;
    letters.reserve(steps.size());
    for (const WrittenStep& step : steps) {
        letters.push_back(capital(first_letter(step.title)));
    }
    return letters;
}

/// What is wrong between an acronym and its steps, at the line where it shows; nothing if they fit.
Line spelling_problem(const CardDraft& draft, const std::vector<std::string>& letters) {
    const std::string& title = draft.card.title;
    const std::vector<WrittenStep>& steps = draft.steps;
    const std::string starts = listed(first_letters(steps));
    for (std::size_t i = 0; i < std::min(steps.size(), letters.size()); ++i) {
        const std::string letter = first_letter(steps[i].title); // Empty if still to be written.
        if (!letter.empty() && !same_letter(letter, letters[i])) {
            // Translators: {0} is an acronym, {1} letters, {2} "first", "second" and so on.
            return {.text = tr("The steps of {0} start with {1}; the {2} should start with {3}.",
                               title, starts, ordinal(i), capital(letters[i])),
                    .line = steps[i].line};
        }
    }
    if (steps.size() < letters.size()) {
        return {.text = tr("The steps of {0} start with {1}; a step that starts with {2} is "
                           "missing at the end.",
                           title, starts, capital(letters[steps.size()])),
                .line = draft.card.lines.title};
    }
    if (steps.size() > letters.size()) {
        // Translators: {2} is "first", "second" and so on: a step.
        return {.text = tr("The steps of {0} start with {1}; the title has no letter for the {2}.",
                           title, starts, ordinal(letters.size())),
                .line = steps[letters.size()].line};
    }
    return {};
}

/// Puts a written part in the place of an inherited one, unless it was left out.
void replace_part(Texts& part, std::vector<int>& lines, WrittenPart written) {
    if (!written.texts.empty()) {
        part = std::move(written.texts);
        lines = std::move(written.lines);
    }
}

void write_over(Step& step, WrittenStep written) {
    step.title = std::move(written.title);
    step.line = written.line;
    std::vector<int> avoid_lines;
    replace_part(step.say, step.say_lines, std::move(written.say));
    replace_part(step.actions, step.action_lines, std::move(written.actions));
    replace_part(step.avoid, avoid_lines, std::move(written.avoid));
    if (written.picture) {
        step.picture = std::move(written.picture);
    }
}

/// A framework's steps with nothing of the card's own yet.
std::vector<Step> inherited_steps(const Card& framework) {
    std::vector<Step> steps = framework.steps;
    for (Step& step : steps) {
        step.line = 0;
        step.say_lines.clear();
        step.action_lines.clear();
        if (step.picture) {
            step.picture->line = 0;
        }
    }
    return steps;
}

/// Takes the first step that is free (its line is 0) and fits; null if there is none.
template <typename Fits>
Step* claim(std::vector<Step>& steps, Fits fits) {
    const auto found =
        std::ranges::find_if(steps, [&](const Step& step) { return step.line == 0 && fits(step); });
    return found == steps.end() ? nullptr : &*found;
}

void report_misfit(CardDraft& draft, const WrittenStep& written, const Card& framework) {
    std::vector<std::string> letters;
    bool taken = false;
    for (const Step& step : framework.steps) {
        letters.push_back(capital(step.letter));
        taken = taken || same_letter(step.letter, first_letter(written.title));
    }
    const std::string letter = capital(first_letter(written.title));
    draft.report.error(written.line,
                       // Translators: {0} is a letter, {1} an acronym.
                       taken ? tr("This card writes more steps that start with {0} than {1} has. "
                                  "Take one out, or give it another name.",
                                  letter, framework.title)
                             : tr("{0} has no step that starts with {1}; its steps start with {2}. "
                                  "Rename this one, or move it.",
                                  framework.title, letter, listed(letters)));
}

} // namespace

void lay_out_framework(CardDraft& draft) {
    const std::vector<std::string> letters = letters_of(draft.card.title);
    if (letters.empty() || letters.size() > kMaxAcronym) {
        draft.report.error(draft.card.lines.title,
                           tr_plural("The title of a framework is its acronym, such as HELP, with "
                                     "at most {0} letter.",
                                     "The title of a framework is its acronym, such as HELP, with "
                                     "at most {0} letters.",
                                     kMaxAcronym));
        return;
    }
    if (draft.steps.empty()) {
        draft.report.error(draft.card.lines.title,
                           tr("This framework has no steps. Write a heading for each letter of "
                              "{0}, as in ## Hear them out.",
                              draft.card.title));
        return;
    }
    if (Line problem = spelling_problem(draft, letters); !problem.text.empty()) {
        draft.report.error(problem.line, std::move(problem.text));
        return;
    }
    for (std::size_t i = 0; i < letters.size(); ++i) {
        Step step;
        step.letter = letters[i];
        write_over(step, std::move(draft.steps[i]));
        draft.card.steps.push_back(std::move(step));
    }
}

void inherit_steps(CardDraft& draft, const Card& framework) {
    std::vector<Step> steps = inherited_steps(framework);
    std::vector<WrittenStep*> untitled;
    for (WrittenStep& written : draft.steps) {
        Step* const step =
            claim(steps, [&](const Step& free) { return same_words(free.title, written.title); });
        if (step != nullptr) {
            write_over(*step, std::move(written));
        } else if (!first_letter(written.title).empty()) { // A step without a name is reported.
            untitled.push_back(&written);
        }
    }
    for (WrittenStep* const written : untitled) {
        Step* const step = claim(steps, [&](const Step& free) {
            return same_letter(free.letter, first_letter(written->title));
        });
        if (step != nullptr) {
            write_over(*step, std::move(*written));
        } else {
            report_misfit(draft, *written, framework);
        }
    }
    draft.card.steps = std::move(steps);
}

} // namespace cards
