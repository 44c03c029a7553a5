#include "tally/counts.h"

#include <array>

namespace tally {

std::string_view to_string(What what) {
    constexpr std::array<std::string_view, kWhats> kWords{"opened", "reached", "worse", "after",
                                                          "step",   "ended",   "help"};
    return kWords.at(static_cast<std::size_t>(what));
}

std::vector<Count> counts_of(const desk::Visit& visit) {
    std::vector<Count> counts;
    const auto add = [&](What what, std::string detail = {}) {
        counts.push_back({.month = visit.when.month,
                          .band = visit.when.band,
                          .card = visit.card,
                          .code = visit.code,
                          .what = what,
                          .detail = std::move(detail),
                          .n = 1});
    };
    const std::string way(to_string(visit.way));
    add(What::opened, way);
    if (visit.took) {
        add(What::reached, way + " " + std::string(to_string(desk::reach_of(*visit.took))));
    }
    if (visit.worse) {
        add(What::worse);
    }
    if (visit.after) {
        add(What::after);
    }
    for (const int step : visit.steps) {
        add(What::step, std::to_string(step + 1));
    }
    return counts;
}

std::vector<Count> counts_of(const desk::Ended& ended) {
    std::vector<Count> counts;
    const auto add = [&](What what, std::string_view detail) {
        counts.push_back({.month = ended.when.month,
                          .band = ended.when.band,
                          .card = ended.card,
                          .code = ended.code,
                          .what = what,
                          .detail = std::string(detail),
                          .n = 1});
    };
    add(What::ended, to_string(ended.ending));
    if (ended.help) {
        add(What::help, {});
    }
    return counts;
}

} // namespace tally
