#include "cards/fairness.h"

#include <algorithm>

namespace cards {

namespace {

constexpr std::array<std::string_view, kFairQuestions> kWords{"conduct", "needed", "understood",
                                                              "hardest", "another-way"};

} // namespace

std::string_view to_string(FairQuestion question) {
    return kWords.at(static_cast<std::size_t>(question));
}

std::optional<FairQuestion> parse_fair_question(std::string_view word) {
    const auto* const found = std::ranges::find(kWords, word);
    return found == kWords.end() ? std::nullopt
                                 : std::optional(static_cast<FairQuestion>(found - kWords.begin()));
}

bool is_complete(const FairnessReview& review) {
    return std::ranges::none_of(review.answers,
                                [](FairAnswer answer) { return answer == FairAnswer::open; });
}

} // namespace cards
