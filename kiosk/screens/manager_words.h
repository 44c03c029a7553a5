#pragma once

#include "cards/fairness.h"
#include "desk/evaluation.h"
#include "desk/fairness.h"
#include "desk/state.h"
#include "i18n/message.h"
#include "i18n/numbers.h"

#include <array>
#include <string>
#include <string_view>

/// Every word that the screens say by themselves where the manager looks at what was counted, and
/// where staff tell how it ended.
namespace screens::words {

using i18n::Message;
using i18n::message;

inline constexpr Message kManager = message("Manager");
inline constexpr Message kOnlyCounts = message("Only counts, never names");
inline constexpr Message kCounting = message("One moment: the counts are being read.");
inline constexpr Message kCountingOff =
    message("Counting is off. These are the figures from before.");
inline constexpr Message kCardsOpened = message("Cards opened");
inline constexpr Message kGotWorse = message("What got worse");
inline constexpr Message kHowItEnded = message("How it ended");
inline constexpr Message kHowFast = message("How fast");
inline constexpr Message kIsItFair = message("Is it fair?");
inline constexpr Message kFairnessReview = message("Fairness review");
inline constexpr Message kPlan = message("Plan");
inline constexpr Message kReportToStickShort = message("Report to stick");
inline constexpr Message kEarlier = message("Earlier");
inline constexpr Message kLater = message("Later");
inline constexpr Message kTooLittle = message("Too little has been counted to show yet.");
inline constexpr Message kNoEndings =
    message("Nobody has told yet how it ended. A card for afterwards asks, if staff want to tell.");
inline constexpr Message kWorseCaption = message("How often a more serious card was opened next");
inline constexpr Message kReachCaption =
    message("From leaving home to the card in under 5 seconds");
// Translators: for small panels, in place of the two above; 24 letters at most.
inline constexpr Message kWorseShort = message("A worse card came next");
inline constexpr Message kReachShort = message("In under 5 seconds");
inline constexpr Message kUnderFive = message("under 5");
inline constexpr Message kNotShown = message("not shown");
inline constexpr Message kNoPlan =
    message("These cards have no planning page. It is a file called plan.md in their folder.");
inline constexpr Message kNoCardYet = message("No card yet");
inline constexpr Message kAllFine = message("Every card keeps the rules.");
inline constexpr Message kSentAwayByBand = message("Sent away, or an emergency called");
// Translators: a part of the day follows, as in "Sent away: Evening".
inline constexpr Message kSentAway = message("Sent away");
inline constexpr Message kFiveQuestions = message("Five questions about each card, once a year");
inline constexpr Message kNoFindings = message("No difference was larger than chance.");
inline constexpr Message kCaution = message("Be careful");
inline constexpr Message kCaveat = message(
    "A difference is a question, not an answer: other people may come at other times, and staff "
    "may not tell of every ending. No difference is no proof of fairness. Nobody's background is "
    "recorded or guessed.");
inline constexpr Message kAnswerYes = message("Yes");
inline constexpr Message kAnswerNo = message("No");
inline constexpr Message kAnswerToMend = message("No, to be mended");
inline constexpr Message kOtherCards = message("Other cards");
inline constexpr Message kAskAgain = message("Ask again");
inline constexpr Message kReviewed = message("This card is reviewed.");
inline constexpr Message kNotAllAnswered = message("Not all questions are answered yet.");

// How it ended, as staff tell.
inline constexpr Message kHowDidItEnd = message("How did it end?");
// Translators: on a small button, in place of "How did it end?".
inline constexpr Message kEndingShort = message("Ending");
inline constexpr Message kOptional = message("If you want to tell. It is counted without names.");
inline constexpr Message kHelpCalled = message("Help was called");
inline constexpr Message kWasHelpCalled = message("Was help called");

inline std::string how_it_ended(desk::Ending ending) {
    constexpr std::array kWords{
        message("outcome", "Settled"), message("outcome", "Agreed to differ"),
        message("They left"),          message("Asked to leave"),
        message("Suspended"),          message("Emergency called")};
    return kWords.at(static_cast<std::size_t>(ending));
}

/// What the card's button says once it was told.
inline std::string it_ended(desk::Ending ending) {
    return i18n::tr("It ended: {0}", how_it_ended(ending));
}

inline std::string part_title(desk::ManagerView::Part part) {
    using Part = desk::ManagerView::Part;
    switch (part) {
    case Part::overview: return kManager;
    case Part::opened: return kCardsOpened;
    case Part::worse: return kGotWorse;
    case Part::endings: return kHowItEnded;
    case Part::reach: return kHowFast;
    case Part::findings: return kIsItFair;
    case Part::fairness: return kFairnessReview;
    case Part::plan: return kPlan;
    }
    return kManager;
}

inline std::string way(desk::Way way) {
    constexpr std::array kWords{message("way", "Tile"),     message("way", "Acronym"),
                                message("way", "Key"),      message("way", "Search"),
                                message("way", "Shortcut"), message("way", "Other card")};
    return kWords.at(static_cast<std::size_t>(way));
}

/// A part of the day: the usual ones have words, others are as the configuration names them.
inline std::string band(const std::string& name) {
    constexpr std::array kBands{std::pair{"opening", message("part of the day", "Opening")},
                                std::pair{"midday", message("part of the day", "Midday")},
                                std::pair{"afternoon", message("part of the day", "Afternoon")},
                                std::pair{"evening", message("part of the day", "Evening")}};
    for (const auto& [key, words] : kBands) {
        if (name == key) {
            return words;
        }
    }
    return name;
}

inline std::string quarter(const desk::Quarter& quarter) {
    switch (quarter.number) {
    case 1: return i18n::tr("January to March {0}", quarter.year);
    case 2: return i18n::tr("April to June {0}", quarter.year);
    case 3: return i18n::tr("July to September {0}", quarter.year);
    default: return i18n::tr("October to December {0}", quarter.year);
    }
}

/// For small panels.
inline std::string short_quarter(const desk::Quarter& quarter) {
    switch (quarter.number) {
    case 1: return i18n::tr("Jan–Mar {0}", quarter.year);
    case 2: return i18n::tr("Apr–Jun {0}", quarter.year);
    case 3: return i18n::tr("Jul–Sep {0}", quarter.year);
    default: return i18n::tr("Oct–Dec {0}", quarter.year);
    }
}

inline std::string figure(const std::optional<desk::Figure>& figure) {
    if (!figure) {
        return kNotShown;
    }
    switch (figure->kind()) {
    case desk::Figure::Kind::exact: return std::to_string(figure->count());
    case desk::Figure::Kind::under_five: return kUnderFive;
    case desk::Figure::Kind::withheld: return kNotShown;
    }
    return kNotShown;
}

/// "12%, 9 of 75".
inline std::string share(int part, int whole) {
    constexpr double kPercent = 100;
    return i18n::tr("{0}%, {1} of {2}", i18n::decimal(kPercent * part / whole, 0), part, whole);
}

inline std::string at_least_of(int part, int whole) {
    return i18n::tr("at least {0} of {1}", part, whole);
}

/// A card and what is said of it, as in "Sleeping (not reviewed)".
inline std::string with_note(std::string_view title, std::string_view note) {
    return i18n::tr("{0} ({1})", title, note);
}

inline std::string fairness_question(cards::FairQuestion question) {
    switch (question) {
    case cards::FairQuestion::conduct:
        return i18n::tr("Is the rule about what people do, not about who they are?");
    case cards::FairQuestion::needed:
        return i18n::tr("Is it needed, so that everyone can use the library?");
    case cards::FairQuestion::understood:
        return i18n::tr("Is it understood by people with another language or a disability?");
    case cards::FairQuestion::hardest:
        return i18n::tr("Do we know whom it falls on hardest, and is it fair to them?");
    case cards::FairQuestion::another_way: return i18n::tr("Is another way offered?");
    }
    return {};
}

inline std::string question_of(int question) {
    return i18n::tr("Question {0} of {1}", question + 1, cards::kFairQuestions);
}

inline std::string fairness_answer(cards::FairAnswer answer) {
    switch (answer) {
    case cards::FairAnswer::open: return i18n::tr("not answered");
    case cards::FairAnswer::yes: return kAnswerYes;
    case cards::FairAnswer::to_mend: return kAnswerToMend;
    }
    return {};
}

/// What is said on the list of reviews of a card that was reviewed.
inline std::string fairness_due(const desk::CardFairness& it) {
    return it.overdue ? i18n::tr("due since {0}", it.due) : i18n::tr("done until {0}", it.due);
}

inline std::string reviewed_of(std::size_t reviewed, std::size_t cards) {
    return i18n::tr_plural("{1} of {0} card is reviewed.", "{1} of {0} cards are reviewed.", cards,
                           reviewed);
}

inline std::string next_review(std::string_view title) {
    return i18n::tr("Next: {0}", title);
}

inline std::string comparisons(std::size_t count) {
    return i18n::tr_plural("{0} comparison was made.", "{0} comparisons were made.", count);
}

/// How many findings there are.
inline std::string finding_on(const desk::Evaluation& evaluation) {
    return i18n::tr_plural("{0} difference is larger than chance.",
                           "{0} differences are larger than chance.", evaluation.findings.size());
}

inline std::string finding(const desk::Finding& it) {
    const std::string high = it.between_branches ? it.high : band(it.high);
    const std::string low = it.between_branches ? it.low : band(it.low);
    return it.what == desk::Compared::imposed
               // Translators: {0} and {3} are parts of the day or branches, the rest numbers.
               ? i18n::tr("{0}: {1} of {2} ended with being sent away or an emergency call. {3}: "
                          "{4} of {5}.",
                          high, it.high_count, it.high_of, low, it.low_count, it.low_of)
               : i18n::tr("{0}: {1} of {2} went on to a more serious card. {3}: {4} of {5}.", high,
                          it.high_count, it.high_of, low, it.low_count, it.low_of);
}

inline std::string chance(double p) {
    constexpr double kLeast = 0.0001;
    constexpr int kDigits = 4;
    return p < kLeast ? i18n::tr("p < {0}", i18n::decimal(kLeast, kDigits))
                      : i18n::tr("p = {0}", i18n::decimal(p, kDigits));
}

inline std::string test_of(const desk::Finding& it) {
    // Translators: {2} and {3} are how likely chance alone is, as in "p = 0.002".
    return i18n::tr("Pearson's chi-squared {0}, {1} degrees of freedom, {2}; with all comparisons "
                    "counted in (Holm), {3}.",
                    i18n::decimal(it.chi_squared, 1), it.degrees, chance(it.p),
                    chance(it.p_adjusted));
}

} // namespace screens::words
