#pragma once

#include "cards/card.h"
#include "i18n/message.h"
#include "i18n/numbers.h"
#include "look/scene.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <string>

/// Every word that the screens say by themselves, in one place. What has gone wrong, or well, is
/// told by whoever did it.
namespace screens::words {

using i18n::Message;
using i18n::message;

inline constexpr Message kHome = message("Home");
inline constexpr Message kAllSteps = message("All steps");
inline constexpr Message kMenu = message("Menu");
inline constexpr Message kPhrases = message("Words for the patron");
inline constexpr Message kPhrasesShort = message("Phrases");
inline constexpr Message kShowWords = message("Show words");
inline constexpr Message kBackToCard = message("Back to the card");
inline constexpr Message kLanguages = message("Languages");
inline constexpr Message kMoreLanguages = message("More languages");
inline constexpr Message kUnchecked = message("Not checked by a speaker yet");
inline constexpr Message kQuiet = message("Quiet screen");
inline constexpr Message kQuietShort = message("Quiet");
inline constexpr Message kSearchPrompt = message("Type, or tap here, to find a card");
inline constexpr Message kSearchPromptShort = message("Find a card");
inline constexpr Message kSearchEmpty = message("Type two or three letters");
inline constexpr Message kStillReading = message("The other cards are still being read.");
inline constexpr Message kNothingFound = message("Nothing found");
inline constexpr Message kErase = message("Erase");
inline constexpr Message kClear = message("Clear");
inline constexpr Message kSpace = message("Space");
inline constexpr Message kMore = message("More");
inline constexpr Message kBoardTitle = message("What’s happening?");
inline constexpr Message kMostUsed = message("Most used");
// Translators: on a small button, to the card for when it gets worse.
inline constexpr Message kWorse = message("Worse");
inline constexpr Message kGetHelp = message("Get help");
inline constexpr Message kAddress = message("Address to give:");
inline constexpr Message kSay = message("SAY");
inline constexpr Message kDo = message("DO");
inline constexpr Message kAvoid = message("AVOID");
inline constexpr Message kWelcome = message("Welcome. How can we help?");
inline constexpr Message kTouch = message("Touch the screen or press any key");
inline constexpr Message kComfort = message("Text and colors");
inline constexpr Message kTextSize = message("Text size");
inline constexpr std::array kTextSizes{message("Normal"), message("Large"), message("Largest")};
inline constexpr Message kColours = message("Colors");
inline constexpr std::array kColourNames{message("Light"), message("Dark"),
                                         message("High contrast")};
inline constexpr Message kLanguage = message("Language");
inline constexpr Message kRailSide = message("Acronyms");
inline constexpr Message kLeft = message("Left");
inline constexpr Message kRight = message("Right");
inline constexpr Message kReach = message("Buttons");
inline constexpr Message kWhole = message("Anywhere");
inline constexpr Message kLow = message("Low down");
inline constexpr Message kContacts = message("Whom to call");
inline constexpr Message kKeys = message("Keys");
inline constexpr Message kAbout = message("About these cards");
inline constexpr Message kProblems = message("Things to look at");
inline constexpr Message kNoProblems = message("Nothing: the cards are in order.");
inline constexpr Message kClose = message("Close");
inline constexpr Message kPacks = message("Cards on this desk");
inline constexpr Message kDropTitle = message("New cards");
inline constexpr Message kDropOnBoard = message("New cards have come: look at them");
inline constexpr Message kDropShort = message("New cards");
inline constexpr Message kCopyingShort = message("Copying…");
inline constexpr Message kWaitingShort = message("Waiting…");
inline constexpr Message kRefusedShort = message("Not taken in");
inline constexpr Message kDoneShort = message("Done");
inline constexpr Message kCopying = message("Copying. Leave the stick in");
inline constexpr Message kWaitingForRest = message("Waiting for the rest of the new cards…");
inline constexpr Message kPullOut =
    message("You can pull the stick out now. Looking at the cards…");
inline constexpr Message kLeave = message("Leave as it is");
inline constexpr Message kLeaveShort = message("Leave");
inline constexpr Message kLookFirst = message("Look at the cards first");
inline constexpr Message kLookFirstShort = message("Look first");
inline constexpr Message kLookShortest = message("Look");
inline constexpr Message kUseShort = message("Use");
inline constexpr Message kGoBackShort = message("Go back");
inline constexpr Message kBackToReview = message("Back to the update");
inline constexpr Message kPinNeeded = message("PIN needed");
inline constexpr Message kAdded = message("New");
inline constexpr Message kChanged = message("Changed");
inline constexpr Message kRemoved = message("Removed");
inline constexpr Message kNoChanges = message("Nothing that the cards say is different.");
inline constexpr Message kPin = message("Manager PIN");
inline constexpr Message kFirstPin = message("Set the manager’s PIN");
inline constexpr Message kFirstPinAgain = message("Type the PIN once more");
inline constexpr Message kFirstPinWhy = message("It lets new cards in");
inline constexpr Message kFirstPinRules =
    message("6 to 12 digits. No run like 123456, and nothing repeated like 121212");
inline constexpr Message kWrongPin = message("That is not the PIN.");
inline constexpr Message kTooEarly = message("That was too early.");
inline constexpr Message kPinsDiffer = message("The two were not the same. Type the PIN again.");
inline constexpr Message kNoPinSet =
    message("No PIN is set yet. Whoever looks after this desk sets it with: deskcards pin");
inline constexpr Message kOneMoment = message("One moment…");
inline constexpr Message kFirstPinOnBoard = message("No manager PIN is set. Set one now");
inline constexpr Message kNotNow = message("Not now");
inline constexpr Message kChecking = message("Checking…");
inline constexpr Message kDigit = message("A digit: type it on the keyboard");
inline constexpr Message kSound = message("Sound and speech");
inline constexpr Message kSpeech = message("Speech");
inline constexpr Message kSpeechTurnOn = message("Turn speech on");
inline constexpr Message kSpeechTurnOff = message("Turn speech off");
inline constexpr Message kSpeechOn = message("Speech on");
inline constexpr Message kSpeechOff = message("Speech off");
inline constexpr Message kSpeechKeys =
    message("F9 turns it on and off. F10 says the whole screen, F11 stops.");
inline constexpr Message kSpeechFaultShort = message("No speech");
inline constexpr Message kTurnOff = message("Turn off");
inline constexpr Message kLouder = message("Louder");
inline constexpr Message kQuieter = message("Quieter");
inline constexpr Message kAccept = message("OK");
inline constexpr Message kCopyOut = message("Copy the cards to the stick");
inline constexpr Message kCopyOutShort = message("Copy to stick");
inline constexpr Message kStarterInUse = message(
    "The starter pack is in use. To bring cards of your own, plug in a USB stick with a folder "
    "called deskcards.");
inline constexpr Message kInUse = message("In use");
inline constexpr Message kErrorWord = message("Error");
inline constexpr Message kWarningWord = message("Look at");

/// What is only said, for those who do not see the glass.
// Translators: what an arrow is read as: "Feeling watched to WARN".
inline constexpr Message kLeadsTo = message("to");
inline constexpr Message kChosen = message("chosen");
inline constexpr Message kUnavailable = message("not available");
inline constexpr Message kPicture = message("Picture");
inline constexpr Message kFirst = message("First");

/// What is printed on keys.
inline constexpr Message kKeyEscape = message("Esc");
inline constexpr Message kKeyEnter = message("Enter");
inline constexpr Message kKeySpace = message("Space");
inline constexpr Message kKeyPageDown = message("PgDn");
inline constexpr const char* kKeySpeech = "F9";
inline constexpr const char* kKeyQuiet = "F12";
inline constexpr std::array kKeyFrameworks{"F1", "F2", "F3", "F4"};

/// The page that explains the keys: key, and what it does.
inline constexpr std::array<std::array<Message, 2>, 11> kKeyHelp{{
    {message("F1 to F4"), message("The four acronyms, from any screen")},
    {message("1 to ="),
     message("The tiles on the board, the steps on a card, phrases, languages, answers")},
    {message("Letters"), message("Find a card; Enter opens the first")},
    {message("Space"), message("The next step")},
    {message("Arrows"), message("Steps on a card; otherwise move the ring")},
    {message("Tab"), message("Move the ring; Enter presses what it is on")},
    {message("PgUp, PgDn"), message("The next tab or page")},
    {message("Esc"), message("Home; from words for the patron or practice, back")},
    {message("F9"), message("Speech on or off: says what is on the screen")},
    {message("F10, F11"), message("Say the whole screen; stop what is being said")},
    {message("F12"), message("Quiet screen; any key brings the desk back")},
}};

/// “Words to say”, as the language in use quotes them.
inline std::string quoted(std::string_view text) {
    return i18n::tr("“{0}”", text);
}

/// A thing and what is said of it: "Picture: a door".
inline std::string labelled(std::string_view label, std::string_view text) {
    return i18n::tr("{0}: {1}", label, text);
}

/// A code's colour as a word, for those who do not see it.
inline std::string colour_of(const cards::CodeInfo& info, cards::Code code) {
    if (!info.colour.empty()) {
        return info.colour;
    }
    switch (code) {
    case cards::Code::green: return i18n::tr("Green");
    case cards::Code::yellow: return i18n::tr("Yellow");
    case cards::Code::red: return i18n::tr("Red");
    case cards::Code::blue: return i18n::tr("Blue");
    }
    return {};
}

/// A line of a file: "pack.yaml, line 3"; the file alone if no line is known.
inline std::string place(const std::string& file, int line) {
    return line > 0 ? i18n::tr("{0}, line {1}", file, line) : file;
}

/// What kind of thing a target is, for those who do not see it.
inline std::string role(look::Role role) {
    switch (role) {
    case look::Role::button: return i18n::tr("button");
    case look::Role::tab: return i18n::tr("tab");
    case look::Role::card: return i18n::tr("card");
    case look::Role::step: return i18n::tr("step");
    case look::Role::field: return i18n::tr("field");
    case look::Role::key: return i18n::tr("key");
    case look::Role::link: return i18n::tr("link");
    }
    return {};
}

/// "12 cards": how many of them there are.
inline std::string things(look::Role role, std::size_t count) {
    switch (role) {
    case look::Role::button: return i18n::tr_plural("{0} button", "{0} buttons", count);
    case look::Role::tab: return i18n::tr_plural("{0} tab", "{0} tabs", count);
    case look::Role::card: return i18n::tr_plural("{0} card", "{0} cards", count);
    case look::Role::step: return i18n::tr_plural("{0} step", "{0} steps", count);
    case look::Role::field: return i18n::tr_plural("{0} field", "{0} fields", count);
    case look::Role::key: return i18n::tr_plural("{0} key", "{0} keys", count);
    case look::Role::link: return i18n::tr_plural("{0} link", "{0} links", count);
    }
    return {};
}

inline std::string on_key(const std::string& key) {
    return i18n::tr("key {0}", key);
}

inline std::string speech_state(bool on, int volume) {
    return on ? i18n::tr("Speech is on, volume {0} of 10", volume)
              : i18n::tr("Speech is off, volume {0} of 10", volume);
}

inline std::string page_of(int page, int pages) {
    return i18n::tr("{0} of {1}", page + 1, pages);
}

inline std::string page_in_words(int page, int pages) {
    return i18n::tr("Page {0} of {1}", page + 1, pages);
}

inline std::string more_pages(int page, int pages) {
    return i18n::tr("More, {0} of {1}", page + 1, pages);
}

inline std::string version(std::uint64_t version) {
    return i18n::tr("Version {0}", version);
}

inline std::string use_version(std::uint64_t version) {
    return i18n::tr("Use version {0}", version);
}

inline std::string go_back_to(std::uint64_t version) {
    return i18n::tr("Go back to version {0}", version);
}

inline std::string not_in_use_yet(std::uint64_t version) {
    return i18n::tr("Version {0} is not in use yet.", version);
}

inline std::string cards_counted(std::size_t count) {
    return things(look::Role::card, count);
}

/// What the cards are: "Version 3, 16 cards".
inline std::string version_and_cards(std::uint64_t version, std::size_t cards) {
    return i18n::tr_plural("Version {1}, {0} card", "Version {1}, {0} cards", cards, version);
}

inline std::string phrases_and_languages(std::size_t phrases, std::size_t languages) {
    return i18n::tr("{0}, {1}.", i18n::tr_plural("{0} phrase", "{0} phrases", phrases),
                    i18n::tr_plural("{0} language", "{0} languages", languages));
}

/// How long to wait, in whole minutes, or seconds below one.
inline std::string wait(std::chrono::milliseconds left) {
    constexpr std::chrono::minutes kMinute{1};
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left);
    if (seconds < kMinute) {
        return i18n::tr_plural("Wait {0} second.", "Wait {0} seconds.",
                               static_cast<std::size_t>(seconds.count()));
    }
    return i18n::tr_plural(
        "Wait {0} minute.", "Wait {0} minutes.",
        static_cast<std::size_t>(std::chrono::ceil<std::chrono::minutes>(left).count()));
}

