#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>

/// Every word that the screens say by themselves, in one place. What has gone wrong, or well, is
/// told by whoever did it.
namespace screens::words {

inline constexpr const char* kHome = "Home";
inline constexpr const char* kAllSteps = "All steps";
inline constexpr const char* kMenu = "Menu";
inline constexpr const char* kPhrases = "Words for the patron";
inline constexpr const char* kPhrasesShort = "Phrases";
inline constexpr const char* kShowWords = "Show words";
inline constexpr const char* kBackToCard = "Back to the card";
inline constexpr const char* kLanguages = "Languages";
inline constexpr const char* kMoreLanguages = "More languages";
inline constexpr const char* kUnchecked = "Not checked by a speaker yet";
inline constexpr const char* kQuiet = "Quiet screen";
inline constexpr const char* kQuietShort = "Quiet";
inline constexpr const char* kSearchPrompt = "Type, or tap here, to find a card";
inline constexpr const char* kSearchPromptShort = "Find a card";
inline constexpr const char* kSearchEmpty = "Type two or three letters";
inline constexpr const char* kErase = "Erase";
inline constexpr const char* kClear = "Clear";
inline constexpr const char* kSpace = "Space";
inline constexpr const char* kMore = "More";
inline constexpr const char* kBoardTitle = "What’s happening?";
inline constexpr const char* kMostUsed = "Most used";
inline constexpr const char* kGetHelp = "Get help";
inline constexpr const char* kAddress = "Address to give:";
inline constexpr const char* kSay = "SAY";
inline constexpr const char* kDo = "DO";
inline constexpr const char* kAvoid = "AVOID";
inline constexpr const char* kWelcome = "Welcome. How can we help?";
inline constexpr const char* kTouch = "Touch the screen or press any key";
inline constexpr const char* kComfort = "Text and colors";
inline constexpr const char* kTextSize = "Text size";
inline constexpr std::array kTextSizes{"Normal", "Large", "Largest"};
inline constexpr const char* kColours = "Colors";
inline constexpr std::array kColourNames{"Light", "Dark", "High contrast"};
inline constexpr const char* kRailSide = "Acronyms";
inline constexpr const char* kLeft = "Left";
inline constexpr const char* kRight = "Right";
inline constexpr const char* kReach = "Buttons";
inline constexpr const char* kWhole = "Anywhere";
inline constexpr const char* kLow = "Low down";
inline constexpr const char* kContacts = "Whom to call";
inline constexpr const char* kKeys = "Keys";
inline constexpr const char* kAbout = "About these cards";
inline constexpr const char* kProblems = "Things to look at";
inline constexpr const char* kNoProblems = "Nothing: the cards are in order.";
inline constexpr const char* kClose = "Close";
inline constexpr const char* kPacks = "Cards on this desk";
inline constexpr const char* kDropTitle = "New cards";
inline constexpr const char* kDropOnBoard = "New cards have come: look at them";
inline constexpr const char* kDropShort = "New cards";
inline constexpr const char* kCopyingShort = "Copying…";
inline constexpr const char* kRefusedShort = "Not taken in";
inline constexpr const char* kDoneShort = "Done";
inline constexpr const char* kCopying = "Copying. Leave the stick in";
inline constexpr const char* kPullOut = "You can pull the stick out now. Looking at the cards…";
inline constexpr const char* kLeave = "Leave as it is";
inline constexpr const char* kLeaveShort = "Leave";
inline constexpr const char* kLookFirst = "Look at the cards first";
inline constexpr const char* kLookFirstShort = "Look first";
inline constexpr const char* kLookShortest = "Look";
inline constexpr const char* kUseShort = "Use";
inline constexpr const char* kGoBackShort = "Go back";
inline constexpr const char* kBackToReview = "Back to the update";
inline constexpr const char* kPinNeeded = "PIN needed";
inline constexpr const char* kAdded = "New";
inline constexpr const char* kChanged = "Changed";
inline constexpr const char* kRemoved = "Removed";
inline constexpr const char* kNoChanges = "Nothing that the cards say is different.";
inline constexpr const char* kPin = "Manager PIN";
inline constexpr const char* kFirstPin = "Set the manager’s PIN";
inline constexpr const char* kFirstPinAgain = "Type the PIN once more";
inline constexpr const char* kFirstPinWhy = "It lets new cards in";
inline constexpr const char* kFirstPinRules =
    "6 to 12 digits. No run like 123456, and nothing repeated like 121212";
inline constexpr const char* kWrongPin = "That is not the PIN.";
inline constexpr const char* kTooEarly = "That was too early.";
inline constexpr const char* kPinsDiffer = "The two were not the same. Type the PIN again.";
inline constexpr const char* kNoPinSet =
    "No PIN is set yet. Whoever looks after this desk sets it with: deskcards pin";
inline constexpr const char* kOneMoment = "One moment…";
inline constexpr const char* kFirstPinOnBoard = "No manager PIN is set. Set one now";
inline constexpr const char* kNotNow = "Not now";
inline constexpr const char* kChecking = "Checking…";
inline constexpr const char* kDigit = "A digit: type it on the keyboard";
inline constexpr const char* kSound = "Sound and speech";
inline constexpr const char* kSpeech = "Speech";
inline constexpr const char* kSpeechTurnOn = "Turn speech on";
inline constexpr const char* kSpeechTurnOff = "Turn speech off";
inline constexpr const char* kSpeechOn = "Speech on";
inline constexpr const char* kSpeechOff = "Speech off";
inline constexpr const char* kSpeechKeys =
    "F9 turns it on and off. F10 says the whole screen, F11 stops.";
inline constexpr const char* kSpeechFaultShort = "No speech";
inline constexpr const char* kTurnOff = "Turn off";
inline constexpr const char* kLouder = "Louder";
inline constexpr const char* kQuieter = "Quieter";
inline constexpr const char* kAccept = "OK";
inline constexpr const char* kCopyOut = "Copy the cards to the stick";
inline constexpr const char* kCopyOutShort = "Copy to stick";
inline constexpr const char* kStarterInUse =
    "The starter pack is in use. To bring cards of your own, plug in a USB stick with a folder "
    "called deskcards.";
inline constexpr const char* kInUse = "In use";
inline constexpr const char* kErrorWord = "Error";
inline constexpr const char* kWarningWord = "Look at";

/// What is only said, for those who do not see the glass.
inline constexpr const char* kRoleButton = "button";
inline constexpr const char* kRoleTab = "tab";
inline constexpr const char* kRoleCard = "card";
inline constexpr const char* kRoleStep = "step";
inline constexpr const char* kRoleField = "field";
inline constexpr const char* kRoleKey = "key";
inline constexpr const char* kRoleLink = "link";
inline constexpr const char* kChosen = "chosen";
inline constexpr const char* kUnavailable = "not available";
inline constexpr const char* kPicture = "Picture";
inline constexpr const char* kFirst = "First";

/// What is printed on keys.
inline constexpr const char* kKeyEscape = "Esc";
inline constexpr const char* kKeyEnter = "Enter";
inline constexpr const char* kKeySpace = "Space";
inline constexpr const char* kKeyPageDown = "PgDn";
inline constexpr const char* kKeySpeech = "F9";
inline constexpr const char* kKeyQuiet = "F12";
inline constexpr std::array kKeyFrameworks{"F1", "F2", "F3", "F4"};

/// The page that explains the keys: key, and what it does.
inline constexpr std::array<std::array<const char*, 2>, 11> kKeyHelp{{
    {"F1 to F4", "The four acronyms, from any screen"},
    {"1 to =", "The tiles on the board, the steps on a card, phrases and languages"},
    {"Letters", "Find a card; Enter opens the first"},
    {"Space", "The next step"},
    {"Arrows", "Steps on a card; otherwise move the ring"},
    {"Tab", "Move the ring; Enter presses what it is on"},
    {"PgUp, PgDn", "The next tab or page"},
    {"Esc", "Home; from words for the patron, back"},
    {"F9", "Speech on or off: says what is on the screen"},
    {"F10, F11", "Say the whole screen; stop what is being said"},
    {"F12", "Quiet screen; any key brings the desk back"},
}};

/// “Words to say”, as the locale quotes them.
inline std::string quoted(const std::string& text) {
    return "“" + text + "”";
}

inline std::string speech_state(bool on, int volume) {
    return (on ? "Speech is on, volume " : "Speech is off, volume ") + std::to_string(volume) +
           " of 10";
}

inline std::string page_of(int page, int pages) {
    return std::to_string(page + 1) + " of " + std::to_string(pages);
}

inline std::string page_in_words(int page, int pages) {
    return "Page " + page_of(page, pages);
}

inline std::string version(std::uint64_t version) {
    return "Version " + std::to_string(version);
}

inline std::string use_version(std::uint64_t version) {
    return "Use version " + std::to_string(version);
}

inline std::string go_back_to(std::uint64_t version) {
    return "Go back to version " + std::to_string(version);
}

inline std::string not_in_use_yet(std::uint64_t version) {
    return "Version " + std::to_string(version) + " is not in use yet.";
}

/// "1 card", "2 cards".
inline std::string counted(std::size_t count, const std::string& one) {
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

/// How long to wait, in whole minutes, or seconds below one.
inline std::string wait(std::chrono::milliseconds left) {
    constexpr std::chrono::minutes kMinute{1};
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left);
    return "Wait " +
           (seconds < kMinute ? counted(static_cast<std::size_t>(seconds.count()), "second")
                              : counted(static_cast<std::size_t>(
                                            std::chrono::ceil<std::chrono::minutes>(left).count()),
                                        "minute")) +
           ".";
}

/// What a review says of a pack: “Riverside cards” version 14 (now: 13) · 42 cards · 0.3 s.
inline std::string of_pack(const std::string& name, std::uint64_t version, std::uint64_t before,
                           std::size_t cards, int tenths_of_second) {
    return quoted(name) + " version " + std::to_string(version) +
           (before > 0 ? " (now on the desk: " + std::to_string(before) + ")" : "") + " · " +
           counted(cards, "card") + " · checked in " + std::to_string(tenths_of_second / 10) + "." +
           std::to_string(tenths_of_second % 10) + " s";
}

inline std::string files_copied(std::size_t files, std::size_t of_files) {
    return of_files == 0 ? "Counting the files…"
                         : std::to_string(files) + " of " + counted(of_files, "file");
}

inline std::string signed_by(const std::string& name) {
    return "Signed by " + name;
}

/// How far a PIN is typed, without saying what it is.
inline std::string digits_typed(std::size_t digits) {
    return digits == 0 ? "Manager PIN, 6 to 12 digits"
                       : counted(digits, "digit") + (digits < 6 ? ", at least 6" : "");
}

/// A long query stands in the field above; the heading need not say it again.
inline std::string hits_for(std::size_t count, const std::string& query) {
    constexpr std::size_t kLongQuery = 24;
    if (query.size() > kLongQuery) {
        return count == 0 ? "Nothing found. Try another word." : counted(count, "card");
    }
    if (count == 0) {
        return "Nothing for " + quoted(query) + ". Try another word.";
    }
    return counted(count, "card") + " for " + quoted(query);
}

/// 14:47 as "2:47": half a day has no doubt about which half it is.
inline std::string time_of_day(int minute_of_day) {
    const int hour = (minute_of_day / 60 + 11) % 12 + 1;
    const int minute = minute_of_day % 60;
    return std::to_string(hour) + (minute < 10 ? ":0" : ":") + std::to_string(minute);
}

} // namespace screens::words
