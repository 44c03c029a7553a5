#include "cards/reader.h"

#include "cards/card_reader.h"
#include "cards/fold.h"
#include "cards/inherit.h"
#include "cards/inventory.h"
#include "cards/links.h"
#include "cards/pack_reader.h"
#include "cards/phrase_reader.h"
#include "cards/picture_links.h"
#include "cards/plan_reader.h"
#include "cards/practice_reader.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace cards {
namespace {

std::vector<CardDraft> read_cards(const std::vector<CardFile>& files) {
    std::vector<CardDraft> drafts;
    drafts.reserve(files.size());
    for (const CardFile& entry : files) {
        drafts.push_back(read_card(*entry.file, entry.id, entry.kind));
    }
    return drafts;
}

std::vector<PracticeDraft> read_practices(const std::vector<PracticeFile>& files) {
    std::vector<PracticeDraft> drafts;
    drafts.reserve(files.size());
    for (const PracticeFile& entry : files) {
        drafts.push_back(read_practice(*entry.file, entry.id));
    }
    return drafts;
}

/// Gives each card its steps. A situation whose framework is broken is left as it is: what is wrong
/// there would only be said again.
void lay_out_steps(std::vector<CardDraft>& drafts) {
    std::map<std::string_view, const Card*> frameworks;
    for (CardDraft& draft : drafts) {
        if (draft.card.kind == Card::Kind::framework && !draft.report.failed()) {
            lay_out_framework(draft);
            if (!draft.report.failed()) {
                frameworks.emplace(draft.card.id, &draft.card);
            }
        }
    }
    for (CardDraft& draft : drafts) {
        const auto framework = frameworks.find(draft.card.framework);
        if (draft.card.kind == Card::Kind::situation && framework != frameworks.end()) {
            inherit_steps(draft, *framework->second);
        }
    }
}

/// Frameworks in the order of their codes, then situations by title.
void sort_cards(std::vector<Card>& cards) {
    std::vector<std::pair<std::string, std::size_t>> order;
    order.reserve(cards.size());
    for (std::size_t i = 0; i < cards.size(); ++i) {
        order.emplace_back(fold(cards[i].title), i);
    }
    const auto key = [&](const std::pair<std::string, std::size_t>& entry) {
        const Card& card = cards[entry.second];
        const bool framework = card.kind == Card::Kind::framework;
        return std::tuple<bool, Code, const std::string&, const std::string&>(
            !framework, framework ? card.code : Code::green, entry.first, card.id);
    };
    std::ranges::sort(order, {}, key);
    std::vector<Card> sorted;
    sorted.reserve(cards.size());
    for (const auto& entry : order) {
        sorted.push_back(std::move(cards[entry.second]));
    }
    cards = std::move(sorted);
}

/// By the code of the card that helps, then by title.
void sort_practices(Pack& pack) {
    std::ranges::sort(pack.practices, {}, [&](const Practice& practice) {
        const Card* const card = pack.find(practice.card);
        return std::tuple(card != nullptr ? card->code : Code::green, fold(practice.title),
                          std::string_view(practice.id));
    });
}

} // namespace

Reading read_pack(std::span<const SourceFile> files) {
    Inventory inventory = take_inventory(files);
    std::vector<CardDraft> drafts = read_cards(inventory.cards);
    std::vector<PracticeDraft> practices = read_practices(inventory.practices);
    Reading reading{
        .pack = std::nullopt, .problems = std::move(inventory.problems), .progress = {}};
    const auto take_problems = [&](Report&& report) {
        std::ranges::move(std::move(report).take(), std::back_inserter(reading.problems));
    };

    if (inventory.plan != nullptr) {
        Plan plan = read_plan(*inventory.plan);
        reading.progress = follow_plan(plan, drafts);
        take_problems(std::move(plan.report));
    }
    PackDraft draft = inventory.pack_file != nullptr ? read_pack_file(*inventory.pack_file)
                                                     : PackDraft{.report = Report("pack.yaml")};
    check_links(draft, drafts, practices);
    check_pictures(inventory.pictures, draft, drafts);
    take_problems(std::move(draft.report));
    Pack pack = std::move(draft.pack);
    lay_out_steps(drafts);
    pack.cards.reserve(drafts.size());
    for (CardDraft& card : drafts) {
        take_problems(std::move(card.report));
        // There may be ten thousand: a copy has no more room than it needs, and as the drafts go
        // one by one, their memory is used again.
        pack.cards.push_back(card.card);
        card.card = Card();
        card.steps = std::vector<WrittenStep>();
    }
    for (const PhraseFile& entry : inventory.phrases) {
        PhraseDraft phrase = read_phrase(*entry.file, entry.id);
        take_problems(std::move(phrase.report));
        pack.phrases.push_back(std::move(phrase.phrase));
    }
    for (PracticeDraft& practice : practices) {
        take_problems(std::move(practice.report));
        pack.practices.push_back(std::move(practice.practice));
    }
    if (!has_errors(reading.problems)) {
        sort_cards(pack.cards);
        sort_practices(pack);
        pack.plan = reading.progress;
        reading.pack = std::move(pack);
    }
    sort_problems(reading.problems);
    return reading;
}

} // namespace cards
