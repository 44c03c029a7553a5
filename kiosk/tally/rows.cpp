#include "tally/rows.h"

#include "tally/count_fields.h"
#include "tally/schema.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace tally {

namespace {

constexpr std::string_view kAddCount =
    "INSERT INTO counts(month, band, card, code, what, detail, n) VALUES(?1, ?2, ?3, ?4, ?5, ?6, "
    "?7) ON CONFLICT DO UPDATE SET n = min(n + excluded.n, ?8)";
constexpr std::string_view kAddMissed = "INSERT INTO missed(month, words, n) VALUES(?1, ?2, ?3) "
                                        "ON CONFLICT DO UPDATE SET n = min(n + excluded.n, ?4)";

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= kLongestText;
}

std::optional<std::int64_t> parse_n(std::int64_t n) {
    return n >= 1 && n <= kMost ? std::optional(n) : std::nullopt;
}

std::optional<Count> count_of(const Statement& row) {
    const auto month = parse_month(row.text(0));
    const auto code = parse_word<cards::Code>(row.text(3), cards::kCodes.size());
    const auto what = parse_word<What>(row.text(4), kWhats);
    const auto n = parse_n(row.number(6));
    if (!month || !code || !what || !n) {
        return std::nullopt;
    }
    Count count{.month = *month,
                .band = row.text(1),
                .card = row.text(2),
                .code = *code,
                .what = *what,
                .detail = row.text(5),
                .n = *n};
    return is_name(count.band) && is_name(count.card) && fits(*what, count.detail)
               ? std::optional(std::move(count))
               : std::nullopt;
}

std::optional<MissedCount> missed_of(const Statement& row) {
    const auto month = parse_month(row.text(0));
    const auto n = parse_n(row.number(2));
    std::string words = row.text(1);
    return month && n && words.size() <= kLongestText
               ? std::optional(MissedCount{.month = *month, .words = std::move(words), .n = *n})
               : std::nullopt;
}

/// The rows that `take` makes something of.
template <typename Row>
Outcome<std::vector<Row>> read_all(const Database& database, std::string_view sql,
                                   std::optional<Row> (*take)(const Statement&)) {
    auto statement = database.prepare(sql);
    if (!statement) {
        return std::unexpected(statement.error());
    }
    std::vector<Row> rows;
    while (true) {
        const auto there = statement->step();
        if (!there) {
            return std::unexpected(there.error());
        }
        if (!*there) {
            return rows;
        }
        if (auto row = take(*statement)) {
            rows.push_back(std::move(*row));
        }
    }
}

} // namespace

Outcome<void> add_row(const Database& database, const Count& count) {
    auto statement = database.prepare(kAddCount);
    if (!statement) {
        return std::unexpected(statement.error());
    }
    return statement->bind(1, to_text(count.month))
        .bind(2, count.band)
        .bind(3, count.card)
        .bind(4, cards::to_string(count.code))
        .bind(5, to_string(count.what))
        .bind(6, count.detail)
        .bind(7, count.n)
        .bind(8, kMost)
        .run();
}

Outcome<void> add_row(const Database& database, const MissedCount& missed) {
    auto statement = database.prepare(kAddMissed);
    if (!statement) {
        return std::unexpected(statement.error());
    }
    return statement->bind(1, to_text(missed.month))
        .bind(2, missed.words)
        .bind(3, missed.n)
        .bind(4, kMost)
        .run();
}

Outcome<Counts> read_rows(const Database& database) {
    auto counts = read_all<Count>(
        database, "SELECT month, band, card, code, what, detail, n FROM counts", count_of);
    if (!counts) {
        return std::unexpected(counts.error());
    }
    auto missed = read_all<MissedCount>(database, "SELECT month, words, n FROM missed", missed_of);
    if (!missed) {
        return std::unexpected(missed.error());
    }
    // Codes and kinds are in the order of their values, not in that of their words.
    std::ranges::sort(*counts, {}, [](const Count& count) {
        return std::tie(count.month, count.band, count.card, count.code, count.what, count.detail);
    });
    std::ranges::sort(*missed, {},
                      [](const MissedCount& one) { return std::tie(one.month, one.words); });
    return Counts{.counts = std::move(*counts), .missed = std::move(*missed)};
}

} // namespace tally
