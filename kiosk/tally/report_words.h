#pragma once

#include "cards/code.h"
#include "cards/fairness.h"
#include "desk/count.h"
#include "desk/time_band.h"
#include "i18n/message.h"
#include "i18n/numbers.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

/// Every word that a report's page says by itself, in one place.
namespace tally::words {

using i18n::Message;
using i18n::message;
using i18n::tr;
using i18n::tr_plural;

inline constexpr Message kReport = message("Deskcards report");
inline constexpr Message kInShort = message("In short");
inline constexpr Message kOpened = message("Cards opened");
inline constexpr Message kWorse = message("What got worse");
inline constexpr Message kEnded = message("How it ended");
inline constexpr Message kFast = message("How fast a card was found");
inline constexpr Message kFair = message("Is it fair?");
inline constexpr Message kReview = message("Fairness review");
inline constexpr Message kPlan = message("The plan");
inline constexpr Message kMissed = message("Searches that found nothing");
inline constexpr Message kBranches = message("The branches");

inline constexpr Message kUnderFive = message("under 5");
inline constexpr Message kNotShown = message("not shown");
inline constexpr Message kNothing = message("Nothing was counted.");
inline constexpr Message kCard = message("Card");
inline constexpr Message kCode = message("Code");
inline constexpr Message kByCard = message("Visits by card");
inline constexpr Message kVisits = message("Visits");
inline constexpr Message kAll = message("All");

/// Under the title.
inline constexpr Message kPrivacy = message(
    "This report has counts only, and never names. A count below 5 is shown as “under 5”; some "
    "others are not shown because they would give those away. Totals are of what is shown.");
inline constexpr Message kDash = message("A dash stands where nothing is counted.");
inline constexpr Message kNotCounting =
    message("The desk does not count at present: these are figures from before.");

inline constexpr Message kNothingWorse = message("No visit is known to have got worse.");
inline constexpr Message kWorseByCard =
    message("Visits that went on to a more serious card, by card and part of the day");
inline constexpr Message kEndings = message("Endings that staff told of, by card");
inline constexpr Message kImposedByBand =
    message("Endings that were imposed, by card and part of the day");
inline constexpr Message kImposedAre =
    message("Imposed are the endings that the library decided over somebody’s head: asked to "
            "leave, suspended, and an emergency call.");
inline constexpr Message kToldOf = message("Endings told of");
inline constexpr Message kHelpCalled = message("Help called");
inline constexpr std::array kEndingHeads{
    message("outcome", "Settled"), message("outcome", "Agreed to differ"),
    message("outcome", "Left"),    message("Asked to leave"),
    message("Suspended"),          message("Emergency call")};

inline constexpr Message kWays =
    message("Ways to a card from home, and the time from leaving home to the card");
inline constexpr Message kWay = message("Way");
inline constexpr Message kWayShares = message("Cards found");
inline constexpr std::array kWayNames{
    message("Tile on the board"),    message("Code’s acronym"), message("Key"), message("Search"),
    message("From another program"), message("Link on a card")};
inline constexpr std::array kReachHeads{message("Under 2 s"), message("2 to 5 s"),
                                        message("5 to 10 s"), message("Longer")};

inline constexpr Message kNoComparisons =
    message("There is too little to compare yet: the numbers that are shown are too small for a "
            "test. That says nothing for fairness, or against it.");
inline constexpr Message kNoProof =
    message("That is no proof of fairness: a difference has to be large, or the numbers have to "
            "be, for it to be seen here.");
inline constexpr Message kReadWithCare = message("What this can and cannot say");
inline constexpr std::array kCaveats{
    message("A difference is no proof that something is unfair. Other people come in the evening "
            "than in the morning, and with other troubles. It is a reason to look."),
    message("Endings are what staff told of. If some tell of hard endings only, and others of "
            "all, that alone makes a difference."),
    message("Small numbers say nothing. What is compared has to be large enough for the test."),
    message("Nobody’s background is recorded, so no group of people can be compared with another. "
            "Complaints, and talking with those concerned, are the way to learn of that."),
};

inline constexpr Message kReviewTable = message("The answers, card by card");
inline constexpr Message kDue = message("Due");
inline constexpr Message kNow = message("now");
inline constexpr Message kNoReviews = message("There are no cards to review.");
inline constexpr std::array kFairQuestions{
    message("Is the rule about what people do?"),
    message("Is it needed for the use of the library?"),
    message("Is it understood in other languages and with disabilities?"),
    message("Is it known whom it falls on hardest, and is that fair to them?"),
    message("Is another way offered?"),
};
// Translators: the five questions of the fairness review as heads of narrow columns.
inline constexpr std::array kFairHeads{
    message("Conduct"),      message("Needed"),      message("Understood"),
    message("Whom it hits"), message("Another way"),
};
// Translators: the answers to a question of the fairness review.
inline constexpr std::array kFairAnswers{message("open"), message("yes"), message("to mend")};

inline constexpr Message kNoPlan = message("These cards have no planning page.");
inline constexpr Message kWithoutCard = message("Situations without a card");
inline constexpr Message kProblems = message("What the check of the cards names");
inline constexpr Message kNoProblems = message("The check of the cards names no problems.");
inline constexpr Message kWhere = message("Where");
inline constexpr Message kWhat = message("What to look at");
inline constexpr Message kThePack = message("The cards as a whole");

inline constexpr Message kMissedTable = message("Words that were searched for without a card");
inline constexpr Message kWordsHead = message("Words");
inline constexpr Message kSearches = message("Searches");
inline constexpr Message kOtherWords = message("All other words");

inline constexpr Message kBranch = message("Branch");
inline constexpr Message kBranchTable = message("The branches beside each other");
inline constexpr Message kBranchCards = message("Visits by card and branch");
inline constexpr Message kWentOn = message("Got worse");
inline constexpr Message kImposedHead = message("Endings imposed");
inline constexpr Message kJoined =
    message("A figure of all branches is their sum where each of them shows its part; where one "
            "does not, it is what the others show: “42+” is 42 or more.");

inline constexpr Message kSummed =
    message("The figures of all branches are those of the sums of what their desks counted. Of a "
            "branch by itself, a count below 5 is not shown, nor another that would give it away.");
inline constexpr Message kCameIn = message("What came from the desks");
inline constexpr Message kAllCame =
    message("No month is missing from a desk’s first to the latest of all.");
inline constexpr Message kMissingMonths =
    message("From a desk’s first month to the latest of all, these are missing:");

/// "1,204".
inline std::string number(std::int64_t count) {
    return i18n::decimal(static_cast<double>(count), 0);
}

inline std::string percent(std::int64_t part, std::int64_t whole) {
    constexpr double kHundred = 100;
    // Translators: a share, {0} is a number.
    return tr("{0}%",
              i18n::decimal(kHundred * static_cast<double>(part) / static_cast<double>(whole), 0));
}

inline std::string at_least(std::int64_t count) {
    return tr("at least {0}", number(count));
}

/// The same where there is little room.
inline std::string or_more(std::int64_t count) {
    return tr("{0}+", number(count));
}

/// "12 of 102".
inline std::string part_of(std::int64_t part, std::int64_t whole) {
    return tr("{0} of {1}", number(part), number(whole));
}

inline std::string code(cards::Code code) {
    switch (code) {
    case cards::Code::green: return tr("Green");
    case cards::Code::yellow: return tr("Yellow");
    case cards::Code::red: return tr("Red");
    case cards::Code::blue: return tr("Blue");
    }
    return {};
}

// Translators: {0} is the number of a quarter of a year, {1} the year.
inline std::string quarter(const desk::Quarter& quarter) {
    return tr("Q{0} {1}", quarter.number, std::to_string(quarter.year));
}

inline std::string unfinished(const desk::Quarter& last) {
    return tr("{0} so far", quarter(last));
}

/// A part of the day as a head: the usual ones in the language in use, others as they are.
inline std::string band(std::string_view band) {
    return band == "opening"     ? tr("Opening")
           : band == "midday"    ? tr("Midday")
           : band == "afternoon" ? tr("Afternoon")
           : band == "evening"   ? tr("Evening")
                                 : std::string(band);
}

/// The same in a sentence.
inline std::string in_band(std::string_view band) {
    return band == "opening"     ? tr("after opening")
           : band == "midday"    ? tr("at midday")
           : band == "afternoon" ? tr("in the afternoon")
           : band == "evening"   ? tr("in the evening")
                                 : tr("in the part of the day “{0}”", band);
}

inline std::string at_branch(std::string_view branch) {
    return tr("at {0}", branch);
}

/// Above what one of the branches shows by itself.
inline std::string at_one_branch(std::string_view branch) {
    return i18n::tr("{0} by itself", branch);
}

inline std::string visits(std::int64_t count, bool all) {
    const auto n = static_cast<std::size_t>(count);
    return all ? tr_plural("{1} visit to a card was counted.", "{1} visits to cards were counted.",
                           n, number(count))
               : tr_plural("At least {1} visit to a card was counted.",
                           "At least {1} visits to cards were counted.", n, number(count));
}

/// Of a code's visits, how many went on to a more serious card.
inline std::string got_worse(std::string_view code, std::int64_t worse, std::int64_t visits) {
    return tr("{0}: {1} of {2} visits went on to a more serious card.", code,
              percent(worse, visits), number(visits));
}

inline std::string got_worse_at_least(std::string_view code, std::int64_t worse,
                                      std::string_view visits) {
    return tr("{0}: at least {1} of {2} visits went on to a more serious card; some counts are "
              "not shown.",
              code, number(worse), visits);
}

inline std::string worse_not_shown(std::string_view code, std::string_view visits) {
    return tr("{0}: how many of {1} visits went on to a more serious card is not shown.", code,
              visits);
}

inline std::string ended(std::string_view ended, std::string_view imposed) {
    return tr("Endings that staff told of: {0}. Imposed: {1}.", ended, imposed);
}

inline std::string differences(std::size_t count, std::size_t comparisons) {
    return count == 0
               ? tr_plural("Nothing differs by more than chance ({0} comparison).",
                           "Nothing differs by more than chance ({0} comparisons).", comparisons)
               : tr_plural("{0} difference is larger than chance makes it: see “{1}”.",
                           "{0} differences are larger than chance makes them: see “{1}”.", count,
                           kFair);
}

inline std::string too_little() {
    return tr("There is too little yet to say whether something differs by more than chance.");
}

inline std::string none_larger(std::size_t comparisons) {
    return tr_plural("{0} comparison was made, and showed no difference larger than chance makes.",
                     "{0} comparisons were made, and none showed a difference larger than chance "
                     "makes.",
                     comparisons);
}

inline std::string some_larger(std::size_t comparisons, std::size_t findings) {
    return tr_plural("{0} comparison was made. Larger than chance makes them: {1}.",
                     "{0} comparisons were made. Larger than chance makes them: {1}.", comparisons,
                     findings);
}

/// {1} of {2} on the one side, {5} of {6} on the other.
inline std::string imposed_differs(std::string_view card, std::int64_t high, std::int64_t high_of,
                                   std::string_view high_when, std::string_view low_when,
                                   std::int64_t low, std::int64_t low_of) {
    // Translators: {3} and {4} are such as "in the evening" and "at midday", or "at Riverside".
    return tr("On “{0}”, {1} of {2} endings {3} were imposed; {4} {5} of {6}.", card, number(high),
              number(high_of), high_when, low_when, number(low), number(low_of));
}

inline std::string worse_differs(std::string_view card, std::int64_t high, std::int64_t high_of,
                                 std::string_view high_when, std::string_view low_when,
                                 std::int64_t low, std::int64_t low_of) {
    // Translators: {3} and {4} are such as "in the evening" and "at midday", or "at Riverside".
    return tr("On “{0}”, {1} of {2} visits {3} went on to a more serious card; {4} {5} of {6}.",
              card, number(high), number(high_of), high_when, low_when, number(low),
              number(low_of));
}

/// "less than 0.001", or the number.
inline std::string chance(double p) {
    constexpr double kLeast = 0.001;
    constexpr int kDigits = 3;
    return p < kLeast ? tr("less than {0}", i18n::decimal(kLeast, kDigits))
                      : i18n::decimal(p, kDigits);
}

inline std::string test(double chi_squared, int degrees, double p, double adjusted) {
    return tr("Pearson’s chi-squared test: χ² = {0}, degrees of freedom {1}, p {2}; p adjusted for "
              "all comparisons (Holm) {3}.",
              i18n::decimal(chi_squared, 1), degrees, chance(p), chance(adjusted));
}

inline std::string false_alarms(double share) {
    constexpr double kWhole = 1;
    return tr("Where all is even, about one report in {0} points something out by chance alone.",
              number(static_cast<std::int64_t>(kWhole / share)));
}

inline std::string reviewed(std::size_t reviewed, std::size_t cards) {
    return tr_plural("{1} of {0} card has a fairness review that stands.",
                     "{1} of {0} cards have a fairness review that stands.", cards, reviewed);
}

inline std::string review_due(std::size_t due) {
    return tr_plural("{0} card is due for a fairness review.",
                     "{0} cards are due for a fairness review.", due);
}

inline std::string never_whole(std::size_t cards) {
    return tr_plural("On {0} of those not every question has an answer yet.",
                     "On {0} of those not every question has an answer yet.", cards);
}

inline std::string next_due_now(std::string_view card) {
    return tr("Next: “{0}”, due now.", card);
}

inline std::string next_due(std::string_view card, std::string_view date) {
    return tr("Next: “{0}”, due on {1}.", card, date);
}

inline std::string made_on(std::string_view date) {
    return tr("Made on {0}", date);
}

inline std::string period(std::string_view first, std::string_view last) {
    return tr("{0} to {1}", first, last);
}

inline std::string by_quarter(std::size_t shown, bool all) {
    return all ? tr("Visits by card and quarter")
               : tr_plural("Visits by card in the last {0} quarter",
                           "Visits by card in the last {0} quarters", shown);
}

inline std::string place(std::string_view file, int line) {
    return line > 0 ? tr("{0}, line {1}", file, line) : std::string(file);
}

inline std::string more_problems(std::size_t count) {
    return tr_plural("And {0} more: see Menu, Things to look at.",
                     "And {0} more: see Menu, Things to look at.", count);
}

/// In place of the tables of cards by branch.
inline std::string no_branch_cards(std::size_t most, std::size_t branches) {
    return tr("Visits by card and branch stand here for up to {0} branches; these are {1}.", most,
              number(static_cast<std::int64_t>(branches)));
}

inline std::string more_words(std::size_t count) {
    return tr_plural("And {0} more: figures.csv has it.", "And {0} more: figures.csv has them.",
                     count);
}

inline std::string titled(std::string_view label, std::string_view text) {
    return tr("{0}: {1}", label, text);
}

} // namespace tally::words
