#include "simulated.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace simulated {

namespace {

auto kind_of(const tally::Count& count) {
    return std::tie(count.month, count.band, count.card, count.code, count.what, count.detail);
}

struct HashKind {
    std::size_t operator()(const tally::Count& count) const {
        const std::hash<std::string_view> hash;
        std::size_t all = static_cast<std::size_t>(static_cast<int>(count.month.year())) * 16 +
                          static_cast<unsigned>(count.month.month());
        all = all * 16 + static_cast<std::size_t>(count.what);
        for (const std::string_view part :
             std::array<std::string_view, 3>{count.band, count.card, count.detail}) {
            all = all * 31 + hash(part);
        }
        return all;
    }
};

struct SameKind {
    bool operator()(const tally::Count& one, const tally::Count& other) const {
        return kind_of(one) == kind_of(other);
    }
};

/// Sums counts of one kind.
class Sums {
public:
    void add(const std::vector<tally::Count>& counts) {
        for (const tally::Count& count : counts) {
            sums_[count] += count.n;
        }
    }

    std::vector<tally::Count> in_order() const {
        std::vector<tally::Count> counts;
        for (const auto& [kind, n] : sums_) {
            counts.push_back(kind);
            counts.back().n = n;
        }
        std::ranges::sort(counts, {}, kind_of);
        return counts;
    }

private:
    std::unordered_map<tally::Count, std::int64_t, HashKind, SameKind> sums_;
};

void add(std::vector<tally::MissedCount>& all, const desk::MissedSearch& missed) {
    const auto found = std::ranges::find_if(all, [&](const tally::MissedCount& it) {
        return it.month == missed.month && it.words == missed.words;
    });
    if (found == all.end()) {
        all.push_back({.month = missed.month, .words = missed.words, .n = 1});
    } else {
        ++found->n;
    }
}

} // namespace

tally::Counts counts(const Settings& settings) {
    Library library(settings);
    Sums sums;
    tally::Counts counts;
    for (int i = 0; i < settings.interactions; ++i) {
        const Interaction interaction = library.next();
        for (const desk::Visit& visit : interaction.visits) {
            sums.add(tally::counts_of(visit));
        }
        if (interaction.ended) {
            sums.add(tally::counts_of(*interaction.ended));
        }
        if (interaction.missed) {
            add(counts.missed, *interaction.missed);
        }
    }
    counts.counts = sums.in_order();
    std::ranges::sort(counts.missed, {},
                      [](const tally::MissedCount& it) { return std::tie(it.month, it.words); });
    return counts;
}

} // namespace simulated
