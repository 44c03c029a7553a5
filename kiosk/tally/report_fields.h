#pragma once

#include "desk/evaluation.h"
#include "tally/csv.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>

/// What may stand in a field of a report's files.
namespace tally {

inline constexpr std::size_t kMaxReportText = 120; ///< Characters: of names, titles and words.

/// The largest count of a report, also of one that joins thousands of desks; the sum of two is
/// still a number that can be kept.
inline constexpr int kMostCounted = 1'000'000'000;

/// Most quarters that a report may cover: ten years.
inline constexpr int kMostQuarters = 40;

/// Most parts of the day that a file may name. What joins desks has those of all.
inline constexpr std::size_t kMostBandLines = 60;

/// "2026-Q4"; nothing for any other text.
std::optional<desk::Quarter> parse_quarter(std::string_view text);

/// A number as `std::to_string` writes it, from 0 to `most`.
std::optional<int> parse_number(std::string_view text, int most);

/// True for a text that fits on one line and can be seen whole; it may be empty.
bool is_report_text(std::string_view text);

/// True if the row's value and band are among those that its measure may have (`desk::Measure`).
bool fits_measure(const desk::Row& row, const desk::Evaluation& evaluation);

/// The sentence about a field that says what it may not.
std::string wrong_field(std::string_view column, std::string_view value);

/// "figures.csv, line 12: …".
std::string in_file(std::string_view file, const CsvError& error);

} // namespace tally
