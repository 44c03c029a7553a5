#include "cards/practice_reader.h"

#include "cards/fold.h"
#include "cards/front_matter.h"
#include "cards/limits.h"
#include "cards/markdown.h"
#include "cards/nearest.h"
#include "cards/practice_ways.h"
#include "cards/quotation.h"
#include "cards/text.h"
#include "cards/to_do.h"
#include "cards/yaml.h"
#include "i18n/message.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace cards {
namespace {

using i18n::message;
using i18n::tr;

constexpr std::array<std::string_view, 3> kKeys{"title", "card", "who"};
constexpr std::array<std::string_view, 2> kTurnNotes{"tension", "outcome"};
constexpr std::array<std::string_view, 2> kReplyNotes{"next", "trap"};

/// "Next: Louder", a list item, in its two parts.
struct Note {
    std::string key; ///< Folded.
    std::string value;
};

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    text.remove_suffix(text.size() - (text.find_last_not_of(' ') + 1));
    return text;
}

Note split_note(std::string_view text) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    return {.key = fold(trimmed(text.substr(0, colon))),
            .value = std::string(trimmed(text.substr(std::min(colon + 1, text.size()))))};
}

std::optional<int> parse_tension(std::string_view text) {
    int value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value >= 0 && value <= kMostTension ? std::optional(value) : std::nullopt;
}

/// Adds a block's text to one that may have begun in an earlier block.
void append(std::string& text, std::string_view more) {
    text += text.empty() ? "" : " ";
    text += more;
}

/// Puts one block after another where it belongs.
class PracticeReader {
public:
    explicit PracticeReader(PracticeDraft& draft) : draft_(&draft) {}

    void read(const Block& block);
    void finish();

private:
    void begin_turn(const Block& block);
    void begin_reply(const Block& block);
    void read_before_turns(const Block& block);
    void read_in_turn(const Block& block);
    void read_in_reply(const Block& block);
    void read_turn_note(const Block& block);
    void read_reply_note(const Block& block);
    void unknown_note(const Note& note, int line, std::span<const std::string_view> known);
    void finish_turn();

    Report& report() { return draft_->report; }
    Turn& turn() { return draft_->practice.turns.back(); }
    Reply& reply() { return turn().replies.back(); }

    PracticeDraft* draft_;
    bool in_turn_ = false;
    bool in_reply_ = false;
    bool has_tension_ = false; ///< This turn says how tense it is.
};

void PracticeReader::read(const Block& block) {
    if (const auto mark = find_to_do(block.text)) {
        report().to_do(block.line, mark->what);
    }
    if (block.kind == Block::Kind::heading) {
        if (block.level == 2) {
            begin_turn(block);
        } else if (block.level == 3 && in_turn_) {
            begin_reply(block);
        } else {
            report().error(block.line,
                           tr("A turn's heading begins with two hashes, as in ## The notice on the "
                              "desk, and below it a reply's with three; this one has {0}.",
                              block.level));
        }
    } else if (block.kind == Block::Kind::picture) {
        report().error(block.line, tr("A practice shows no pictures. Take this one out."));
    } else if (!in_turn_) {
        read_before_turns(block);
    } else if (!in_reply_) {
        read_in_turn(block);
    } else {
        read_in_reply(block);
    }
}

void PracticeReader::begin_turn(const Block& block) {
    finish_turn();
    in_turn_ = true;
    in_reply_ = false;
    has_tension_ = false;
    if (fold_words(block.text).empty()) {
        report().error(block.line, tr("This turn has no name. Write one after the ##."));
    }
    check_length({.text = block.text, .line = block.line}, message("The turn's name"),
                 kMaxTurnTitle, report());
    Turn turn;
    turn.title = block.text;
    turn.line = block.line;
    draft_->practice.turns.push_back(std::move(turn));
    draft_->nexts.emplace_back();
}

void PracticeReader::begin_reply(const Block& block) {
    in_reply_ = true;
    const std::string_view words = unquoted(block.text);
    if (fold_words(words).empty()) {
        report().error(block.line, tr("This reply has no words. Write after the ### what staff say "
                                      "or do."));
    }
    Reply reply;
    reply.text = words;
    reply.spoken = words.size() != block.text.size();
    reply.line = block.line;
    check_length({.text = reply.text, .line = block.line}, message("The reply"), kMaxReply,
                 report());
    turn().replies.push_back(std::move(reply));
    draft_->nexts.back().emplace_back();
}

void PracticeReader::read_before_turns(const Block& block) {
    if (block.kind == Block::Kind::paragraph) {
        append(draft_->practice.summary, block.text);
        check_length({.text = draft_->practice.summary, .line = block.line},
                     message("The text before the first turn"), kMaxSummary, report());
    } else {
        report().error(block.line, tr("This line comes before the first turn. Put it below a "
                                      "turn's heading, as in ## The notice on the desk."));
    }
}

void PracticeReader::read_in_turn(const Block& block) {
    if (block.kind == Block::Kind::item) {
        read_turn_note(block);
        return;
    }
    const bool said = block.kind == Block::Kind::quote;
    std::string& text = said ? turn().words : turn().happens;
    append(text, said ? unquoted(block.text) : block.text);
    check_length({.text = text, .line = block.line},
                 said ? message("What is said here") : message("What happens here"), kMaxHappens,
                 report());
}

