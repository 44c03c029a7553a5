#pragma once

#include "cards/card.h"
#include "cards/fairness.h"
#include "cards/problem.h"
#include "cards/progress.h"
#include "desk/evaluation.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// Which cards a library has looked at for fairness, and which are next.
namespace desk {

/// The answers given on this desk, by the card's id.
using FairnessReviews = std::map<std::string, cards::FairnessReview>;

/// How long a review stands before the next is due.
inline constexpr std::chrono::months kReviewStands{12};

/// How it stands with one card.
struct CardFairness {
    NamedCard card;
    cards::FairnessReview review; ///< The desk's own, or that of the card's file if that is later.
    std::string due;     ///< ISO: the day on which it is due again. Empty: it was never whole.
    bool overdue = true; ///< It was never whole, or the day has come.
    friend bool operator==(const CardFairness&, const CardFairness&) = default;
};

/// How it stands with each situation of a pack, what is due first at the front.
std::vector<CardFairness> fairness_of(const cards::Pack& pack, const FairnessReviews& reviews,
                                      std::chrono::year_month_day today);

/// How far a library is with its plan.
struct PlanStatus {
    std::optional<cards::Progress> progress; ///< Nothing: the cards have no planning page.
    std::vector<cards::Problem> problems;    ///< What `check` says of the cards.
};

/// "2026-11-26".
std::string iso_date(std::chrono::year_month_day day);

} // namespace desk
