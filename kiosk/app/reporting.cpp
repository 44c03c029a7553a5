#include "app/reporting.h"

#include "cards/rules.h"
#include "tally/compare.h"
#include "tally/publish.h"

#include <utility>
#include <vector>

namespace app {

namespace {

/// Quarters are kept whole: the figures of one would change if a month of it went.
desk::Quarter first_kept_quarter(const Config& config, std::chrono::year_month_day today) {
    const auto month = today.year() / today.month();
    return desk::quarter_of(month - std::chrono::months(config.keep_months));
}

std::vector<desk::NamedCard> named_cards(const cards::Pack& pack) {
    std::vector<desk::NamedCard> named;
    named.reserve(pack.cards.size());
    for (const cards::Card& card : pack.cards) {
        named.push_back({.id = card.id, .title = card.title, .code = card.code});
    }
    return named;
}

std::vector<std::string> band_names(const Config& config) {
    std::vector<std::string> names;
    names.reserve(config.habits.bands.size());
    for (const desk::TimeBand& band : config.habits.bands) {
        names.push_back(band.name);
    }
    return names;
}

} // namespace

std::chrono::year_month first_kept_month(const Config& config, std::chrono::year_month_day today) {
    return desk::first_month(first_kept_quarter(config, today));
}

desk::Evaluation evaluate(const tally::Counts& counts, const Config& config,
                          const ReportFacts& facts) {
    const tally::Published published{
        .site = facts.pack->site,
        .desk = facts.pack->desk,
        .cards = named_cards(*facts.pack),
        .bands = band_names(config),
        .first = first_kept_quarter(config, facts.today),
        .last = desk::quarter_of(facts.today.year() / facts.today.month())};
    desk::Evaluation evaluation = tally::publish(counts, published);
    tally::compare_bands(evaluation);
    evaluation.counting = config.habits.counting;
    evaluation.notice = facts.notice;
    return evaluation;
}

tally::MonthHead month_head(const Config& config, const cards::Pack& pack) {
    return {.month = {},
            .site = pack.site,
            .desk = config.desk_name,
            .name = pack.desk,
            .bands = band_names(config),
            .cards = named_cards(pack)};
}

desk::PlanStatus plan_status(const cards::Pack& pack) {
    return {.progress = pack.plan, .problems = cards::check_rules(pack)};
}

tally::Report make_report(const tally::Counts& counts, const Config& config,
                          const ReportFacts& facts) {
    desk::PlanStatus plan = plan_status(*facts.pack);
    return {.made = desk::iso_date(facts.today),
            .evaluation = evaluate(counts, config, facts),
            .fairness = desk::fairness_of(*facts.pack, facts.reviews, facts.today),
            .plan = std::move(plan.progress),
            .problems = std::move(plan.problems),
            .branches = {}};
}

} // namespace app
