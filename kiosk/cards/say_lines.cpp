#include "cards/say_lines.h"

#include <algorithm>

namespace cards {

std::vector<SayLine> own_say_lines(const Card& card) {
    std::vector<SayLine> lines;
    for (const Step& step : card.steps) {
        for (std::size_t i = 0; i < std::min(step.say.size(), step.say_lines.size()); ++i) {
            lines.push_back({.text = &step.say[i], .line = step.say_lines[i]});
        }
    }
    return lines;
}

} // namespace cards
