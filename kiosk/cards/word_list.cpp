#include "cards/word_list.h"

#include "cards/fold.h"
#include "cards/listed_words.h"

#include <algorithm>

namespace cards {
namespace {

bool matters(Fault fault, Place place) {
    switch (fault) {
    case Fault::label:
    case Fault::description: return true;
    case Fault::guess: return place != Place::keyword;
    case Fault::medicine: return place == Place::action || place == Place::spoken;
    case Fault::soothing:
    case Fault::threat:
    case Fault::promise: return place == Place::spoken;
    }
    return true;
}

} // namespace

RuleId rule_of(Fault fault) {
    switch (fault) {
    case Fault::label: return RuleId::labels;
    case Fault::description: return RuleId::descriptions;
    case Fault::guess: return RuleId::guesses;
    case Fault::medicine: return RuleId::medicine;
    case Fault::soothing: return RuleId::soothing;
    case Fault::threat: return RuleId::threats;
    case Fault::promise: return RuleId::promises;
    }
    return RuleId::labels;
}

std::string spaced_words(std::string_view text) {
    std::string words = " ";
    for (const std::string& word : fold_words(text)) {
        words += word;
        words += ' ';
    }
    return words;
}

bool has_phrase(std::string_view spaced, std::string_view phrase) {
    for (std::size_t at = spaced.find(phrase); at != std::string_view::npos;
         at = spaced.find(phrase, at + 1)) {
        const std::size_t end = at + phrase.size();
        if (at > 0 && spaced[at - 1] == ' ' && end < spaced.size() && spaced[end] == ' ') {
            return true;
        }
    }
    return false;
}

std::optional<ListedWord> find_listed_word(std::string_view text, Place place, const Pack& pack) {
    const std::string words = spaced_words(text);
    const auto list = listed_words();
    const auto found = std::ranges::find_if(list, [&](const ListedWord& listed) {
        return matters(listed.fault, place) && has_phrase(words, listed.phrase) &&
               limits_of(pack, rule_of(listed.fault)).on;
    });
    return found == list.end() ? std::nullopt : std::optional(*found);
}

} // namespace cards
