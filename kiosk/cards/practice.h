#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A rehearsal of an encounter: what the other person does, what staff may answer, and what comes
/// of it.
namespace cards {

/// How a practice may end.
enum class Ending : std::uint8_t {
    settled,
    differed, ///< They agreed to differ.
    left,     ///< The other person, or staff, went.
    help,     ///< Somebody was called.
};
inline constexpr std::array kEndings{Ending::settled, Ending::differed, Ending::left, Ending::help};

/// As a practice's file writes it: "settled", "agreed to differ", "left", "help called".
std::string_view to_string(Ending ending);
std::optional<Ending> parse_ending(std::string_view word);

/// How tense a turn may be: 0 is settled, the middle tense, the most unsafe.
inline constexpr int kMostTension = 10;

/// Something that staff may say or do.
struct Reply {
    std::string text;     ///< UTF-8 without line breaks or quotation marks.
    bool spoken = false;  ///< Said, rather than done.
    std::string why;      ///< Why it helps, or does not; may be empty.
    bool trap = false;    ///< Sounds right, and is not.
    std::size_t next = 0; ///< The turn that it leads to; always a later step of every way.
    int line = 0;         ///< Of its heading, in the file.
};

/// One moment of a practice. A turn that is an ending has no replies, any other has some.
struct Turn {
    std::string title;
    std::string happens; ///< What is seen; may be empty.
    std::string words;   ///< What the other person says, without quotation marks; may be empty.
    int tension = 0;     ///< From 0 to `kMostTension`.
    std::vector<Reply> replies;
    std::optional<Ending> ending;
    int line = 0; ///< Of its heading, in the file.
};

/// A practice. Every way through it ends, and every turn is on one of them.
struct Practice {
    std::string id; ///< The file's name without folder and ending: "the-late-fee".
    std::string title;
    std::string card;        ///< Id of the card that helps.
    std::string who;         ///< Who speaks, "The caller"; empty: the patron.
    std::string summary;     ///< Where it begins; may be empty.
    std::vector<Turn> turns; ///< The first is where it starts.
    std::string file;        ///< Path inside the pack: "practice/the-late-fee.md".
    int card_line = 0;       ///< Where the file names the card.
};

/// The most turns that may still come from this one to an ending, itself counted and the ending
/// not.
int longest_way(const Practice& practice, std::size_t from = 0);

} // namespace cards
