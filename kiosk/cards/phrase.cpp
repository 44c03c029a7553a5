#include "cards/card.h"
#include "cards/fold.h"

#include <algorithm>

namespace cards {

const Wording* Phrase::in(std::string_view language) const {
    const auto found = std::ranges::find_if(
        texts, [&](const Wording& wording) { return wording.language.tag == language; });
    return found == texts.end() ? nullptr : &*found;
}

std::vector<Language> languages_of(const Pack& pack) {
    std::vector<Language> languages;
    for (const Phrase& phrase : pack.phrases) {
        for (const Wording& wording : phrase.texts) {
            if (std::ranges::find(languages, wording.language.tag, &Language::tag) ==
                languages.end()) {
                languages.push_back(wording.language);
            }
        }
    }
    return languages;
}

bool is_language_of_staff(const Pack& pack, const Language& language) {
    const auto first_part = [](std::string_view tag) { return fold(tag.substr(0, tag.find('-'))); };
    return first_part(pack.locale) == first_part(language.tag);
}

std::vector<Unchecked> unchecked_phrases(const Pack& pack) {
    std::vector<Unchecked> unchecked;
    for (const Language& language : languages_of(pack)) {
        Unchecked of_language{.language = language, .phrases = {}};
        for (const Phrase& phrase : pack.phrases) {
            const Wording* const wording = phrase.in(language.tag);
            if (wording != nullptr && !wording->checked) {
                of_language.phrases.push_back(&phrase);
            }
        }
        if (!of_language.phrases.empty() && !is_language_of_staff(pack, language)) {
            unchecked.push_back(std::move(of_language));
        }
    }
    return unchecked;
}

} // namespace cards
