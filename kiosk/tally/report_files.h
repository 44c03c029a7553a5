#pragma once

#include "tally/report.h"

#include <array>
#include <expected>
#include <string>
#include <string_view>

/// The two files of figures: how they are written, and read from a folder that is not trusted.
/// REPORT.md describes their columns.
namespace tally {

inline constexpr const char* kFiguresFile = "figures.csv";
inline constexpr const char* kFairnessFile = "fairness.csv";
inline constexpr const char* kPageFile = "report.html";

inline constexpr std::array<std::string_view, 12> kFiguresColumns{
    "site", "desk",  "made",    "from",  "to",   "code",
    "card", "title", "measure", "value", "band", "count"};
inline constexpr std::array<std::string_view, 11> kFairnessColumns{
    "card",       "title",   "code",        "date", "conduct", "needed",
    "understood", "hardest", "another-way", "due",  "overdue"};

// Lines of figures.csv that count nothing have these words for a measure.
inline constexpr std::string_view kDeskLine = "desk"; ///< The first line: whose figures they are.
inline constexpr std::string_view kBandLine = "band"; ///< A part of the day, in its order.
inline constexpr std::string_view kCardLine = "card"; ///< A card that was counted or is in use.

inline constexpr std::string_view kUnderFive = "under 5";
inline constexpr std::string_view kNotShown = "not shown";

std::string figures_csv(const Report& report);
std::string fairness_csv(const Report& report);

/// Each fills in its part of the report, or says what is wrong: "figures.csv, line 3: …".
std::expected<void, std::string> read_figures(std::string_view bytes, Report& report);
std::expected<void, std::string> read_fairness(std::string_view bytes, Report& report);

} // namespace tally
