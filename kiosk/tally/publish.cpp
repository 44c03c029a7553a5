#include "tally/publish.h"

#include "tally/suppress.h"
#include "tally/totals.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <limits>
#include <numeric>
#include <span>
#include <tuple>

namespace tally {

namespace {

using desk::Figure;
using desk::Measure;

using Numbers = std::span<const std::int64_t>;

int to_int(std::int64_t number) {
    return static_cast<int>(std::min<std::int64_t>(number, std::numeric_limits<int>::max()));
}

std::int64_t sum(Numbers numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0});
}

/// A number, and what it counts besides its card.
struct Part {
    Measure measure = Measure::opened;
    std::string value;
    std::string band;
    std::int64_t number = 0;
};

/// Writes the rows of an evaluation.
class Writer {
public:
    explicit Writer(desk::Evaluation& evaluation) : evaluation_(evaluation) {}

    void write_card(const std::string& id, const CardTotals& card,
                    const std::vector<desk::Quarter>& quarters) {
        card_ = id;
        if (alone({.measure = Measure::opened, .number = card.opened()})) {
            write_visits(card, quarters);
        }
        if (alone({.measure = Measure::ended, .number = card.ended()})) {
            write_endings(card);
        }
    }

    void write_unused(const std::string& id) {
        card_ = id;
        alone({.measure = Measure::opened});
    }

    void write_all_cards(const Totals& totals) {
        card_.clear();
        for (std::size_t i = 0; i < desk::kWays; ++i) {
            const auto way = static_cast<desk::Way>(i);
            if (way != desk::Way::link) { // Which does not begin at home.
                write_way(std::string(desk::to_string(way)), reached(totals, i));
            }
        }
        for (const auto& [words, number] : totals.missed) {
            alone({.measure = Measure::missed, .value = words, .number = number});
        }
    }

private:
    /// Of the cards whose visits are shown: with others, those of a card that is shown could be
    /// taken from the sum, and leave what is not.
    static std::array<std::int64_t, desk::kReaches> reached(const Totals& totals, std::size_t way) {
        std::array<std::int64_t, desk::kReaches> sums{};
        for (const auto& [id, card] : totals.cards) {
            if (suppress(to_int(card.opened())).is_exact()) {
                for (std::size_t i = 0; i < sums.size(); ++i) {
                    sums.at(i) += card.reached.at(way).at(i);
                }
            }
        }
        return sums;
    }

    void write(const Part& part, const Figure& figure) {
        evaluation_.rows.push_back({.measure = part.measure,
                                    .card = card_,
                                    .value = part.value,
                                    .band = part.band,
                                    .figure = figure});
    }

    /// Returns whether the number may be split further; so does `split` for each part.
    bool alone(const Part& part) {
        const Figure figure = suppress(to_int(part.number));
        write(part, figure);
        return figure.is_exact();
    }

