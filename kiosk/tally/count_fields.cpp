#include "tally/count_fields.h"

#include "desk/count.h"

#include <algorithm>
#include <charconv>

namespace tally {

namespace {

constexpr std::size_t kYearDigits = 4;

/// More steps than any card has.
constexpr int kMostSteps = 99;

std::optional<int> parse_number(std::string_view digits) {
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc{} && end == digits.data() + digits.size() ? std::optional(number)
                                                                        : std::nullopt;
}

bool is_way(std::string_view word) {
    return parse_word<desk::Way>(word, desk::kWays).has_value();
}

} // namespace

std::string to_text(std::chrono::year_month month) {
    std::string year = std::to_string(static_cast<int>(month.year()));
    year.insert(0, kYearDigits - std::min(kYearDigits, year.size()), '0');
    const unsigned number = static_cast<unsigned>(month.month());
    return year + (number < 10 ? "-0" : "-") + std::to_string(number);
}

std::optional<std::chrono::year_month> parse_month(std::string_view text) {
    if (text.size() < kYearDigits + 1) {
        return std::nullopt;
    }
    const auto year = parse_number(text.substr(0, kYearDigits));
    const auto month = parse_number(text.substr(kYearDigits + 1));
    if (!year || !month) {
        return std::nullopt;
    }
    const std::chrono::year_month parsed{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month))};
    // Written again, it has to be the same: no sign, no other length, nothing between.
    return parsed.ok() && to_text(parsed) == text ? std::optional(parsed) : std::nullopt;
}

bool fits(What what, std::string_view detail) {
    switch (what) {
    case What::opened: return is_way(detail);
    case What::reached: {
        const auto space = std::min(detail.find(' '), detail.size());
        return space < detail.size() && is_way(detail.substr(0, space)) &&
               parse_word<desk::Reach>(detail.substr(space + 1), desk::kReaches).has_value();
    }
    case What::step: {
        const auto step = parse_number(detail);
        return step && *step >= 1 && *step <= kMostSteps && std::to_string(*step) == detail;
    }
    case What::ended: return parse_word<desk::Ending>(detail, desk::kEndings).has_value();
    case What::worse:
    case What::after:
    case What::help: return detail.empty();
    }
    return false;
}

} // namespace tally
