#include "evaluation.h"

#include "i18n/message.h"

#include <memory>
#include <string>

using desk::Figure;
using desk::Measure;

namespace {

/// Exact for most, and by turns of the kinds that are not.
Figure figure(int n) {
    switch (n % 5) {
    case 3: return Figure::under_five();
    case 4: return Figure::withheld();
    default: return Figure::exact(5 + n * n * 7 % 900);
    }
}

void add_card(desk::Evaluation& it, const desk::NamedCard& card, int n) {
    const auto add = [&](Measure measure, const Figure& shown, std::string value = {},
                         std::string band = {}) {
        it.rows.push_back({.measure = measure,
                           .card = card.id,
                           .value = std::move(value),
                           .band = std::move(band),
                           .figure = shown});
    };
    add(Measure::opened, figure(n));
    for (int i = 0; i < 8; ++i) {
        add(Measure::opened, figure(n + i), to_string(it.last + -i));
    }
    add(Measure::worse, figure(n + 1));
    add(Measure::stayed, figure(n));
    add(Measure::ended, figure(n));
    for (std::size_t i = 0; i < desk::kEndings; ++i) {
        const auto ending = static_cast<desk::Ending>(i);
        add(is_imposed(ending) ? Measure::imposed : Measure::open_ended,
            figure(n + static_cast<int>(i)), std::string(to_string(ending)));
    }
    for (const std::string& band : it.bands) {
        add(Measure::imposed, figure(n), {}, band);
        add(Measure::open_ended, figure(++n), {}, band);
    }
    add(Measure::help, figure(n));
    add(Measure::no_help, figure(n + 1));
}

} // namespace

desk::EvaluationPtr some_evaluation(const cards::Pack& pack) {
    auto it = std::make_shared<desk::Evaluation>();
    it->site = pack.site;
    it->last = {.year = 2026, .number = 4};
    it->first = it->last + -8;
    for (const desk::TimeBand& band : desk::usual_bands()) {
        it->bands.push_back(band.name);
    }
    int n = 0;
    for (const cards::Card& card : pack.cards) {
        it->cards.push_back({.id = card.id, .title = card.title, .code = card.code});
        add_card(*it, it->cards.back(), n++);
    }
    for (std::size_t i = 0; i < desk::kWays; ++i) {
        const std::string way(to_string(static_cast<desk::Way>(i)));
        it->rows.push_back(
            {.measure = Measure::way, .card = {}, .value = way, .band = {}, .figure = figure(n)});
        for (std::size_t k = 0; k < desk::kReaches; ++k) {
            it->rows.push_back({.measure = Measure::way,
                                .card = {},
                                .value = way,
                                .band = std::string(to_string(static_cast<desk::Reach>(k))),
                                .figure = Figure::exact(5)});
        }
    }
    it->comparisons = 61;
    it->findings = {{.what = desk::Compared::imposed,
                     .card = pack.cards.back().id,
                     .between_branches = false,
                     .high = "evening",
                     .high_of = 100,
                     .high_count = 35,
                     .low = "midday",
                     .low_of = 102,
                     .low_count = 15,
                     .chi_squared = 21.4,
                     .degrees = 3,
                     .p = 0.00008,
                     .p_adjusted = 0.0049}};
    return it;
}

std::vector<desk::Event> to_manager(const cards::Pack& pack, const desk::ManagerView& view) {
    return {desk::OpenManager{}, desk::ManagerNews{},
            desk::EvaluationNews{
                .evaluation = some_evaluation(pack),
                .plan = {.progress = cards::Progress{.planned = 44,
                                                     .with_card = 43,
                                                     .without_say_line = 0,
                                                     .missing = {"Sleeping in the reading room"}},
                         .problems = {{.severity = cards::Severity::warning,
                                       .file = "situations/sleeping.md",
                                       .line = 12,
                                       .text = i18n::tr("There is no card yet for {0}.",
                                                        "“Sleeping”")}}}},
            desk::OpenManager{view}};
}
