#include "tally/report_fields.h"

#include "cards/text.h"
#include "cards/utf8.h"
#include "desk/count.h"
#include "i18n/message.h"

#include <algorithm>
#include <charconv>

namespace tally {

namespace {

using desk::Measure;

/// The digits of a text from one place to another, all of which have to be digits.
std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
    const std::string_view part = text.substr(from, count);
    if (!std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; })) {
        return std::nullopt;
    }
    int number = 0;
    const auto result = std::from_chars(part.data(), part.data() + part.size(), number);
    return result.ec == std::errc{} ? std::optional(number) : std::nullopt;
}

/// True for one of the words of an enumeration that begins with 0.
template <typename Word>
bool is_word_of(std::string_view text, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        if (text == to_string(static_cast<Word>(i))) {
            return true;
        }
    }
    return false;
}

bool is_ending(std::string_view text, bool imposed) {
    for (std::size_t i = 0; i < desk::kEndings; ++i) {
        const auto ending = static_cast<desk::Ending>(i);
        if (text == to_string(ending)) {
            return desk::is_imposed(ending) == imposed;
        }
    }
    return false;
}

bool fits_quarter(std::string_view value, const desk::Evaluation& evaluation) {
    const auto quarter = parse_quarter(value);
    return quarter && *quarter >= evaluation.first && *quarter <= evaluation.last;
}

bool fits_value(const desk::Row& row, const desk::Evaluation& evaluation) {
    constexpr int kMostSteps = 99;
    switch (row.measure) {
    case Measure::opened: return row.value.empty() || fits_quarter(row.value, evaluation);
    case Measure::step:
    case Measure::not_step: return parse_number(row.value, kMostSteps).value_or(0) > 0;
    case Measure::open_ended: return row.value.empty() || is_ending(row.value, false);
    case Measure::imposed: return row.value.empty() || is_ending(row.value, true);
    case Measure::way: return row.value.empty() || is_word_of<desk::Way>(row.value, desk::kWays);
    case Measure::missed: return is_report_text(row.value);
    default: return row.value.empty();
    }
}

bool fits_band(const desk::Row& row, const desk::Evaluation& evaluation) {
    if (row.band.empty()) {
        return true;
    }
    const bool known = std::ranges::count(evaluation.bands, row.band) > 0;
    switch (row.measure) {
    case Measure::worse:
    case Measure::stayed: return known;
    case Measure::open_ended:
    case Measure::imposed: return known && row.value.empty();
    case Measure::way:
        return !row.value.empty() && is_word_of<desk::Reach>(row.band, desk::kReaches);
    default: return false;
    }
}

} // namespace

std::optional<desk::Quarter> parse_quarter(std::string_view text) {
    constexpr std::size_t kLength = 7;
    if (text.size() != kLength || text.substr(4, 2) != "-Q") {
        return std::nullopt;
    }
    const auto year = digits(text, 0, 4);
    const auto number = digits(text, 6, 1);
    if (!year || !number || *number < 1 || *number > 4) {
        return std::nullopt;
    }
    return desk::Quarter{.year = *year, .number = *number};
}

std::optional<int> parse_number(std::string_view text, int most) {
    const auto number = digits(text, 0, text.size());
    return number && *number <= most && std::to_string(*number) == text ? number : std::nullopt;
}

bool is_report_text(std::string_view text) {
    return !cards::find_bad_character(text) &&
           text.find_first_of("\t\n") == std::string_view::npos &&
           cards::count_code_points(text) <= kMaxReportText;
}

bool fits_measure(const desk::Row& row, const desk::Evaluation& evaluation) {
    const bool of_all = row.measure == Measure::way || row.measure == Measure::missed;
    return row.card.empty() == of_all && fits_value(row, evaluation) && fits_band(row, evaluation);
}

std::string wrong_field(std::string_view column, std::string_view value) {
    constexpr std::size_t kShown = 40;
    return i18n::tr("“{0}” is nothing that the column “{1}” may say here.",
                    cards::shorten(cards::printable(value), kShown), column);
}

std::string in_file(std::string_view file, const CsvError& error) {
    return i18n::tr("{0}, line {1}: {2}", file, error.line, error.text);
}

} // namespace tally
