#include "cards/links.h"

#include "cards/nearest.h"
#include "i18n/message.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace cards {
namespace {

using i18n::tr;

/// A search for the nearest id looks at every card; a pack with more broken links than this is
/// broken as a whole, and gets no suggestions beyond them.
constexpr int kMaxSuggestions = 50;

/// Follows the links of one pack.
class LinkChecker {
public:
    LinkChecker(PackDraft& pack, std::vector<CardDraft>& cards);

    void check_pack();
    void check_card(CardDraft& draft);
    void check_practice(PracticeDraft& draft);

private:
    const CardDraft* find(std::string_view id) const;
    void report_missing(Report& report, int line, std::string sentence, std::string_view id);
    bool check_code(Code code);
    void check_framework(CardDraft& draft);
    void check_link(CardDraft& draft, int line, std::string_view key, const std::string& id);

    PackDraft* pack_;
    std::map<std::string_view, const CardDraft*> by_id_;
    std::vector<std::string_view> ids_;
    int suggestions_left_ = kMaxSuggestions;
};

LinkChecker::LinkChecker(PackDraft& pack, std::vector<CardDraft>& cards) : pack_(&pack) {
    for (const CardDraft& draft : cards) {
        by_id_.emplace(draft.card.id, &draft);
    }
    for (const auto& [id, draft] : by_id_) {
        ids_.push_back(id);
    }
}

const CardDraft* LinkChecker::find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
}

/// Reports a sentence on an id that no card has, and which one may have been meant.
void LinkChecker::report_missing(Report& report, int line, std::string sentence,
                                 std::string_view id) {
    if (suggestions_left_-- > 0) {
        sentence += did_you_mean(id, ids_);
    }
    report.error(line, std::move(sentence));
}

bool LinkChecker::check_code(Code code) {
    const std::string& id = pack_->pack.info(code).framework;
    const int line = pack_->framework_lines.at(static_cast<std::size_t>(code));
    if (id.empty()) {
        return true; // There is no pack.yaml; that is reported.
    }
    const std::string quoted = in_quotes(to_string(code));
    const CardDraft* const draft = find(id);
    if (draft == nullptr) {
        report_missing(
            pack_->report, line,
            tr("The code {0} names {1}, but there is no such card.", quoted, in_quotes(id)), id);
        return false;
    }
    if (draft->card.kind != Card::Kind::framework) {
        pack_->report.error(line, tr("The code {0} names {1}, which is a situation. Name a card of "
                                     "the folder frameworks.",
                                     quoted, in_quotes(id)));
        return false;
    }
    if (!draft->report.failed() && draft->card.code != code) {
        pack_->report.error(line,
                            // Translators: "code: {2}" is what the card's file says.
                            tr("The code {0} names {1}, but that card says code: {2}. Change one "
                               "of the two.",
                               quoted, in_quotes(id), to_string(draft->card.code)));
        return false;
    }
    return true;
}

void LinkChecker::check_pack() {
    for (const Code code : kCodes) {
        if (!check_code(code)) {
            // Its situations have nothing to follow; that is said once, here.
            pack_->pack.codes.at(static_cast<std::size_t>(code)).framework.clear();
        }
    }
    for (const Line& entry : pack_->board) {
        if (find(entry.text) == nullptr) {
            report_missing(
                pack_->report, entry.line,
                tr("The board names {0}, but there is no such card.", in_quotes(entry.text)),
                entry.text);
        }
    }
}

void LinkChecker::check_framework(CardDraft& draft) {
    Card& card = draft.card;
    if (card.kind == Card::Kind::framework) {
        if (!card.framework.empty() && card.framework != card.id) {
            draft.report.error(card.lines.framework,
                               tr("A framework follows no other. Take the line framework: out."));
        }
        card.framework = card.id;
        return;
    }
    if (card.framework.empty()) {
        card.framework = pack_->pack.info(card.code).framework;
        return; // A code without one is reported at pack.yaml.
    }
    const CardDraft* const framework = find(card.framework);
    if (framework == nullptr) {
        report_missing(draft.report, card.lines.framework,
                       tr("{0} names {1}, but there is no such card.", in_quotes("framework"),
                          in_quotes(card.framework)),
                       card.framework);
    } else if (framework->card.kind != Card::Kind::framework) {
        draft.report.error(card.lines.framework, tr("{0} is a situation. A card can follow only a "
                                                    "card of the folder frameworks.",
                                                    in_quotes(card.framework)));
    }
}

void LinkChecker::check_link(CardDraft& draft, int line, std::string_view key,
                             const std::string& id) {
    if (id.empty()) {
        return;
    }
    if (id == draft.card.id) {
        draft.report.error(line, tr("{0} names this very card. Name another one.", in_quotes(key)));
    } else if (find(id) == nullptr) {
        report_missing(
            draft.report, line,
            tr("{0} names {1}, but there is no such card.", in_quotes(key), in_quotes(id)), id);
    }
}

void LinkChecker::check_card(CardDraft& draft) {
    check_framework(draft);
    const Card& card = draft.card;
    check_link(draft, card.lines.worse, "worse", card.worse);
    check_link(draft, card.lines.after, "after", card.after);
}

void LinkChecker::check_practice(PracticeDraft& draft) {
    const Practice& practice = draft.practice;
    if (!practice.card.empty() && find(practice.card) == nullptr) {
        report_missing(draft.report, practice.card_line,
                       tr("{0} names {1}, but there is no such card.", in_quotes("card"),
                          in_quotes(practice.card)),
                       practice.card);
    }
}

} // namespace

void check_links(PackDraft& pack, std::vector<CardDraft>& cards,
                 std::vector<PracticeDraft>& practices) {
    LinkChecker checker(pack, cards);
    if (!pack.report.failed()) {
        checker.check_pack();
    }
    for (CardDraft& draft : cards) {
        checker.check_card(draft);
    }
    for (PracticeDraft& draft : practices) {
        checker.check_practice(draft);
    }
}

} // namespace cards
