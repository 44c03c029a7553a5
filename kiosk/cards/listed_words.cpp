#include "cards/listed_words.h"

#include "i18n/message.h"

#include <array>

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
constexpr Message kMoney = message("\"asking for money\".");
constexpr Message kOthers = message("\"other people\".");
constexpr Message kAct = message("say what happens, not what somebody looks like.");
constexpr Message kSeen = message("say what you see and hear, not what may be behind it.");
constexpr Message kFirstAid =
    message(R"("Call 911", "do what 911 tells you", and what a public first-aid course teaches.)");
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
    ListedWord{"hobos", Fault::label, kHousing},
    ListedWord{"tramp", Fault::label, kHousing},
    ListedWord{"tramps", Fault::label, kHousing},
    ListedWord{"a transient", Fault::label, kHousing},
    ListedWord{"street people", Fault::label, kHousing},
    ListedWord{"street person", Fault::label, kHousing},
    ListedWord{"beggar", Fault::label, kMoney},
    ListedWord{"beggars", Fault::label, kMoney},
    ListedWord{"panhandler", Fault::label, kMoney},
    ListedWord{"panhandlers", Fault::label, kMoney},
    ListedWord{"addict", Fault::label, kDrugs},
    ListedWord{"addicts", Fault::label, kDrugs},
    ListedWord{"junkie", Fault::label, kDrugs},
    ListedWord{"junkies", Fault::label, kDrugs},
    ListedWord{"druggie", Fault::label, kDrugs},
    ListedWord{"drunks", Fault::label, kDrugs},
    ListedWord{"a drunk", Fault::label, kDrugs},
    ListedWord{"drunkard", Fault::label, kDrugs},
    ListedWord{"drunkards", Fault::label, kDrugs},
    ListedWord{"an alcoholic", Fault::label, kDrugs},
    ListedWord{"alcoholics", Fault::label, kDrugs},
    ListedWord{"wino", Fault::label, kDrugs},
    ListedWord{"winos", Fault::label, kDrugs},
    ListedWord{"crackhead", Fault::label, kDrugs},
    ListedWord{"crackheads", Fault::label, kDrugs},
    ListedWord{"tweaker", Fault::label, kDrugs},
    ListedWord{"tweakers", Fault::label, kDrugs},
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
    ListedWord{"mentally disturbed", Fault::label, kMind},
    ListedWord{"emotionally disturbed", Fault::label, kMind},
    ListedWord{"nutcase", Fault::label, kMind},
    ListedWord{"nut job", Fault::label, kMind},
    ListedWord{"madman", Fault::label, kMind},
    ListedWord{"psychopath", Fault::label, kMind},
    ListedWord{"sociopath", Fault::label, kMind},
    ListedWord{"eccentric", Fault::label, kConduct},
    ListedWord{"weirdo", Fault::label, kConduct},
    ListedWord{"weirdos", Fault::label, kConduct},
    ListedWord{"creep", Fault::label, kConduct},
    ListedWord{"creeps", Fault::label, kConduct},
    ListedWord{"pervert", Fault::label, kConduct},
    ListedWord{"perverts", Fault::label, kConduct},
    ListedWord{"thug", Fault::label, kConduct},
    ListedWord{"thugs", Fault::label, kConduct},
    ListedWord{"hoodlum", Fault::label, kConduct},
    ListedWord{"hoodlums", Fault::label, kConduct},
    ListedWord{"delinquents", Fault::label, kConduct},
    ListedWord{"unkempt", Fault::label, kConduct},
    ListedWord{"scruffy", Fault::label, kConduct},
    ListedWord{"suspicious person", Fault::label, kConduct},
    ListedWord{"suspicious people", Fault::label, kConduct},
    ListedWord{"suspicious looking", Fault::label, kConduct},
    ListedWord{"smelly", Fault::label, kOdor},
    ListedWord{"handicapped", Fault::label, kDisability},
    ListedWord{"crippled", Fault::label, kDisability},
    ListedWord{"wheelchair bound", Fault::label, kWheelchair},
    ListedWord{"retarded", Fault::label, kDisability},
    ListedWord{"deaf mute", Fault::label, kDisability},
    ListedWord{"deaf and dumb", Fault::label, kDisability},
    ListedWord{"midget", Fault::label, kDisability},
    ListedWord{"foreigner", Fault::label, kOrigin},
    ListedWord{"foreigners", Fault::label, kOrigin},
    ListedWord{"illegals", Fault::label, kOrigin},
    ListedWord{"illegal alien", Fault::label, kOrigin},
    ListedWord{"illegal aliens", Fault::label, kOrigin},
    ListedWord{"illegal immigrant", Fault::label, kOrigin},
    ListedWord{"illegal immigrants", Fault::label, kOrigin},
    ListedWord{"those people", Fault::label, kConduct},
    ListedWord{"these people", Fault::label, kConduct},
    ListedWord{"normal people", Fault::label, kOthers},
    ListedWord{"problem patron", Fault::label, kHard},
    ListedWord{"problem patrons", Fault::label, kHard},
    ListedWord{"difficult patron", Fault::label, kHard},
    ListedWord{"difficult patrons", Fault::label, kHard},
    ListedWord{"difficult people", Fault::label, kHard},
    ListedWord{"bad patron", Fault::label, kHard},
    ListedWord{"bad patrons", Fault::label, kHard},
    ListedWord{"repeat offender", Fault::label, kHard},
    ListedWord{"repeat offenders", Fault::label, kHard},
    ListedWord{"troublemaker", Fault::label, kHard},
    ListedWord{"troublemakers", Fault::label, kHard},

    ListedWord{"white man", Fault::description, kAct},
    ListedWord{"black man", Fault::description, kAct},
    ListedWord{"hispanic man", Fault::description, kAct},
    ListedWord{"asian man", Fault::description, kAct},
    ListedWord{"white men", Fault::description, kAct},
    ListedWord{"black men", Fault::description, kAct},
    ListedWord{"hispanic men", Fault::description, kAct},
    ListedWord{"asian men", Fault::description, kAct},
    ListedWord{"white male", Fault::description, kAct},
    ListedWord{"black male", Fault::description, kAct},
    ListedWord{"hispanic male", Fault::description, kAct},
    ListedWord{"asian male", Fault::description, kAct},
    ListedWord{"white males", Fault::description, kAct},
    ListedWord{"black males", Fault::description, kAct},
    ListedWord{"hispanic males", Fault::description, kAct},
    ListedWord{"asian males", Fault::description, kAct},
    ListedWord{"white woman", Fault::description, kAct},
    ListedWord{"black woman", Fault::description, kAct},
    ListedWord{"hispanic woman", Fault::description, kAct},
    ListedWord{"asian woman", Fault::description, kAct},
    ListedWord{"white women", Fault::description, kAct},
    ListedWord{"black women", Fault::description, kAct},
    ListedWord{"hispanic women", Fault::description, kAct},
    ListedWord{"asian women", Fault::description, kAct},
    ListedWord{"white female", Fault::description, kAct},
    ListedWord{"black female", Fault::description, kAct},
    ListedWord{"hispanic female", Fault::description, kAct},
    ListedWord{"asian female", Fault::description, kAct},
    ListedWord{"white females", Fault::description, kAct},
    ListedWord{"black females", Fault::description, kAct},
    ListedWord{"hispanic females", Fault::description, kAct},
    ListedWord{"asian females", Fault::description, kAct},
    ListedWord{"year old male", Fault::description, kAct},
    ListedWord{"year old female", Fault::description, kAct},
    ListedWord{"year old man", Fault::description, kAct},
    ListedWord{"year old woman", Fault::description, kAct},
    ListedWord{"heavyset", Fault::description, kAct},
    ListedWord{"bald man", Fault::description, kAct},
    ListedWord{"bearded man", Fault::description, kAct},

    ListedWord{"probably drunk", Fault::guess, kSeen},
    ListedWord{"probably high", Fault::guess, kSeen},
    ListedWord{"must be drunk", Fault::guess, kSeen},
    ListedWord{"must be high", Fault::guess, kSeen},
    ListedWord{"is on drugs", Fault::guess, kSeen},
    ListedWord{"are on drugs", Fault::guess, kSeen},
    ListedWord{"off his meds", Fault::guess, kSeen},
    ListedWord{"off her meds", Fault::guess, kSeen},
    ListedWord{"off their meds", Fault::guess, kSeen},
    ListedWord{"has a mental illness", Fault::guess, kSeen},
    ListedWord{"have a mental illness", Fault::guess, kSeen},
    ListedWord{"is autistic", Fault::guess, kSeen},
    ListedWord{"is bipolar", Fault::guess, kSeen},
    ListedWord{"has dementia", Fault::guess, kSeen},
    ListedWord{"is dangerous", Fault::guess, kSeen},
    ListedWord{"looks dangerous", Fault::guess, kSeen},
    ListedWord{"looks suspicious", Fault::guess, kSeen},
    ListedWord{"up to no good", Fault::guess, kSeen},

    ListedWord{"mg", Fault::medicine, kFirstAid},
    ListedWord{"milligrams", Fault::medicine, kFirstAid},
    ListedWord{"dosage", Fault::medicine, kFirstAid},
    ListedWord{"inject", Fault::medicine, kFirstAid},
    ListedWord{"injection", Fault::medicine, kFirstAid},
    ListedWord{"insulin", Fault::medicine, kFirstAid},
    ListedWord{"sedate", Fault::medicine, kFirstAid},
    ListedWord{"sedative", Fault::medicine, kFirstAid},
    ListedWord{"give medication", Fault::medicine, kFirstAid},
    ListedWord{"give them medication", Fault::medicine, kFirstAid},
    ListedWord{"give medicine", Fault::medicine, kFirstAid},
    ListedWord{"give them medicine", Fault::medicine, kFirstAid},
    ListedWord{"make them vomit", Fault::medicine, kFirstAid},
    ListedWord{"induce vomiting", Fault::medicine, kFirstAid},

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

std::span<const ListedWord> listed_words() {
    return kListed;
}

} // namespace cards
