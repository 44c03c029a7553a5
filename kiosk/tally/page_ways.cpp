#include "desk/count.h"
#include "tally/charts.h"
#include "tally/html.h"
#include "tally/page_pieces.h"
#include "tally/report_words.h"

#include <algorithm>
#include <span>

namespace tally::page {

namespace {

using desk::Measure;
using html::Table;

/// One way, and what is shown of the times that it took.
struct WayTimes {
    desk::Way way = desk::Way::tile;
    std::array<Total, desk::kReaches> times;
    std::array<std::int64_t, desk::kReaches> counts{};
    std::int64_t sum = 0;
};

std::vector<WayTimes> way_times(const Page& page) {
    std::vector<WayTimes> ways;
    for (std::size_t i = 0; i < desk::kWays; ++i) {
        WayTimes it{.way = static_cast<desk::Way>(i)};
        bool known = false;
        for (std::size_t j = 0; j < desk::kReaches; ++j) {
            Total& time = it.times.at(j);
            time = page.total_of_all(Measure::way, to_string(it.way),
                                     to_string(static_cast<desk::Reach>(j)));
            known = known || time.may_be_some();
            it.counts.at(j) = it.times.at(j).count();
            it.sum += it.counts.at(j);
        }
        if (known) {
            ways.push_back(it);
        }
    }
    return ways;
}

/// "Key. Under 2 s: 41; 2 to 5 s: not shown; …"
std::string in_words(const WayTimes& it) {
    std::string text(words::kWayNames.at(static_cast<std::size_t>(it.way)));
    for (std::size_t j = 0; j < desk::kReaches; ++j) {
        text.append(j == 0 ? ". " : "; ")
            .append(words::titled(words::kReachHeads.at(j), text_of(it.times.at(j))));
    }
    return text;
}

} // namespace

std::string ways_section(const Page& page) {
    const std::vector<WayTimes> ways = way_times(page);
    if (ways.empty()) {
        return html::section(words::kFast, html::paragraph(words::kNothing));
    }
    std::int64_t most = 0;
    for (const WayTimes& it : ways) {
        most = std::max(most, it.sum);
    }
    Table table{.caption = words::kWays,
                .heads = {html::escaped(words::kWay), html::escaped(words::kWayShares)},
                .lines = {},
                .kind = "figures ways"};
    for (std::size_t j = 0; j < desk::kReaches; ++j) {
        table.heads.push_back(charts::swatch(j) + html::escaped(words::kReachHeads.at(j)));
    }
    for (const WayTimes& it : ways) {
        std::vector<std::string> line{
            html::escaped(words::kWayNames.at(static_cast<std::size_t>(it.way))),
            charts::stacked_bar(it.counts, most, in_words(it))};
        for (const Total& time : it.times) {
            line.push_back(cell(time));
        }
        table.lines.push_back(std::move(line));
    }
    return html::section(words::kFast, {}, html::table(table));
}

std::string missed_section(const Page& page) {
    constexpr std::size_t kMostShown = 100;
    struct Missed {
        std::string_view words;
        Total searches;
    };
    std::vector<Missed> missed;
    for (const desk::Row& row : page.evaluation().rows) {
        if (row.measure == Measure::missed && !is_nothing(row.figure)) {
            missed.push_back(
                {.words = row.value, .searches = page.total_of_all(Measure::missed, row.value)});
        }
    }
    if (missed.empty()) {
        return html::section(words::kMissed, html::paragraph(words::kNothing));
    }
    // The most frequent first, and last what stands for all others.
    std::ranges::sort(missed, {}, [](const Missed& it) {
        return std::tuple(it.words.empty(), -it.searches.count(), it.words);
    });
    Table table{.caption = words::kMissedTable,
                .heads = {html::escaped(words::kWordsHead), html::escaped(words::kSearches)},
                .lines = {},
                .kind = "figures narrow"};
    const std::size_t shown = std::min(missed.size(), kMostShown);
    if (shown < missed.size() && missed.back().words.empty()) {
        std::swap(missed[shown - 1], missed.back());
    }
    for (const Missed& it : std::span(missed).first(shown)) {
        table.lines.push_back(
            {html::escaped(it.words.empty() ? words::kOtherWords.view() : it.words),
             cell(it.searches)});
    }
    return html::section(words::kMissed, {},
                         html::table(table) +
                             (shown < missed.size()
                                  ? html::paragraph(words::more_words(missed.size() - shown))
                                  : std::string()));
}

} // namespace tally::page
