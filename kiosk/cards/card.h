#pragma once

#include "cards/code.h"
#include "cards/fairness.h"
#include "cards/phrase.h"
#include "cards/practice.h"
#include "cards/progress.h"
#include "cards/rule_table.h"
#include "cards/texts.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a card is: plain data, with no file, no window and no library behind it.
namespace cards {

/// A picture that a card or a step shows.
struct Picture {
    std::string file;  ///< Path inside the pack, where it is: "images/door.png".
    std::string words; ///< For those who do not see it; UTF-8 without line breaks; may be empty.
    int line = 0;      ///< Where the card's own file writes it; 0 if inherited.
};

/// One step of an acronym. Every text is UTF-8 without line breaks.
struct Step {
    std::string letter; ///< The acronym's letter, as the title writes it: "H".
    std::string title;  ///< "Hear them out".
    Texts say;          ///< Words to say aloud, without quotation marks.
    Texts actions;      ///< What to do.
    Texts avoid;        ///< What not to do.
    std::optional<Picture> picture;
    int line = 0;                  ///< Where the card's own file writes it; 0 if inherited.
    std::vector<int> say_lines;    ///< The line of each of `say`; empty if they are inherited.
    std::vector<int> action_lines; ///< The line of each of `actions`; empty if inherited.
};

/// Where a card's own file writes its parts, for whoever reports on them; 0 if it does not.
struct CardLines {
    int title = 0;
    int framework = 0;
    int keywords = 0;
    int worse = 0;
    int after = 0;
    int reviewed = 0;
    int review_by = 0;
    int summary = 0;
};

/// One card: a framework (its title is the acronym) or a situation that follows one.
struct Card {
    enum class Kind : std::uint8_t { framework, situation };

    std::string id; ///< The file's name without folder and ending: "fine-dispute".
    Kind kind = Kind::situation;
    std::string title;
    Code code = Code::green;
    std::string framework;          ///< Id of the framework it follows; its own id if it is one.
    std::string summary;            ///< One or two sentences under the title; may be empty.
    std::optional<Picture> picture; ///< Of the card as a whole.
    Texts keywords;
    std::string worse;     ///< Id of the card for when it gets worse; may be empty.
    std::string after;     ///< Id of the card for afterwards; may be empty.
    std::string reviewed;  ///< ISO date (2026-11-01) or empty.
    std::string review_by; ///< ISO date or empty.
    std::string reviewer;
    FairnessReview fairness; ///< As the file answers it; without a date if it does not.
    std::vector<Step> steps; ///< With what it inherits from its framework already in place.
    std::string file;        ///< Path inside the pack: "situations/fine-dispute.md".
    CardLines lines;
};

/// Whom to call, in the order the pack gives: "Security", "ext. 199".
struct Contact {
    std::string who;
    std::string call;
};

/// What a pack says otherwise for some desks; what it leaves out is as for all.
struct SiteOverride {
    std::string desks; ///< Their names, or how these begin up to a hyphen: "riverside".
    std::optional<std::string> site;
    std::optional<std::string> desk;
    std::optional<std::string> address;
    std::optional<std::string> notice;
    std::vector<Contact> contacts; ///< All of them; empty: those for all.
};

/// Which desks use a pack before the others.
struct Rollout {
    std::vector<std::string> first; ///< As `SiteOverride::desks`.
    std::string rest_from;          ///< ISO date for the others; empty: not before a later pack.
};

/// What a pack says about one of the four codes.
struct CodeInfo {
    std::string framework; ///< Id of its framework card.
    std::string name;      ///< "Getting tense": under the acronym on the rail.
    std::string tab;       ///< "Tense": on the board's tab; the name if the pack gives none.
    std::string colour;    ///< "Crimson": the colour as a word, if the pack gives one.
    std::string link;      ///< "It's getting tense": on the button that leads there.
};

/// A whole pack: everything that a desk shows.
struct Pack {
    std::string id;
    std::string name;
    std::uint64_t version = 0;
    std::string locale; ///< BCP 47, as in "en-US".
    std::string site;   ///< "Riverside".
    std::string desk;   ///< "Circulation desk"; may be empty.
    std::vector<Contact> contacts;
    std::string address; ///< What to tell an ambulance; may be empty.
    std::string notice;  ///< What the pack says of itself: "A sample to adapt…"; may be empty.
    std::array<CodeInfo, kCodes.size()> codes; ///< Indexed by Code.
    std::vector<std::string> board;            ///< Ids of the most used cards, twelve at most.
    std::vector<Card> cards;                   ///< Frameworks first, then situations by title.
    std::vector<Phrase> phrases;               ///< By file name.
    std::vector<Practice> practices;           ///< By the code of their cards, then by title.
    std::optional<Progress> plan;              ///< How far its planning page is; if it has one.
    std::vector<RuleSetting> rules;            ///< What it sets otherwise, each rule once.
    std::vector<SiteOverride> sites;           ///< In the order in which it writes them.
    std::optional<Rollout> rollout;            ///< If not all desks are to use it at once.

    const CodeInfo& info(Code code) const { return codes.at(static_cast<std::size_t>(code)); }

    /// The phrase with that id, or null. As `find`.
    const Phrase* find_phrase(std::string_view phrase_id) const;

    /// The practice with that id, or null. As `find`.
    const Practice* find_practice(std::string_view practice_id) const;

    /// The card with that id, or null. The pointer lives as long as the pack is not changed.
    const Card* find(std::string_view card_id) const;
};

/// True for a pack whose words are English, or that does not say.
bool is_english(const Pack& pack);

/// The files of all pictures that a pack shows, each once, by path.
std::vector<std::string> pictures_of(const Pack& pack);

} // namespace cards
