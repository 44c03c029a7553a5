#include "desk/evaluation.h"

#include <algorithm>
#include <array>

namespace desk {

namespace {

constexpr std::array<std::string_view, 14> kMeasureWords{
    "opened", "worse",      "stayed",  "after", "not-after", "step", "not-step",
    "ended",  "open-ended", "imposed", "help",  "no-help",   "way",  "missed"};

} // namespace

std::string_view to_string(Measure measure) {
    return kMeasureWords.at(static_cast<std::size_t>(measure));
}

std::optional<Measure> parse_measure(std::string_view word) {
    const auto* const found = std::ranges::find(kMeasureWords, word);
    return found == kMeasureWords.end()
               ? std::nullopt
               : std::optional(static_cast<Measure>(found - kMeasureWords.begin()));
}

std::optional<Figure> Evaluation::find(Measure measure, std::string_view card,
                                       std::string_view value, std::string_view band) const {
    const auto row = std::ranges::find_if(rows, [&](const Row& it) {
        return it.measure == measure && it.card == card && it.value == value && it.band == band;
    });
    return row == rows.end() ? std::nullopt : std::optional(row->figure);
}

void AtLeast::add(const std::optional<Figure>& figure) {
    if (figure && figure->is_exact()) {
        count += figure->count();
    } else {
        all = false;
    }
}

} // namespace desk
