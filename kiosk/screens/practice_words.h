#pragma once

#include "cards/practice.h"
#include "desk/drill.h"
#include "i18n/message.h"
#include "i18n/numbers.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>

/// Every word that the screens say by themselves where staff rehearse.
namespace screens::words {

using i18n::Message;
using i18n::message;

inline constexpr Message kPractice = message("Practice");
inline constexpr Message kPracticeWhat =
    message("An encounter, turn by turn. Nothing of it is recorded.");
inline constexpr Message kNothingKept = message("Nothing of this is recorded");
inline constexpr Message kStopPractice = message("Stop");
inline constexpr Message kThePatron = message("The patron");
inline constexpr Message kTrap = message("Sounds right, and is not:");
inline constexpr Message kGoOn = message("Go on");
inline constexpr Message kTryAnother = message("Try another answer");
inline constexpr Message kOnceMore = message("Once more from the start");
inline constexpr Message kOtherPractices = message("Other practices");
inline constexpr Message kWhichCard = message("Which card would you open?");
inline constexpr Message kFindIt = message("Find it: how fast do you reach a card?");
inline constexpr Message kFindItShort = message("Find it");
inline constexpr Message kFindThis = message("Find this card");
inline constexpr Message kOnlyTimesKept = message("Only times are kept, without names");
inline constexpr Message kGo = message("Go");
inline constexpr Message kAnother = message("Another card");
inline constexpr Message kNextCard = message("The next card");
inline constexpr Message kBackToPractice = message("Back to the practice");

/// How tense it is, in words and as a number.
inline std::string tension(int tension) {
    constexpr std::array kWords{message("Settled"), message("Uneasy"), message("Tense"),
                                message("Very tense"), message("Unsafe")};
    const auto place = std::min<std::size_t>(static_cast<std::size_t>(tension) / 2, 4);
    return i18n::tr("{0}: {1} of {2}", kWords.at(place), tension, cards::kMostTension);
}

inline std::string ending(cards::Ending ending) {
    switch (ending) {
    case cards::Ending::settled: return message("outcome", "Settled");
    case cards::Ending::differed: return message("outcome", "Agreed to differ");
    case cards::Ending::left: return message("outcome", "Left");
    case cards::Ending::help: return message("outcome", "Help called");
    }
    return {};
}

inline std::string practice(std::string_view title) {
    return i18n::tr("Practice · {0}", title);
}

/// Where one is in a practice, and how far it may go at most.
inline std::string turn_of(int turn, int most) {
    return i18n::tr("Turn {0} of {1}", turn, most);
}

/// "1.9 s".
inline std::string seconds(std::chrono::milliseconds time) {
    return i18n::tr("{0} s", i18n::decimal(static_cast<double>(time.count()) / 1000.0, 1));
}

inline std::string which_card(std::chrono::milliseconds best) {
    return i18n::tr("Which card would you open? Best: {0}", seconds(best));
}

inline std::string card_that_helps(std::string_view title) {
    return i18n::tr("The card that helps: {0}", title);
}

inline std::string open_card(std::string_view title) {
    return i18n::tr("Open the card: {0}", title);
}

inline std::string find_card(std::string_view title) {
    return i18n::tr("Find: {0}", title);
}

inline std::string found_in(std::chrono::milliseconds time) {
    return i18n::tr("Found in {0}", seconds(time));
}

inline std::string times_of_card(const desk::FoundSummary& times) {
    return i18n::tr("This card: best {0}, median {1}", seconds(times.best), seconds(times.median));
}

inline std::string times_of_desk(const desk::FoundSummary& times) {
    return i18n::tr_plural("This desk: best {1}, median {2}, {0} time",
                           "This desk: best {1}, median {2}, {0} times", times.count,
                           seconds(times.best), seconds(times.median));
}

} // namespace screens::words
