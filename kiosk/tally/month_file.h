#pragma once

#include "desk/evaluation.h"
#include "tally/counts.h"

#include <array>
#include <chrono>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a desk counted in one month, as a file for the machine that joins those of all desks.
/// REPORT.md describes its columns.
///
/// It holds the counts themselves, small ones too, so that their sums are right: only what is made
/// of the sums may be shown. It has no day, no time, and no words that are not on the list in
/// desk/plain_words.h.
namespace tally {

inline constexpr std::array<std::string_view, 7> kMonthColumns{"month", "band",   "card", "code",
                                                               "what",  "detail", "count"};

// Lines that say whose the counts are have these words for `what`, and the text in `detail`.
inline constexpr std::string_view kSiteLine = "site";     ///< The branch's name.
inline constexpr std::string_view kSlugLine = "desk";     ///< What tells the desk from all others.
inline constexpr std::string_view kNameLine = "name";     ///< The desk's name, as people say it.
inline constexpr std::string_view kMissedLine = "missed"; ///< Searches without a card.
// "band" and "card" are those of report_files.h.

/// Whose counts they are, and of when.
struct MonthHead {
    std::chrono::year_month month;
    std::string site;                   ///< The branch's name; may be empty.
    std::string desk;                   ///< As an id: "riverside-circulation"; a library's are all
                                        ///< different.
    std::string name;                   ///< "Circulation desk"; may be empty.
    std::vector<std::string> bands;     ///< In the order of the day.
    std::vector<desk::NamedCard> cards; ///< Those in use.
    friend bool operator==(const MonthHead&, const MonthHead&) = default;
};

/// A month's file as it was read. Its bands and cards are those in use and those only counted.
struct Month {
    MonthHead head;
    Counts counts;
    friend bool operator==(const Month&, const Month&) = default;
};

/// The months before `before`, from the first in which something was counted, one after the other:
/// also those between and after in which nothing was, so that a month without counts and one whose
/// file is missing can be told apart. The last ten years of them at most.
std::vector<std::chrono::year_month> months_over(const Counts& counts,
                                                 std::chrono::year_month before);

/// "counts-2026-10.csv".
std::string month_file_name(std::chrono::year_month month);

/// The month of a file of such a name; nothing for any other name.
std::optional<std::chrono::year_month> parse_month_file_name(std::string_view name);

/// The file of `head.month`; counts of other months are left out. The same counts make the same
/// file.
std::string month_csv(const Counts& counts, const MonthHead& head);

/// A file that is not trusted: whatever is not as `month_csv` writes it is an error, as a sentence
/// with the line ("line 12: …"). Words that are not on this program's list count as other words.
std::expected<Month, std::string> read_month(std::string_view bytes);

} // namespace tally