    std::vector<bool> split(std::span<const Part> parts) {
        std::vector<int> numbers;
        for (const Part& part : parts) {
            numbers.push_back(to_int(part.number));
        }
        std::vector<bool> exact;
        const std::vector<Figure> figures = suppress(numbers);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            write(parts[i], figures[i]);
            exact.push_back(figures[i].is_exact());
        }
        return exact;
    }

    std::vector<bool> split(std::initializer_list<Part> parts) {
        return split(std::span(parts.begin(), parts.size()));
    }

    /// The later in the day, the more there is to ask about: the first band is the first to go.
    void by_band(Measure measure, Numbers numbers) {
        std::vector<Part> parts;
        parts.reserve(numbers.size());
        for (std::size_t i = numbers.size(); i-- > 0;) {
            parts.push_back(
                {.measure = measure, .band = evaluation_.bands.at(i), .number = numbers[i]});
        }
        split(parts);
    }

    void by_ending(const CardTotals& card, bool imposed) {
        std::vector<Part> parts;
        for (std::size_t i = 0; i < desk::kEndings; ++i) {
            const auto ending = static_cast<desk::Ending>(i);
            if (desk::is_imposed(ending) == imposed) {
                parts.push_back({.measure = imposed ? Measure::imposed : Measure::open_ended,
                                 .value = std::string(desk::to_string(ending)),
                                 .number = card.endings.at(i)});
            }
        }
        split(parts);
    }

    void write_visits(const CardTotals& card, const std::vector<desk::Quarter>& quarters) {
        std::vector<Part> parts;
        parts.reserve(quarters.size());
        for (std::size_t i = 0; i < quarters.size(); ++i) {
            parts.push_back({.measure = Measure::opened,
                             .value = to_string(quarters[i]),
                             .number = card.quarters[i]});
        }
        split(parts);
        const auto exact = split({{.measure = Measure::worse, .number = sum(card.worse)},
                                  {.measure = Measure::stayed, .number = sum(card.stayed)}});
        if (exact[0]) {
            by_band(Measure::worse, card.worse);
        }
        if (exact[1]) {
            by_band(Measure::stayed, card.stayed);
        }
        split({{.measure = Measure::after, .number = card.after},
               {.measure = Measure::not_after, .number = card.opened() - card.after}});
        for (const auto& [step, number] : card.steps) {
            const std::string value = std::to_string(step);
            split(
                {{.measure = Measure::step, .value = value, .number = number},
                 {.measure = Measure::not_step, .value = value, .number = card.opened() - number}});
        }
    }

    void write_endings(const CardTotals& card) {
        const auto exact = split({{.measure = Measure::open_ended, .number = sum(card.open_ended)},
                                  {.measure = Measure::imposed, .number = sum(card.imposed)}});
        if (exact[0]) {
            by_ending(card, false);
            by_band(Measure::open_ended, card.open_ended);
        }
        if (exact[1]) {
            by_ending(card, true);
            by_band(Measure::imposed, card.imposed);
        }
        split({{.measure = Measure::help, .number = card.help},
               {.measure = Measure::no_help, .number = card.ended() - card.help}});
    }

    void write_way(const std::string& way, Numbers by_reach) {
        if (!alone({.measure = Measure::way, .value = way, .number = sum(by_reach)})) {
            return;
        }
        std::vector<Part> parts;
        parts.reserve(by_reach.size());
        for (std::size_t i = 0; i < by_reach.size(); ++i) {
            parts.push_back({.measure = Measure::way,
                             .value = way,
                             .band = std::string(desk::to_string(static_cast<desk::Reach>(i))),
                             .number = by_reach[i]});
        }
        split(parts);
    }

    desk::Evaluation& evaluation_;
    std::string card_;
};

/// Those in use, and those only counted, which nothing but their counts tells of any more.
std::vector<desk::NamedCard> named_cards(const Totals& totals, const Published& published) {
    std::vector<desk::NamedCard> cards = published.cards;
    for (const auto& [id, card] : totals.cards) {
        if (std::ranges::find(published.cards, id, &desk::NamedCard::id) == published.cards.end()) {
            cards.push_back({.id = id, .title = id, .code = card.code});
        }
    }
    std::ranges::sort(cards, {},
                      [](const desk::NamedCard& it) { return std::tie(it.code, it.title, it.id); });
    return cards;
}

} // namespace

desk::Evaluation publish(const Counts& counts, const Published& published) {
    return publish(total(counts, published), published);
}

desk::Evaluation publish(const Totals& totals, const Published& published) {
    desk::Evaluation evaluation{.site = published.site,
                                .desk = published.desk,
                                .first = published.first,
                                .last = published.last,
                                .bands = totals.bands,
                                .cards = named_cards(totals, published)};
    Writer writer(evaluation);
    const std::vector<desk::Quarter> quarters = quarters_of(published);
    for (const desk::NamedCard& card : evaluation.cards) {
        const auto counted = totals.cards.find(card.id);
        if (counted == totals.cards.end()) {
            writer.write_unused(card.id);
        } else {
            writer.write_card(card.id, counted->second, quarters);
        }
    }
    writer.write_all_cards(totals);
    return evaluation;
}

} // namespace tally
