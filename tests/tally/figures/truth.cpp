#include "truth.h"

#include <functional>

namespace {

using desk::Measure;
using tally::What;

bool is_imposed_word(std::string_view ending) {
    return ending == "asked-to-leave" || ending == "suspended" || ending == "emergency";
}

} // namespace

std::int64_t truth(const tally::Counts& counts, const tally::Published& published,
                   const desk::Row& row) {
    const auto covered = [&](std::chrono::year_month month) {
        return month >= first_month(published.first) && month < first_month(published.last + 1);
    };
    const auto any = [](std::string_view) { return true; };
    // Ways are those of the cards whose visits are shown.
    const auto hidden = [&](const std::string& card) {
        std::int64_t opened = 0;
        for (const tally::Count& it : counts.counts) {
            opened += it.what == What::opened && it.card == card && covered(it.month) ? it.n : 0;
        }
        return opened >= 1 && opened < desk::kLeastShown;
    };
    const auto sum = [&](What what, const std::function<bool(std::string_view)>& detail) {
        std::int64_t n = 0;
        for (const tally::Count& it : counts.counts) {
            const bool in_quarter = row.measure != Measure::opened || row.value.empty() ||
                                    to_string(desk::quarter_of(it.month)) == row.value;
            const bool in_band =
                row.measure == Measure::way || row.band.empty() || it.band == row.band;
            n += it.what == what && (row.card.empty() || it.card == row.card) &&
                         covered(it.month) && in_quarter && in_band && detail(it.detail) &&
                         !(row.measure == Measure::way && hidden(it.card))
                     ? it.n
                     : 0;
        }
        return n;
    };
    const auto endings = [&](bool imposed) {
        return sum(What::ended, [&](std::string_view ending) {
            return is_imposed_word(ending) == imposed && (row.value.empty() || ending == row.value);
        });
    };
    const auto step = [&](std::string_view detail) { return detail == row.value; };
    switch (row.measure) {
    case Measure::opened: return sum(What::opened, any);
    case Measure::worse: return sum(What::worse, any);
    case Measure::stayed: return sum(What::opened, any) - sum(What::worse, any);
    case Measure::after: return sum(What::after, any);
    case Measure::not_after: return sum(What::opened, any) - sum(What::after, any);
    case Measure::step: return sum(What::step, step);
    case Measure::not_step: return sum(What::opened, any) - sum(What::step, step);
    case Measure::ended: return sum(What::ended, any);
    case Measure::open_ended: return endings(false);
    case Measure::imposed: return endings(true);
    case Measure::help: return sum(What::help, any);
    case Measure::no_help: return sum(What::ended, any) - sum(What::help, any);
    case Measure::way:
        return sum(What::reached, [&](std::string_view detail) {
            return row.band.empty() ? detail.starts_with(row.value + " ")
                                    : detail == row.value + " " + row.band;
        });
    case Measure::missed: break;
    }
    std::int64_t n = 0;
    for (const tally::MissedCount& it : counts.missed) {
        n += covered(it.month) && it.words == row.value ? it.n : 0;
    }
    return n;
}
