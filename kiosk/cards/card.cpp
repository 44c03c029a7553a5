#include "cards/card.h"

#include "cards/fold.h"

#include <algorithm>

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

const Card* Pack::find(std::string_view card_id) const {
    const auto found = std::ranges::find(cards, card_id, &Card::id);
    return found == cards.end() ? nullptr : &*found;
}

} // namespace cards