/// What a review says of a pack: “Riverside cards” version 14 (now: 13) · 42 cards · 0.3 s.
inline std::string of_pack(const std::string& name, std::uint64_t version, std::uint64_t before,
                           std::size_t cards, double seconds) {
    const std::string which =
        before > 0 ? i18n::tr("“{0}” version {1} (now on the desk: {2})", name, version, before)
                   : i18n::tr("“{0}” version {1}", name, version);
    return which + " · " + cards_counted(cards) + " · " +
           i18n::tr("checked in {0} s", i18n::decimal(seconds, 1));
}

inline std::string files_arrived(std::size_t files, std::size_t of_files) {
    return of_files == 0 ? i18n::tr("The rest comes by itself.")
                         : i18n::tr_plural("{1} of {0} file is here. The rest comes by itself.",
                                           "{1} of {0} files are here. The rest comes by itself.",
                                           of_files, files);
}
inline std::string files_copied(std::size_t files, std::size_t of_files) {
    return of_files == 0 ? i18n::tr("Counting the files…")
                         : i18n::tr_plural("{1} of {0} file", "{1} of {0} files", of_files, files);
}

inline std::string signed_by(const std::string& name) {
    return i18n::tr("Signed by {0}", name);
}

/// How far a PIN is typed, without saying what it is.
inline std::string digits_typed(std::size_t digits) {
    constexpr std::size_t kLeast = 6;
    if (digits == 0) {
        return i18n::tr("Manager PIN, 6 to 12 digits");
    }
    return digits < kLeast
               ? i18n::tr_plural("{0} digit, at least 6", "{0} digits, at least 6", digits)
               : i18n::tr_plural("{0} digit", "{0} digits", digits);
}

/// A long query stands in the field above; the heading need not say it again.
inline std::string hits_for(std::size_t count, const std::string& query) {
    constexpr std::size_t kLongQuery = 24;
    if (query.size() > kLongQuery) {
        return count == 0 ? i18n::tr("Nothing found. Try another word.") : cards_counted(count);
    }
    if (count == 0) {
        return i18n::tr("Nothing for “{0}”. Try another word.", query);
    }
    return i18n::tr_plural("{0} card for “{1}”", "{0} cards for “{1}”", count, query);
}

} // namespace screens::words
