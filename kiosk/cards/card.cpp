#include "cards/card.h"

#include "cards/fold.h"

#include <algorithm>
#include <set>

namespace cards {

std::string_view to_string(Code code) {
    switch (code) {
    case Code::green: return "green";
    case Code::yellow: return "yellow";
    case Code::red: return "red";
    case Code::blue: return "blue";
    }
    return {};
}

std::optional<Code> parse_code(std::string_view word) {
    const std::string folded = fold(word);
    const auto* const found =
        std::ranges::find_if(kCodes, [&](Code code) { return to_string(code) == folded; });
    if (found == kCodes.end()) {
        return std::nullopt;
    }
    return *found;
}

const Phrase* Pack::find_phrase(std::string_view phrase_id) const {
    const auto found = std::ranges::find(phrases, phrase_id, &Phrase::id);
    return found == phrases.end() ? nullptr : &*found;
}

const Practice* Pack::find_practice(std::string_view practice_id) const {
    const auto found = std::ranges::find(practices, practice_id, &Practice::id);
    return found == practices.end() ? nullptr : &*found;
}

const Card* Pack::find(std::string_view card_id) const {
    const auto found = std::ranges::find(cards, card_id, &Card::id);
    return found == cards.end() ? nullptr : &*found;
}

bool is_english(const Pack& pack) {
    return pack.locale.empty() || fold(pack.locale).starts_with("en");
}

std::vector<std::string> pictures_of(const Pack& pack) {
    std::set<std::string> files;
    const auto note = [&](const std::optional<Picture>& picture) {
        if (picture) {
            files.insert(picture->file);
        }
    };
    for (const Card& card : pack.cards) {
        note(card.picture);
        for (const Step& step : card.steps) {
            note(step.picture);
        }
    }
    return {files.begin(), files.end()};
}

} // namespace cards