void PracticeReader::read_in_reply(const Block& block) {
    if (block.kind == Block::Kind::item) {
        read_reply_note(block);
    } else if (block.kind == Block::Kind::quote) {
        report().error(
            block.line,
            tr("What staff say is the reply's own heading, in quotation marks. Below it, "
               "write in one sentence why it helps or does not."));
    } else {
        append(reply().why, block.text);
        check_length({.text = reply().why, .line = block.line}, message("The reason"), kMaxWhy,
                     report());
    }
}

void PracticeReader::unknown_note(const Note& note, int line,
                                  std::span<const std::string_view> known) {
    // Translators: the words with a colon are the same in every language.
    const std::string sentence =
        in_reply_ ? tr("{0} is not known here. A reply has - Next: and the name of a turn, and "
                       "perhaps - Trap: yes.",
                       in_quotes(note.key))
                  : tr("{0} is not known here. A turn has - Tension: and a number, and an ending "
                       "also - Outcome:.",
                       in_quotes(note.key));
    report().error(line, sentence + did_you_mean(note.key, known));
}

void PracticeReader::read_turn_note(const Block& block) {
    if (find_to_do(block.text)) {
        return;
    }
    const Note note = split_note(block.text);
    if (note.key == "tension") {
        has_tension_ = true;
        if (const auto tension = parse_tension(note.value)) {
            turn().tension = *tension;
        } else {
            report().error(block.line,
                           tr("The tension is a number from 0 (settled) to {0} (unsafe); here it "
                              "is {1}.",
                              kMostTension, in_quotes(note.value)));
        }
    } else if (note.key == "outcome") {
        turn().ending = parse_ending(note.value);
        if (!turn().ending) {
            turn().ending = Ending::settled; // so that no more is said of it
            report().error(block.line,
                           // Translators: the four are the same in every language.
                           tr("There is no outcome {0}. The four are: settled, agreed to differ, "
                              "left, help called.",
                              in_quotes(note.value)));
        }
    } else {
        unknown_note(note, block.line, kTurnNotes);
    }
}

void PracticeReader::read_reply_note(const Block& block) {
    if (find_to_do(block.text)) {
        return;
    }
    const Note note = split_note(block.text);
    if (note.key == "next") {
        draft_->nexts.back().back() = {.text = note.value, .line = block.line};
    } else if (note.key == "trap") {
        const std::string answer = fold(note.value);
        reply().trap = answer == "yes";
        if (answer != "yes" && answer != "no") {
            report().error(block.line,
                           // Translators: "Trap: yes" and "no" are the same in every language.
                           tr("Write - Trap: yes for a reply that sounds right and is not, or "
                              "take the line out."));
        }
    } else {
        unknown_note(note, block.line, kReplyNotes);
    }
}

void PracticeReader::finish_turn() {
    if (!in_turn_ || report().to_dos() > 0) {
        return;
    }
    const Turn& done = turn();
    if (!has_tension_) {
        report().error(done.line,
                       tr("This turn does not say how tense it is. Write a number from 0 (settled) "
                          "to {0} (unsafe), as in - Tension: 5.",
                          kMostTension));
    }
    if (done.happens.empty() && done.words.empty()) {
        report().error(done.line, tr("Nothing happens here. Write what the other person does, or "
                                     "after a > what is said."));
    }
    for (const Reply& it : done.replies) {
        if (it.why.empty()) {
            report().warning(it.line, tr("Say below this reply, in one sentence, why it helps or "
                                         "does not."));
        }
    }
}

void PracticeReader::finish() {
    finish_turn();
}

} // namespace

PracticeDraft read_practice(const SourceFile& file, std::string id) {
    PracticeDraft draft{.practice = {}, .nexts = {}, .report = Report(file.path)};
    Practice& practice = draft.practice;
    practice.id = std::move(id);
    practice.file = file.path;
    const auto text = decode_text(file.bytes, draft.report);
    const auto split =
        text ? split_front_matter(*text, Holds::practice, draft.report) : std::nullopt;
    if (!split) {
        return draft;
    }
    if (const auto map = parse_yaml(split->front, split->front_line, draft.report)) {
        Fields fields(*map, draft.report);
        practice.title =
            fields.required({.key = "title", .max = kMaxTitle, .example = message("The late fee")});
        practice.card = fields.required({.key = "card", .max = kMaxId, .example = "fine-dispute"});
        practice.card_line = fields.line_of("card");
        practice.who = fields.optional({.key = "who", .max = kMaxWho, .example = {}});
        fields.warn_of_unknown(kKeys);
    }
    PracticeReader reader(draft);
    for (const Block& block : parse_markdown(split->body, split->body_line, draft.report)) {
        reader.read(block);
    }
    reader.finish();
    if (draft.report.to_dos() == 0) { // what is not written yet leads nowhere
        follow_ways(draft);
    }
    return draft;
}

} // namespace cards
