#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// A library's own look at whether a card is fair: five questions, answered and dated. They follow
/// what the American Library Association asks of rules for patrons' behaviour: about conduct,
/// needed for the use of the library, clear to everybody, aimed at no group, and no stricter than
/// they have to be (Guidelines for the Development of Policies and Procedures Regarding User
/// Behavior and Library Usage, 2019).
namespace cards {

enum class FairQuestion : std::uint8_t {
    conduct,     ///< Is the rule about what people do?
    needed,      ///< Is it needed for the use of the library?
    understood,  ///< Is it understood in other languages and with disabilities?
    hardest,     ///< Is it known whom it falls on hardest, and is that fair to them?
    another_way, ///< Is another way offered?
};
inline constexpr std::size_t kFairQuestions = 5;

/// The word that a card's file has for a question: "conduct", "another-way".
std::string_view to_string(FairQuestion question);
std::optional<FairQuestion> parse_fair_question(std::string_view word);

enum class FairAnswer : std::uint8_t {
    open, ///< Not answered yet.
    yes,
    to_mend,
};

/// The answers to all questions about one card, as they stood on a day.
struct FairnessReview {
    std::string date; ///< ISO: the day of the last answer. Empty if there is none.
    std::array<FairAnswer, kFairQuestions> answers{};
    friend bool operator==(const FairnessReview&, const FairnessReview&) = default;
};

/// True if every question has an answer.
bool is_complete(const FairnessReview& review);

} // namespace cards
