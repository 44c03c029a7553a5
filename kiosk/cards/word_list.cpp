#include "cards/word_list.h"

#include "cards/fold.h"
#include "i18n/message.h"

#include <algorithm>
#include <array>
#include <string>

namespace cards {
namespace {

using i18n::Message;
using i18n::message;

// Translators: this and its like follow "Better: "; words in quotation marks are for English cards.
constexpr Message kConduct = message("say what someone does, and leave out who they are.");
constexpr Message kHousing =
    message(R"(name the conduct ("sleeping", "large bags"), or "a person without housing".)");
constexpr Message kDrugs = message("\"seems drunk or high\", or what you see and hear.");
constexpr Message kMind = message("\"distressed\", or what you see and hear.");
constexpr Message kDisability = message("\"a disabled person\", if it matters at all.");
constexpr Message kOrigin = message("\"someone who speaks another language\", if it matters.");
constexpr Message kHard = message(R"(name what happens: "yelling", "will not follow a rule".)");
constexpr Message kOdor = message("\"odor complaint\".");
constexpr Message kWheelchair = message("\"someone who uses a wheelchair\".");
constexpr Message kOthers = message("\"other people\".");
constexpr Message kListen = message("\"I want to help. Tell me what happened.\"");
constexpr Message kChoice =
    message("say the limit once, and a choice: \"I need us to talk without yelling. We can go on "
            "now, or tomorrow.\"");
constexpr Message kNextStep =
    message("promise only your own next step: \"I will write this down and hand it on today.\"");

constexpr std::array kListed{
    ListedWord{"homeless", Fault::label, kHousing},
    ListedWord{"vagrant", Fault::label, kHousing},
    ListedWord{"vagrants", Fault::label, kHousing},
    ListedWord{"transients", Fault::label, kHousing},
    ListedWord{"bum", Fault::label, kHousing},
    ListedWord{"bums", Fault::label, kHousing},
    ListedWord{"hobo", Fault::label, kHousing},
    ListedWord{"street people", Fault::label, kHousing},
    ListedWord{"street person", Fault::label, kHousing},
    ListedWord{"addict", Fault::label, kDrugs},
    ListedWord{"addicts", Fault::label, kDrugs},
    ListedWord{"junkie", Fault::label, kDrugs},
    ListedWord{"junkies", Fault::label, kDrugs},
    ListedWord{"druggie", Fault::label, kDrugs},
    ListedWord{"drunks", Fault::label, kDrugs},
    ListedWord{"a drunk", Fault::label, kDrugs},
    ListedWord{"drunkard", Fault::label, kDrugs},
    ListedWord{"crazy", Fault::label, kMind},
    ListedWord{"insane", Fault::label, kMind},
    ListedWord{"lunatic", Fault::label, kMind},
    ListedWord{"psycho", Fault::label, kMind},
    ListedWord{"schizo", Fault::label, kMind},
    ListedWord{"schizophrenic", Fault::label, kMind},
    ListedWord{"deranged", Fault::label, kMind},
    ListedWord{"hysterical", Fault::label, kMind},
    ListedWord{"mentally ill", Fault::label, kMind},
    ListedWord{"mental patient", Fault::label, kMind},
    ListedWord{"eccentric", Fault::label, kConduct},
    ListedWord{"weirdo", Fault::label, kConduct},
    ListedWord{"weirdos", Fault::label, kConduct},
    ListedWord{"creep", Fault::label, kConduct},
    ListedWord{"creeps", Fault::label, kConduct},
    ListedWord{"pervert", Fault::label, kConduct},
    ListedWord{"perverts", Fault::label, kConduct},
    ListedWord{"thug", Fault::label, kConduct},
    ListedWord{"thugs", Fault::label, kConduct},
    ListedWord{"smelly", Fault::label, kOdor},
    ListedWord{"handicapped", Fault::label, kDisability},
    ListedWord{"crippled", Fault::label, kDisability},
    ListedWord{"wheelchair bound", Fault::label, kWheelchair},
    ListedWord{"retarded", Fault::label, kDisability},
    ListedWord{"foreigner", Fault::label, kOrigin},
    ListedWord{"foreigners", Fault::label, kOrigin},
    ListedWord{"illegals", Fault::label, kOrigin},
    ListedWord{"illegal alien", Fault::label, kOrigin},
    ListedWord{"illegal aliens", Fault::label, kOrigin},
    ListedWord{"those people", Fault::label, kConduct},
    ListedWord{"these people", Fault::label, kConduct},
    ListedWord{"normal people", Fault::label, kOthers},
    ListedWord{"problem patron", Fault::label, kHard},
    ListedWord{"problem patrons", Fault::label, kHard},
    ListedWord{"difficult patron", Fault::label, kHard},
    ListedWord{"difficult patrons", Fault::label, kHard},
    ListedWord{"difficult people", Fault::label, kHard},
    ListedWord{"bad patron", Fault::label, kHard},
    ListedWord{"troublemaker", Fault::label, kHard},
    ListedWord{"troublemakers", Fault::label, kHard},

    ListedWord{"calm down", Fault::soothing, kListen},
    ListedWord{"calm yourself", Fault::soothing, kListen},
    ListedWord{"settle down", Fault::soothing, kListen},
    ListedWord{"just relax", Fault::soothing, kListen},
    ListedWord{"you need to relax", Fault::soothing, kListen},
    ListedWord{"get a grip", Fault::soothing, kListen},

    ListedWord{"or else", Fault::threat, kChoice},
    ListedWord{"last warning", Fault::threat, kChoice},
    ListedWord{"final warning", Fault::threat, kChoice},
    ListedWord{"im warning you", Fault::threat, kChoice},
    ListedWord{"i am warning you", Fault::threat, kChoice},
    ListedWord{"call the police if", Fault::threat, kChoice},
    ListedWord{"call the cops", Fault::threat, kChoice},
    ListedWord{"have you arrested", Fault::threat, kChoice},
    ListedWord{"be arrested", Fault::threat, kChoice},
    ListedWord{"press charges", Fault::threat, kChoice},
    ListedWord{"ban you", Fault::threat, kChoice},
    ListedWord{"be banned", Fault::threat, kChoice},
    ListedWord{"throw you out", Fault::threat, kChoice},
    ListedWord{"kick you out", Fault::threat, kChoice},
    ListedWord{"you will regret", Fault::threat, kChoice},
    ListedWord{"youll regret", Fault::threat, kChoice},

    ListedWord{"i promise", Fault::promise, kNextStep},
    ListedWord{"we promise", Fault::promise, kNextStep},
    ListedWord{"i guarantee", Fault::promise, kNextStep},
    ListedWord{"we guarantee", Fault::promise, kNextStep},
    ListedWord{"guaranteed", Fault::promise, kNextStep},
    ListedWord{"never happen again", Fault::promise, kNextStep},
    ListedWord{"wont happen again", Fault::promise, kNextStep},
    ListedWord{"will be fine", Fault::promise, kNextStep},
    ListedWord{"will be okay", Fault::promise, kNextStep},
    ListedWord{"will be all right", Fault::promise, kNextStep},
    ListedWord{"your money back", Fault::promise, kNextStep},
    ListedWord{"nobody will know", Fault::promise, kNextStep},
    ListedWord{"no one will know", Fault::promise, kNextStep},
    ListedWord{"wont tell anyone", Fault::promise, kNextStep},
    ListedWord{"between you and me", Fault::promise, kNextStep},
};

} // namespace

std::optional<ListedWord> find_listed_word(std::string_view text, bool spoken) {
    std::string words = " ";
    for (const std::string& word : fold_words(text)) {
        words += word;
        words += ' ';
    }
    const auto* const found = std::ranges::find_if(kListed, [&](const ListedWord& listed) {
        const bool matters = spoken || listed.fault == Fault::label;
        return matters && words.contains(" " + std::string(listed.phrase) + " ");
    });
    if (found == kListed.end()) {
        return std::nullopt;
    }
    return *found;
}

} // namespace cards
