#include "tally/month_file.h"

#include "tally/count_fields.h"
#include "tally/csv.h"
#include "tally/report_fields.h"
#include "tally/report_files.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace tally {

namespace {

constexpr std::string_view kPrefix = "counts-";
constexpr std::string_view kSuffix = ".csv";

constexpr int kMostMonths = kMostQuarters * 3;

class MonthWriter {
public:
    explicit MonthWriter(std::chrono::year_month month) : month_(to_text(month)) {
        text_ = kByteOrderMark;
        append_csv(text_, std::vector<std::string>(kMonthColumns.begin(), kMonthColumns.end()));
    }

    void add_line(std::string_view what, std::string_view detail) { add({}, {}, {}, what, detail); }

    void add_band(std::string_view band) { add(band, {}, {}, kBandLine, {}); }

    void add_card(const desk::NamedCard& card) {
        add({}, card.id, to_string(card.code), kCardLine, card.title);
    }

    void add_count(const Count& count) {
        add(count.band, count.card, to_string(count.code), to_string(count.what), count.detail,
            std::to_string(count.n));
    }

    void add_missed(const MissedCount& missed) {
        add({}, {}, {}, kMissedLine, missed.words, std::to_string(missed.n));
    }

    std::string take() { return std::move(text_); }

private:
    void add(std::string_view band, std::string_view card, std::string_view code,
             std::string_view what, std::string_view detail, std::string count = {}) {
        const std::array<std::string, kMonthColumns.size()> fields{month_,
                                                                   std::string(band),
                                                                   std::string(card),
                                                                   std::string(code),
                                                                   std::string(what),
                                                                   std::string(detail),
                                                                   std::move(count)};
        append_csv(text_, fields);
    }

    std::string month_;
    std::string text_;
};

/// Makes one of those that are of the same kind, which stand beside each other.
template <typename Row, typename SameKind>
void sum_up(std::vector<Row>& rows, SameKind same_kind) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (kept > 0 && same_kind(rows[kept - 1], rows[i])) {
            rows[kept - 1].n += rows[i].n;
        } else {
            rows[kept++] = rows[i];
        }
    }
    rows.resize(kept);
}

/// What was counted that month, in order and each kind once.
Counts of_month(const Counts& all, std::chrono::year_month month) {
    Counts counts;
    std::ranges::copy_if(all.counts, std::back_inserter(counts.counts),
                         [&](const Count& it) { return it.month == month; });
    std::ranges::copy_if(all.missed, std::back_inserter(counts.missed),
                         [&](const MissedCount& it) { return it.month == month; });
    const auto kind_of = [](const Count& it) {
        return std::tie(it.band, it.card, it.code, it.what, it.detail);
    };
    std::ranges::sort(counts.counts, {}, kind_of);
    std::ranges::sort(counts.missed, {}, &MissedCount::words);
    sum_up(counts.counts, [&](const Count& a, const Count& b) { return kind_of(a) == kind_of(b); });
    sum_up(counts.missed,
           [](const MissedCount& a, const MissedCount& b) { return a.words == b.words; });
    return counts;
}

/// Those in use, then those only counted.
std::vector<std::string> bands_of(const Counts& counts, const MonthHead& head) {
    std::vector<std::string> bands = head.bands;
    for (const Count& count : counts.counts) {
        if (std::ranges::count(bands, count.band) == 0) {
            bands.push_back(count.band);
        }
    }
    return bands;
}

/// By id. A card that is only counted has no title any more.
std::vector<desk::NamedCard> cards_of(const Counts& counts, const MonthHead& head) {
    std::map<std::string, desk::NamedCard> cards;
    for (const desk::NamedCard& card : head.cards) {
        cards.emplace(card.id, card);
    }
    for (const Count& count : counts.counts) {
        cards.try_emplace(
            count.card, desk::NamedCard{.id = count.card, .title = count.card, .code = count.code});
    }
    std::vector<desk::NamedCard> sorted;
    sorted.reserve(cards.size());
    for (auto& [id, card] : cards) {
        sorted.push_back(std::move(card));
    }
    return sorted;
}

} // namespace

std::vector<std::chrono::year_month> months_over(const Counts& counts,
                                                 std::chrono::year_month before) {
    auto first = before;
    for (const Count& count : counts.counts) {
        first = std::min(first, count.month);
    }
    for (const MissedCount& missed : counts.missed) {
        first = std::min(first, missed.month);
    }
    first = std::max(first, before - std::chrono::months(kMostMonths));
    std::vector<std::chrono::year_month> months;
    for (auto month = first; month < before; month += std::chrono::months(1)) {
        months.push_back(month);
    }
    return months;
}

std::string month_file_name(std::chrono::year_month month) {
    return std::string(kPrefix).append(to_text(month)).append(kSuffix);
}

std::optional<std::chrono::year_month> parse_month_file_name(std::string_view name) {
    if (name.size() < kPrefix.size() + kSuffix.size() || !name.starts_with(kPrefix) ||
        !name.ends_with(kSuffix)) {
        return std::nullopt;
    }
    name.remove_prefix(kPrefix.size());
    name.remove_suffix(kSuffix.size());
    return parse_month(name);
}

std::string month_csv(const Counts& counts, const MonthHead& head) {
    const Counts wanted = of_month(counts, head.month);
    MonthWriter writer(head.month);
    writer.add_line(kSiteLine, head.site);
    writer.add_line(kSlugLine, head.desk);
    writer.add_line(kNameLine, head.name);
    for (const std::string& band : bands_of(wanted, head)) {
        writer.add_band(band);
    }
    for (const desk::NamedCard& card : cards_of(wanted, head)) {
        writer.add_card(card);
    }
    for (const Count& count : wanted.counts) {
        writer.add_count(count);
    }
    for (const MissedCount& missed : wanted.missed) {
        writer.add_missed(missed);
    }
    return writer.take();
}

} // namespace tally
