#pragma once

#include "desk/beside.h"
#include "desk/speech.h"
#include "desk/state.h"

#include <string>
#include <variant>

/// Everything that can happen to a desk.
namespace desk {

struct GoHome {
    friend bool operator==(const GoHome&, const GoHome&) = default;
};
struct OpenTab {
    Tab tab;
    friend bool operator==(const OpenTab&, const OpenTab&) = default;
};
struct OpenCard {
    std::string card;
    friend bool operator==(const OpenCard&, const OpenCard&) = default;
};
/// Opens a code's framework.
struct OpenFramework {
    cards::Code code = cards::Code::green;
    friend bool operator==(const OpenFramework&, const OpenFramework&) = default;
};
/// Opens a step of the card that is open; `page` as the screen counts them.
struct OpenStep {
    int step = 0;
    int page = 0;
    friend bool operator==(const OpenStep&, const OpenStep&) = default;
};
/// Shows another page of the same view.
struct ShowPage {
    int page = 0;
    friend bool operator==(const ShowPage&, const ShowPage&) = default;
};
/// Shows the list of phrases for the patron; from a card or a step, with a way back to it.
struct OpenPhrases {
    friend bool operator==(const OpenPhrases&, const OpenPhrases&) = default;
};
/// Shows a phrase, if it has words in the language of phrases.
struct ShowPhrase {
    std::string phrase;
    friend bool operator==(const ShowPhrase&, const ShowPhrase&) = default;
};
/// Shows the languages, all of them.
struct ChooseLanguage {
    friend bool operator==(const ChooseLanguage&, const ChooseLanguage&) = default;
};
/// Shows the phrase, or the list, in that language; keeps to it from then on.
struct UseLanguage {
    std::string tag;
    friend bool operator==(const UseLanguage&, const UseLanguage&) = default;
};
/// Goes back to where the phrases were opened.
struct LeavePhrases {
    friend bool operator==(const LeavePhrases&, const LeavePhrases&) = default;
};
/// Shows the practices to choose from.
struct OpenPractices {
    friend bool operator==(const OpenPractices&, const OpenPractices&) = default;
};
/// Begins a practice, or begins it again.
struct StartPractice {
    std::string practice;
    friend bool operator==(const StartPractice&, const StartPractice&) = default;
};
/// Answers so, and learns why that helps or does not.
struct ChooseReply {
    std::size_t reply = 0;
    friend bool operator==(const ChooseReply&, const ChooseReply&) = default;
};
/// Goes on to what comes of the reply.
struct GoOn {
    friend bool operator==(const GoOn&, const GoOn&) = default;
};
/// Takes the reply back.
struct TakeBack {
    friend bool operator==(const TakeBack&, const TakeBack&) = default;
};
/// Names a card to find; any other situation than the last one if it is empty.
struct NameCard {
    std::string card;
    friend bool operator==(const NameCard&, const NameCard&) = default;
};
/// Looks for the card that was named, or that the open practice is about, against the clock.
struct StartDrill {
    friend bool operator==(const StartDrill&, const StartDrill&) = default;
};
/// Ends the drill, and goes back to where it began.
struct StopDrill {
    friend bool operator==(const StopDrill&, const StopDrill&) = default;
};
struct StartSearch {
    friend bool operator==(const StartSearch&, const StartSearch&) = default;
};
/// Adds to the search, which starts if it is not open.
struct Type {
    std::string text;
    friend bool operator==(const Type&, const Type&) = default;
};
/// Takes the last character of the search away.
struct Erase {
    friend bool operator==(const Erase&, const Erase&) = default;
};
struct ClearQuery {
    friend bool operator==(const ClearQuery&, const ClearQuery&) = default;
};
/// Opens a group of the drawn keyboard's letters, or closes it.
struct OpenGroup {
    std::optional<int> group;
    friend bool operator==(const OpenGroup&, const OpenGroup&) = default;
};
struct ChooseHit {
    int hit = 0;
    friend bool operator==(const ChooseHit&, const ChooseHit&) = default;
};
struct OpenPage {
    Topic topic = Topic::menu;
    friend bool operator==(const OpenPage&, const OpenPage&) = default;
};
/// Sets the glass so, from now on.
struct SetComfort {
    Comfort comfort;
    friend bool operator==(const SetComfort&, const SetComfort&) = default;
};
struct CloseNotice {
    friend bool operator==(const CloseNotice&, const CloseNotice&) = default;
};
/// Covers the desk with the quiet screen.
struct BeQuiet {
    friend bool operator==(const BeQuiet&, const BeQuiet&) = default;
};
/// Uncovers what was there before the quiet screen.
struct Wake {
    friend bool operator==(const Wake&, const Wake&) = default;
};
/// A person did something, whatever it was.
struct Touched {
    bool by_key = false; ///< On the keyboard.
    friend bool operator==(const Touched&, const Touched&) = default;
};
/// Time has passed.
struct Tick {
    Moment now{0};
    int minute_of_day = 0;
    std::chrono::year_month_day today{};
    friend bool operator==(const Tick&, const Tick&) = default;
};
/// There are new cards to show.
struct UseLibrary {
    LibraryPtr library;
    friend bool operator==(const UseLibrary&, const UseLibrary&) = default;
};
/// Another program asks for a view: a card's id, "home" or "quiet".
struct ShowOnRequest {
    std::string what;
    friend bool operator==(const ShowOnRequest&, const ShowOnRequest&) = default;
};

/// The desk is about to be closed.
struct Finish {
    friend bool operator==(const Finish&, const Finish&) = default;
};

// What staff tell of how it ended.

/// Asks for it, from a card for afterwards.
struct OpenEnding {
    friend bool operator==(const OpenEnding&, const OpenEnding&) = default;
};
/// It ended so; leads back to the card.
struct TellEnding {
    Ending ending = Ending::settled;
    friend bool operator==(const TellEnding&, const TellEnding&) = default;
};
/// Somebody was called to help, or after all not.
struct TellHelp {
    bool help = false;
    friend bool operator==(const TellHelp&, const TellHelp&) = default;
};
/// Goes back to the card.
struct LeaveEnding {
    friend bool operator==(const LeaveEnding&, const LeaveEnding&) = default;
};

// What the manager does.

/// Shows a part of what is hers; asks for the PIN first if it was not typed yet.
struct OpenManager {
    ManagerView view;
    friend bool operator==(const OpenManager&, const OpenManager&) = default;
};
/// Answers a question about a card.
struct AnswerFairness {
    std::string card;
    cards::FairQuestion question = cards::FairQuestion::conduct;
    cards::FairAnswer answer = cards::FairAnswer::open;
    friend bool operator==(const AnswerFairness&, const AnswerFairness&) = default;
};
/// Wants the report on the stick.
struct AskReport {
    friend bool operator==(const AskReport&, const AskReport&) = default;
};

// What staff and managers do about cards that somebody brings.

/// Shows them, or how far they have come.
struct OpenDrop {
    friend bool operator==(const OpenDrop&, const OpenDrop&) = default;
};
/// Uses them; asks for the PIN first where it takes one.
struct UseDrop {
    friend bool operator==(const UseDrop&, const UseDrop&) = default;
};
/// Has done with them: they are not used, or what was said of them has been read. While they are
/// being copied there is nothing to be done with yet.
struct LeaveDrop {
    friend bool operator==(const LeaveDrop&, const LeaveDrop&) = default;
};
/// Shows the cards without using them.
struct LookAhead {
    friend bool operator==(const LookAhead&, const LookAhead&) = default;
};
/// Ends that, and goes back to where it began.
struct StopLooking {
    friend bool operator==(const StopLooking&, const StopLooking&) = default;
};
struct OpenPacks {
    friend bool operator==(const OpenPacks&, const OpenPacks&) = default;
};
/// Asks for the PIN for this.
struct AskPin {
    PinPurpose purpose;
    friend bool operator==(const AskPin&, const AskPin&) = default;
};
struct PinDigit {
    char digit = '0';
    friend bool operator==(const PinDigit&, const PinDigit&) = default;
};
struct ErasePin {
    friend bool operator==(const ErasePin&, const ErasePin&) = default;
};
struct AcceptPin {
    friend bool operator==(const AcceptPin&, const AcceptPin&) = default;
};
/// Wants never to set the PIN on the glass.
struct DeclineFirstPin {
    friend bool operator==(const DeclineFirstPin&, const DeclineFirstPin&) = default;
};

// What whoever takes the cards in has to say.

/// How far the cards have come; nothing: there are none any more.
struct DropNews {
    std::optional<Drop> drop;
    /// Cards are compared by what they are, not by what they say.
    friend bool operator==(const DropNews&, const DropNews&) { return false; }
};
/// What came of a PIN that was sent off.
struct PinAnswer {
    PinFault fault = PinFault::none; ///< None: it was right. What it was for comes as news.
    std::string sentence;            ///< Of `PinFault::other`.
    Moment wait{0};                  ///< How long no other try counts.
    friend bool operator==(const PinAnswer&, const PinAnswer&) = default;
};
struct PacksNews {
    std::vector<KeptPack> packs;
    friend bool operator==(const PacksNews&, const PacksNews&) = default;
};
/// How long it took on this desk to find cards, before this start.
struct FoundNews {
    std::vector<FoundTime> found;
    friend bool operator==(const FoundNews&, const FoundNews&) = default;
};
/// There is no PIN, and it may be set on the glass; or that is over.
struct FirstPinNews {
    bool offered = false;
    friend bool operator==(const FirstPinNews&, const FirstPinNews&) = default;
};

/// The manager's PIN was right: what is hers may be shown.
struct ManagerNews {
    friend bool operator==(const ManagerNews&, const ManagerNews&) = default;
};
/// What has been counted, as far as it may be shown.
struct EvaluationNews {
    EvaluationPtr evaluation; ///< Never null.
    PlanStatus plan;
    /// No two are the same.
    friend bool operator==(const EvaluationNews&, const EvaluationNews&) { return false; }
};
/// The answers about fairness that were given on this desk, before this start.
struct FairnessNews {
    FairnessReviews reviews;
    friend bool operator==(const FairnessNews&, const FairnessNews&) = default;
};

/// What happens: one of these. A class of its own, so that what copies and compares that many kinds
/// is compiled once and not in every file that handles events.
struct Event
    : std::variant<GoHome, OpenTab, OpenCard, OpenFramework, OpenStep, ShowPage, StartSearch, Type,
                   Erase, ClearQuery, OpenGroup, ChooseHit, OpenPage, SetComfort, CloseNotice,
                   BeQuiet, Wake, Touched, Tick, UseLibrary, ShowOnRequest, OpenPhrases, ShowPhrase,
                   ChooseLanguage, UseLanguage, LeavePhrases, OpenPractices, StartPractice,
                   ChooseReply, GoOn, TakeBack, NameCard, StartDrill, StopDrill, OpenDrop, UseDrop,
                   LeaveDrop, LookAhead, StopLooking, OpenPacks, AskPin, PinDigit, ErasePin,
                   AcceptPin, DeclineFirstPin, DropNews, PinAnswer, PacksNews, FirstPinNews,
                   FoundNews, Finish, OpenEnding, TellEnding, TellHelp, LeaveEnding, OpenManager,
                   AnswerFairness, AskReport, ManagerNews, EvaluationNews, FairnessNews,
                   ToggleSpeech, SpeakLouder, SpeakQuieter, AskToSayAll, HushSpeech, SpeechNews,
                   SetAway, HotkeyNews> {
    using variant::variant;
    Event(const Event& other);
    Event(Event&& other) noexcept;
    Event& operator=(const Event& other);
    Event& operator=(Event&& other) noexcept;
    ~Event();
    friend bool operator==(const Event& a, const Event& b);
};

} // namespace desk
