#include "tally/coverage.h"

#include "i18n/message.h"
#include "i18n/numbers.h"
#include "tally/count_fields.h"

#include <algorithm>

namespace tally {

using i18n::tr;
using i18n::tr_plural;

std::string in_words(const std::vector<std::chrono::year_month>& months) {
    constexpr std::size_t kMostSpans = 4;
    std::string text;
    std::size_t spans = 0;
    for (std::size_t from = 0; from < months.size();) {
        std::size_t to = from + 1;
        while (to < months.size() && months[to] == months[to - 1] + std::chrono::months(1)) {
            ++to;
        }
        if (spans++ == kMostSpans) {
            return tr_plural("{1} and {0} more month", "{1} and {0} more months",
                             months.size() - from, text);
        }
        // Translators: from one month to another, such as "2026-03 to 2026-05".
        const std::string span =
            to == from + 1 ? to_text(months[from])
                           : tr("{0} to {1}", to_text(months[from]), to_text(months[to - 1]));
        text.append(text.empty() ? "" : ", ").append(span);
        from = to;
    }
    return text;
}

std::string sentence_of(const Coverage& coverage) {
    const auto number = [](std::size_t count) {
        return i18n::decimal(static_cast<double>(count), 0);
    };
    return tr_plural("Counts of {1} desk.", "Counts of {1} desks.", coverage.desks,
                     number(coverage.desks)) +
           " " +
           tr_plural("There is {1} month of a desk.", "There are {1} months of desks.",
                     coverage.months, number(coverage.months));
}

std::vector<std::string> missing_lines(const Coverage& coverage, std::size_t most) {
    std::vector<std::string> lines;
    for (const MissingMonths& it : coverage.missing) {
        if (lines.size() == most) {
            lines.push_back(tr_plural("And {0} more desk.", "And {0} more desks.",
                                      coverage.missing.size() - most));
            break;
        }
        lines.push_back(it.site.empty()
                            ? tr("{0}: {1}", it.desk, in_words(it.months))
                            // Translators: a branch, its desk, and months.
                            : tr("{0}, {1}: {2}", it.site, it.desk, in_words(it.months)));
    }
    return lines;
}

} // namespace tally
