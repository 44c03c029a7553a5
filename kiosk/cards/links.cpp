#include "cards/links.h"

#include "cards/nearest.h"

#include <map>
#include <string_view>

namespace cards {
namespace {

/// A search for the nearest id looks at every card; a pack with more broken links than this is
/// broken as a whole, and gets no suggestions beyond them.
constexpr int kMaxSuggestions = 50;

/// Follows the links of one pack.
class LinkChecker {
public:
    LinkChecker(PackDraft& pack, std::vector<CardDraft>& cards);

    void check_pack();
    void check_card(CardDraft& draft);

private:
    const CardDraft* find(std::string_view id) const;
    void report_missing(Report& report, int line, std::string_view where, std::string_view id);
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

void LinkChecker::report_missing(Report& report, int line, std::string_view where,
                                 std::string_view id) {
    const bool suggest = suggestions_left_-- > 0;
    report.error(line, std::string(where) + " names " + in_quotes(id) +
                           ", but there is no such card." +
                           (suggest ? did_you_mean(id, ids_) : std::string()));
}

bool LinkChecker::check_code(Code code) {
    const std::string& id = pack_->pack.info(code).framework;
    const int line = pack_->framework_lines.at(static_cast<std::size_t>(code));
    if (id.empty()) {
        return true; // There is no pack.yaml; that is reported.
    }
    const std::string where = "The code " + in_quotes(to_string(code));
    const CardDraft* const draft = find(id);
    if (draft == nullptr) {
        report_missing(pack_->report, line, where, id);
        return false;
    }
    if (draft->card.kind != Card::Kind::framework) {
        pack_->report.error(line, where + " names " + in_quotes(id) +
                                      ", which is a situation. Name a card of the folder "
                                      "frameworks.");
        return false;
    }
    if (!draft->report.failed() && draft->card.code != code) {
        pack_->report.error(
            line, where + " names " + in_quotes(id) + ", but that card says code: " +
                      std::string(to_string(draft->card.code)) + ". Change one of the two.");
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
            report_missing(pack_->report, entry.line, "The board", entry.text);
        }
    }
}

void LinkChecker::check_framework(CardDraft& draft) {
    Card& card = draft.card;
    if (card.kind == Card::Kind::framework) {
        if (!card.framework.empty() && card.framework != card.id) {
            draft.report.error(card.lines.framework,
                               "A framework follows no other. Take the line framework: out.");
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
        report_missing(draft.report, card.lines.framework, in_quotes("framework"), card.framework);
    } else if (framework->card.kind != Card::Kind::framework) {
        draft.report.error(card.lines.framework, in_quotes(card.framework) +
                                                     " is a situation. A card can follow only a "
                                                     "card of the folder frameworks.");
    }
}

void LinkChecker::check_link(CardDraft& draft, int line, std::string_view key,
                             const std::string& id) {
    if (id.empty()) {
        return;
    }
    if (id == draft.card.id) {
        draft.report.error(line, in_quotes(key) + " names this very card. Name another one.");
    } else if (find(id) == nullptr) {
        report_missing(draft.report, line, in_quotes(key), id);
    }
}

void LinkChecker::check_card(CardDraft& draft) {
    check_framework(draft);
    const Card& card = draft.card;
    check_link(draft, card.lines.worse, "worse", card.worse);
    check_link(draft, card.lines.after, "after", card.after);
}

} // namespace

void check_links(PackDraft& pack, std::vector<CardDraft>& cards) {
    LinkChecker checker(pack, cards);
    if (!pack.report.failed()) {
        checker.check_pack();
    }
    for (CardDraft& draft : cards) {
        checker.check_card(draft);
    }
}

} // namespace cards
