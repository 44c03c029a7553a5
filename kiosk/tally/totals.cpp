#include "tally/totals.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>
#include <string_view>

namespace tally {

namespace {

/// More than any desk counts; so that a number from a damaged file cannot overflow a sum.
constexpr std::int64_t kMost = 1'000'000'000;

std::int64_t sum(const std::vector<std::int64_t>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0});
}

/// The value of an enumeration of `size` that is kept by a word.
template <typename Word>
std::optional<Word> parse(std::string_view word, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) {
        if (desk::to_string(static_cast<Word>(i)) == word) {
            return static_cast<Word>(i);
        }
    }
    return std::nullopt;
}

void add_at(std::vector<std::int64_t>& numbers, std::size_t at, std::int64_t n) {
    numbers.resize(std::max(numbers.size(), at + 1));
    numbers[at] += n;
}

class Adder {
public:
    Adder(Totals& totals, const Published& published)
        : totals_(totals), quarters_(quarters_of(published)) {}

    void add(const Count& count) {
        const std::size_t quarter = index_of(quarters_, desk::quarter_of(count.month));
        if (quarter == quarters_.size()) {
            return;
        }
        const std::int64_t n = bounded(count.n);
        const std::size_t band = index_of(totals_.bands, count.band);
        if (band == totals_.bands.size()) {
            totals_.bands.push_back(count.band);
        }
        CardTotals& card = totals_.cards[count.card];
        card.code = count.code;
        card.quarters.resize(quarters_.size());
        switch (count.what) {
        case What::opened:
            card.quarters[quarter] += n;
            add_at(card.stayed, band, n); // Those with a worse card are taken out at the end.
            break;
        case What::worse: add_at(card.worse, band, n); break;
        case What::after: card.after += n; break;
        case What::step: add_step(card, count.detail, n); break;
        case What::ended: add_ended(card, band, count.detail, n); break;
        case What::help: card.help += n; break;
        case What::reached: add_reached(card, count.detail, n); break;
        }
    }

    void add(const MissedCount& missed) {
        if (index_of(quarters_, desk::quarter_of(missed.month)) < quarters_.size()) {
            totals_.missed[missed.words] += bounded(missed.n);
        }
    }

private:
    static std::int64_t bounded(std::int64_t n) { return std::clamp<std::int64_t>(n, 0, kMost); }

    /// The size if it is not there.
    template <typename T>
    static std::size_t index_of(const std::vector<T>& all, const T& one) {
        return static_cast<std::size_t>(std::ranges::find(all, one) - all.begin());
    }

    static void add_reached(CardTotals& card, std::string_view detail, std::int64_t n) {
        const auto space = detail.find(' ');
        if (space == std::string_view::npos) {
            return;
        }
        const auto way = parse<desk::Way>(detail.substr(0, space), desk::kWays);
        const auto reach = parse<desk::Reach>(detail.substr(space + 1), desk::kReaches);
        if (way && reach) {
            card.reached.at(static_cast<std::size_t>(*way)).at(static_cast<std::size_t>(*reach)) +=
                n;
        }
    }

    static void add_step(CardTotals& card, const std::string& detail, std::int64_t n) {
        int number = 0;
        std::from_chars(detail.data(), detail.data() + detail.size(), number);
        if (number > 0) {
            card.steps[number] += n;
        }
    }

    static void add_ended(CardTotals& card, std::size_t band, std::string_view detail,
                          std::int64_t n) {
        if (const auto ending = parse<desk::Ending>(detail, desk::kEndings)) {
            card.endings.at(static_cast<std::size_t>(*ending)) += n;
            add_at(desk::is_imposed(*ending) ? card.imposed : card.open_ended, band, n);
        }
    }

    Totals& totals_;
    std::vector<desk::Quarter> quarters_;
};

/// Makes parts of what was counted beside each other.
void take_apart(CardTotals& card, std::size_t bands) {
    for (auto* const by_band : {&card.worse, &card.stayed, &card.open_ended, &card.imposed}) {
        by_band->resize(bands);
    }
    for (std::size_t band = 0; band < bands; ++band) {
        card.worse[band] = std::min(card.worse[band], card.stayed[band]);
        card.stayed[band] -= card.worse[band];
    }
    card.after = std::min(card.after, card.opened());
    for (auto& [number, n] : card.steps) {
        n = std::min(n, card.opened());
    }
    card.help = std::min(card.help, card.ended());
}

} // namespace

std::int64_t CardTotals::opened() const {
    return sum(quarters);
}

std::int64_t CardTotals::ended() const {
    return sum(open_ended) + sum(imposed);
}

std::vector<desk::Quarter> quarters_of(const Published& published) {
    std::vector<desk::Quarter> quarters;
    for (desk::Quarter it = published.last; it >= published.first; it = it + -1) {
        quarters.push_back(it);
    }
    return quarters;
}

Totals total(const Counts& counts, const Published& published) {
    Totals totals{.bands = published.bands, .missed = {{"", 0}}};
    Adder adder(totals, published);
    for (const Count& count : counts.counts) {
        adder.add(count);
    }
    for (const MissedCount& missed : counts.missed) {
        adder.add(missed);
    }
    for (auto& [id, card] : totals.cards) {
        take_apart(card, totals.bands.size());
    }
    std::erase_if(totals.cards,
                  [](const auto& it) { return it.second.opened() == 0 && it.second.ended() == 0; });
    return totals;
}

} // namespace tally
