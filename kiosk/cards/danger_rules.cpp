#include "cards/fold.h"
#include "cards/rule.h"
#include "cards/word_list.h"
#include "i18n/message.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

namespace cards {
namespace {

using i18n::tr;

constexpr std::array<std::string_view, 5> kEmergencyNumbers{"911", "112", "999", "000", "111"};
constexpr std::array<std::string_view, 7> kCallWords{"911",    "112",      "999",  "call",
                                                     "police", "security", "alert"};
constexpr std::array<std::string_view, 13> kSafetyWords{
    "safe",     "safety", "space", "back", "away",    "clear", "leave",
    "distance", "exit",   "out",   "door", "protect", "move"};

/// Titles of cards on a medical emergency, a weapon or the abuse of a child, as folded words.
constexpr std::array<std::string_view, 32> kGraveTitles{
    "overdose",      "overdosed",     "not responding",
    "unresponsive",  "unconscious",   "passed out",
    "not breathing", "collapsed",     "collapses",
    "seizure",       "stroke",        "heart attack",
    "choking",       "bleeding",      "medical emergency",
    "weapon",        "weapons",       "gun",
    "guns",          "knife",         "shots",
    "shooting",      "shooter",       "bomb",
    "explosive",     "child abuse",   "abuse of a child",
    "abused child",  "child neglect", "child molested",
    "sexual abuse",  "sexual assault"};

bool has_any(std::string_view text, std::span<const std::string_view> wanted) {
    const std::vector<std::string> words = fold_words(text);
    return std::ranges::any_of(words, [&](const std::string& word) {
        return std::ranges::find(wanted, word) != wanted.end();
    });
}

std::string text_of(const Step& step) {
    std::string text = step.title;
    for (const Texts* const part : {&step.say, &step.actions}) {
        for (const std::string_view line : *part) {
            text += ' ';
            text += line;
        }
    }
    return text;
}

std::string first_step(const Card& card) {
    return card.steps.empty() ? std::string() : text_of(card.steps.front());
}

bool begins_with_safety(const Card& card) {
    const std::string first = first_step(card);
    return has_any(first, kSafetyWords) || has_any(first, kCallWords);
}

bool says_whom_to_call(const Card& card) {
    return std::ranges::any_of(card.steps,
                               [](const Step& step) { return has_any(text_of(step), kCallWords); });
}

/// True if a red card has lost what its framework has, or is a framework without it.
bool has_lost(const Subject& subject, bool (*holds)(const Card&)) {
    const Card& card = subject.card;
    if (card.code != Code::red || !subject.english || holds(card)) {
        return false;
    }
    const Card* const framework = subject.pack.find(card.framework);
    return card.kind == Card::Kind::framework || framework == nullptr || holds(*framework);
}

bool is_grave(const Card& card) {
    const std::string title = spaced_words(card.title);
    return std::ranges::any_of(kGraveTitles,
                               [&](std::string_view grave) { return has_phrase(title, grave); });
}

} // namespace

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

void check_red_safety(const Subject& subject) {
    if (has_lost(subject, begins_with_safety)) {
        subject.report.warning(subject.card.lines.title,
                               tr("A red card begins with safety. Let its first step say "
                                  "how to get clear or whom to call."));
    }
}

void check_red_call(const Subject& subject) {
    if (has_lost(subject, says_whom_to_call)) {
        subject.report.warning(subject.card.lines.title,
                               tr("A red card says whom to call. Write it as something to do, such "
                                  "as: Call 911."));
    }
}

void check_call_first(const Subject& subject) {
    const Card& card = subject.card;
    const bool in_danger = card.code == Code::yellow || card.code == Code::red;
    if (subject.english && in_danger && is_grave(card) &&
        !has_any(first_step(card), kEmergencyNumbers)) {
        subject.report.warning(card.lines.title,
                               tr("A card about a medical emergency, a weapon or the abuse of a "
                                  "child begins with the call. Let its first step say: Call 911 "
                                  "first."));
    }
}

} // namespace cards
