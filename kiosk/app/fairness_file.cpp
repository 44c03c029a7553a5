#include "app/fairness_file.h"

#include "cards/fields.h"
#include "platform/durable.h"

#include <algorithm>
#include <array>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

namespace {

using cards::FairAnswer;

constexpr std::size_t kLargest = 1UZ << 20U;
constexpr std::size_t kMostCards = 5000;
constexpr std::array<std::string_view, 3> kAnswers{"open", "yes", "to-mend"};

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (const auto& part : std::views::split(text, at)) {
        parts.emplace_back(part.begin(), part.end());
    }
    return parts;
}

std::optional<std::pair<std::string, cards::FairnessReview>> parse_line(std::string_view line) {
    const std::vector<std::string_view> fields = split(line, ',');
    if (fields.size() != 2 + cards::kFairQuestions || !cards::is_id(fields[0]) ||
        !cards::is_date(fields[1])) {
        return std::nullopt;
    }
    cards::FairnessReview review{.date = std::string(fields[1]), .answers = {}};
    for (std::size_t i = 0; i < cards::kFairQuestions; ++i) {
        const auto* const answer = std::ranges::find(kAnswers, fields[i + 2]);
        if (answer == kAnswers.end()) {
            return std::nullopt;
        }
        review.answers.at(i) = static_cast<FairAnswer>(answer - kAnswers.begin());
    }
    return std::pair{std::string(fields[0]), review};
}

} // namespace

desk::FairnessReviews read_fairness(const platform::Folder& disk) {
    desk::FairnessReviews reviews;
    const auto text = disk.read(kFairnessFile, kLargest);
    for (const std::string_view line : split(text ? std::string_view(*text) : "", '\n')) {
        if (auto review = parse_line(line); review && reviews.size() < kMostCards) {
            reviews.insert(std::move(*review));
        }
    }
    return reviews;
}

platform::Result<void> keep_fairness(platform::Disk& disk, const desk::FairnessReviews& reviews) {
    std::string text = "card,date";
    for (std::size_t i = 0; i < cards::kFairQuestions; ++i) {
        text += ",";
        text += to_string(static_cast<cards::FairQuestion>(i));
    }
    text += '\n';
    for (const auto& [card, review] : reviews) {
        text += card + "," + review.date;
        for (const FairAnswer answer : review.answers) {
            text += ",";
            text += kAnswers.at(static_cast<std::size_t>(answer));
        }
        text += '\n';
    }
    return platform::save(disk, kFairnessFile, text);
}

} // namespace app
