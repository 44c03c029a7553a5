#include "desk/fairness.h"

#include <algorithm>
#include <charconv>

namespace desk {

namespace {

/// A date that files have been checked to hold.
std::chrono::year_month_day parse_date(const std::string& iso) {
    const auto number = [&](std::size_t from, std::size_t digits) {
        int value = 0;
        std::from_chars(iso.data() + from, iso.data() + from + digits, value);
        return value;
    };
    constexpr std::size_t kLength = 10;
    if (iso.size() != kLength) {
        return {};
    }
    return std::chrono::year(number(0, 4)) /
           std::chrono::month(static_cast<unsigned>(number(5, 2))) /
           std::chrono::day(static_cast<unsigned>(number(8, 2)));
}

/// A day so many months later; the month's last if it has no such day.
std::chrono::year_month_day later(std::chrono::year_month_day day, std::chrono::months months) {
    const auto then = day + months;
    return then.ok() ? then : then.year() / then.month() / std::chrono::last;
}

/// The desk's answers or the file's, whichever are the later; the desk's on the same day.
cards::FairnessReview latest(const cards::Card& card, const FairnessReviews& reviews) {
    const auto own = reviews.find(card.id);
    if (own != reviews.end() && own->second.date >= card.fairness.date) {
        return own->second;
    }
    return card.fairness;
}

} // namespace

std::string iso_date(std::chrono::year_month_day day) {
    const auto two = [](unsigned number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    return std::to_string(static_cast<int>(day.year())) + "-" +
           two(static_cast<unsigned>(day.month())) + "-" + two(static_cast<unsigned>(day.day()));
}

std::vector<CardFairness> fairness_of(const cards::Pack& pack, const FairnessReviews& reviews,
                                      std::chrono::year_month_day today) {
    std::vector<CardFairness> all;
    const std::string now = iso_date(today);
    for (const cards::Card& card : pack.cards) {
        if (card.kind != cards::Card::Kind::situation) {
            continue;
        }
        CardFairness it{.card = {.id = card.id, .title = card.title, .code = card.code},
                        .review = latest(card, reviews),
                        .due = {},
                        .overdue = true};
        if (cards::is_complete(it.review) && !it.review.date.empty()) {
            it.due = iso_date(later(parse_date(it.review.date), kReviewStands));
            it.overdue = it.due <= now;
        }
        all.push_back(std::move(it));
    }
    // Those that were never whole have no date and come first.
    std::ranges::stable_sort(all, {}, &CardFairness::due);
    return all;
}

} // namespace desk
