#include "cards/nearest.h"

#include "cards/fold.h"
#include "cards/report.h"
#include "i18n/message.h"

#include <rapidfuzz/distance/OSA.hpp>

#include <algorithm>

namespace cards {

std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> known) {
    constexpr std::size_t kMaxLength = 80;
    const std::string folded = fold(word.substr(0, kMaxLength));
    const rapidfuzz::CachedOSA<char> scorer(folded);
    std::size_t best = std::max<std::size_t>(1, folded.size() / 3) + 1;
    std::optional<std::string_view> found;
    for (const std::string_view candidate : known) {
        const std::size_t distance = scorer.distance(candidate, best);
        if (distance < best) {
            best = distance;
            found = candidate;
        }
    }
    return found;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
    const auto found = nearest(word, known);
    return found ? " " + i18n::tr("Did you mean {0}?", in_quotes(*found)) : std::string();
}

} // namespace cards
