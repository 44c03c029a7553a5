#include "cards/practice_ways.h"

#include "cards/fold.h"
#include "cards/limits.h"
#include "cards/nearest.h"
#include "i18n/message.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace cards {
namespace {

using i18n::tr;
using i18n::tr_plural;

/// As long as a rehearsal of a few minutes.
constexpr int kFewestTurns = 3;
constexpr int kMostTurns = 6;

std::string name_of(std::string_view title) {
    std::string name;
    for (const std::string& word : fold_words(title)) {
        name += (name.empty() ? "" : " ") + word;
    }
    return name;
}

/// Follows the ways of one practice.
class Ways {
public:
    explicit Ways(PracticeDraft& draft) : draft_(&draft) {}

    void follow();

private:
    enum class Mark : std::uint8_t { unseen, on_the_way, done };

    void name_turns();
    void check_turn(std::size_t at);
    void find_next(std::size_t at, std::size_t nth);
    void walk(std::size_t from);
    void check_reached();
    void check_endings();
    void check_shape();

    std::vector<Turn>& turns() { return draft_->practice.turns; }
    Report& report() { return draft_->report; }

    PracticeDraft* draft_;
    std::map<std::string, std::size_t, std::less<>> by_name_;
    std::vector<std::string_view> titles_;
    std::vector<Mark> marks_;
    bool loose_ends_ = false; ///< A reply leads nowhere, and perhaps to what nothing else does.
};

void Ways::follow() {
    if (turns().empty()) {
        report().error(0, tr("This practice has no turn. Write a heading for each, as in ## The "
                             "notice on the desk, and below it what happens."));
        return;
    }
    if (turns().size() > kMaxTurns) {
        report().error(0, tr_plural("This practice has {0} turn; at most {1} can be read.",
                                    "This practice has {0} turns; at most {1} can be read.",
                                    turns().size(), kMaxTurns));
        return;
    }
    name_turns();
    for (std::size_t i = 0; i < turns().size(); ++i) {
        check_turn(i);
    }
    marks_.assign(turns().size(), Mark::unseen);
    walk(0);
    if (!loose_ends_) {
        check_reached();
    }
    check_endings();
    if (!report().failed()) {
        check_shape();
    }
}

void Ways::name_turns() {
    for (std::size_t i = 0; i < turns().size(); ++i) {
        const Turn& turn = turns().at(i);
        titles_.emplace_back(turn.title);
        const auto [first, is_new] = by_name_.emplace(name_of(turn.title), i);
        if (!is_new) {
            report().error(turn.line,
                           tr("{0} is already the turn on line {1}. Give one of the two another "
                              "name.",
                              in_quotes(turn.title), turns().at(first->second).line));
        }
    }
}

void Ways::check_turn(std::size_t at) {
    Turn& turn = turns().at(at);
    const std::size_t count = turn.replies.size();
    if (turn.ending && count > 0) {
        report().error(
            turn.replies.front().line,
            tr("{0} is an ending, and nothing is replied there. Take the replies out, or "
               "the line with the outcome.",
               in_quotes(turn.title)));
        turn.replies.clear();
    } else if (!turn.ending && count == 0) {
        report().error(turn.line,
                       // Translators: "Outcome: settled" is the same in every language.
                       tr("The practice gets stuck at {0}: there is no reply. Write two to four, "
                          "each below ###; or if it ends here, how, as in - Outcome: settled.",
                          in_quotes(turn.title)));
    } else if (!turn.ending && (count < kMinReplies || count > kMaxReplies)) {
        report().error(turn.line,
                       tr_plural("{1} has {0} reply; a turn has from {2} to {3}.",
                                 "{1} has {0} replies; a turn has from {2} to {3}.", count,
                                 in_quotes(turn.title), kMinReplies, kMaxReplies));
    }
    for (std::size_t i = 0; i < turn.replies.size(); ++i) {
        find_next(at, i);
    }
}

void Ways::find_next(std::size_t at, std::size_t nth) {
    Reply& reply = turns().at(at).replies.at(nth);
    const Line& next = draft_->nexts.at(at).at(nth);
    reply.next = turns().size(); // nowhere
    if (next.text.empty()) {
        loose_ends_ = true;
        report().error(next.line > 0 ? next.line : reply.line,
                       // Translators: "Next:" is the same in every language.
                       tr("This reply leads nowhere. Write below it the name of the turn that "
                          "follows, as in - Next: {0}.",
                          turns().back().title));
        return;
    }
    const auto found = by_name_.find(name_of(next.text));
    if (found == by_name_.end()) {
        loose_ends_ = true;
        report().error(next.line, tr("This reply leads to {0}, and there is no such turn.",
                                     in_quotes(next.text)) +
                                      did_you_mean(next.text, titles_));
        return;
    }
    reply.next = found->second;
}

/// Goes every way from a turn. No deeper than there are turns, of which there are few.
void Ways::walk(std::size_t from) {
    marks_.at(from) = Mark::on_the_way;
    for (const Reply& reply : turns().at(from).replies) {
        if (reply.next >= turns().size()) {
            continue;
        }
        if (marks_.at(reply.next) == Mark::on_the_way) {
            report().error(reply.line,
                           tr("This reply leads back to {0}, and the practice could go round for "
                              "ever. Lead on to a later turn.",
                              in_quotes(turns().at(reply.next).title)));
        } else if (marks_.at(reply.next) == Mark::unseen) {
            walk(reply.next);
        }
    }
    marks_.at(from) = Mark::done;
}

void Ways::check_reached() {
    for (std::size_t i = 0; i < turns().size(); ++i) {
        const Turn& turn = turns().at(i);
        if (marks_.at(i) == Mark::unseen) {
            report().error(turn.line,
                           // Translators: "Next:" is the same in every language.
                           tr("No way leads to {0}. Name it after - Next: at a reply, or take it "
                              "out.",
                              in_quotes(turn.title)));
        }
    }
}

void Ways::check_endings() {
    std::vector<std::string> missing;
    for (const Ending ending : kEndings) {
        if (std::ranges::none_of(turns(), [&](const Turn& it) { return it.ending == ending; })) {
            missing.push_back(in_quotes(to_string(ending)));
        }
    }
    if (missing.size() == kEndings.size()) {
        report().error(
            turns().back().line,
            // Translators: the outcomes are the same in every language.
            tr("This practice has no ending. Write one for each outcome: settled, agreed "
               "to differ, left, help called."));
    } else if (!missing.empty()) {
        report().error(turns().back().line,
                       tr("No ending has the outcome {0}. Write one for each of the four, so that "
                          "staff see every way that this can end.",
                          listed(missing)));
    }
}

/// What makes a practice worth its minutes, once it holds together.
void Ways::check_shape() {
    const int longest = longest_way(draft_->practice);
    if (longest < kFewestTurns || longest > kMostTurns) {
        report().warning(
            turns().front().line,
            tr_plural("The longest way through this practice has {0} turn; from {1} to "
                      "{2} are best.",
                      "The longest way through this practice has {0} turns; from {1} "
                      "to {2} are best.",
                      static_cast<std::size_t>(longest), kFewestTurns, kMostTurns));
    }
    const bool has_trap = std::ranges::any_of(
        turns(), [](const Turn& turn) { return std::ranges::any_of(turn.replies, &Reply::trap); });
    if (!has_trap) {
        report().warning(0,
                         // Translators: "Trap: yes" is the same in every language.
                         tr("No reply here sounds right and is not. Write one, and mark it with - "
                            "Trap: yes: it is what people learn most from."));
    }
}

} // namespace

void follow_ways(PracticeDraft& draft) {
    Ways(draft).follow();
}

} // namespace cards
