#include "cards/say_lines.h"

namespace cards {

std::vector<SayLine> own_say_lines(const Card& card) {
    std::vector<SayLine> lines;
    for (const Step& step : card.steps) {
        for (auto text = step.say.begin(); const int line : step.say_lines) {
            lines.push_back({.text = *text++, .line = line});
        }
    }
    return lines;
}

} // namespace cards
