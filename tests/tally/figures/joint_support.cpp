#include "joint_support.h"

#include "few_counts.h"

#include <array>
#include <stdexcept>

namespace few_desks {

using namespace std::chrono_literals;

std::vector<Desk> drawn(std::uint32_t seed) {
    constexpr std::array kNames{
        std::array{"Elm Street", "elm-front"}, std::array{"Hill", "hill-front"},
        std::array{"Elm Street", "elm-back"}, std::array{"Riverside", "riverside"}};
    std::vector<Desk> desks;
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        desks.push_back({.site = kNames.at(i)[0],
                         .desk = kNames.at(i)[1],
                         .counts = few_counts::drawn(seed * 10 + static_cast<std::uint32_t>(i))});
    }
    return desks;
}

tally::Counts all_counts(const std::vector<Desk>& desks) {
    tally::Counts all;
    for (const Desk& desk : desks) {
        all.counts.insert(all.counts.end(), desk.counts.counts.begin(), desk.counts.counts.end());
        all.missed.insert(all.missed.end(), desk.counts.missed.begin(), desk.counts.missed.end());
    }
    return all;
}

std::vector<tally::Month> months(const Desk& desk) {
    const tally::Published published = few_counts::published();
    std::vector<tally::Month> all;
    for (const auto month : tally::months_over(desk.counts, 2026y / std::chrono::November)) {
        const auto read =
            tally::read_month(tally::month_csv(desk.counts, {.month = month,
                                                             .site = desk.site,
                                                             .desk = desk.desk,
                                                             .name = "Front desk",
                                                             .bands = published.bands,
                                                             .cards = published.cards}));
        if (!read) {
            throw std::runtime_error(read.error());
        }
        all.push_back(*read);
    }
    return all;
}

std::vector<tally::Month> months(const std::vector<Desk>& desks) {
    std::vector<tally::Month> all;
    for (const Desk& desk : desks) {
        for (tally::Month& month : months(desk)) {
            all.push_back(std::move(month));
        }
    }
    return all;
}

std::chrono::year_month_day today() {
    return 2026y / std::chrono::November / 27;
}

tally::Joint joined(const std::vector<tally::Month>& months) {
    tally::Joint joint(today());
    for (const tally::Month& month : months) {
        if (const auto added = joint.add(month); !added) {
            throw std::runtime_error(added.error());
        }
    }
    return joint;
}

} // namespace few_desks
