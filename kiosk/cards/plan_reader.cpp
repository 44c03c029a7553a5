#include "cards/plan_reader.h"

#include "cards/fold.h"
#include "cards/limits.h"
#include "cards/markdown.h"
#include "cards/nearest.h"
#include "cards/text.h"
#include "cards/to_do.h"
#include "i18n/message.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace cards {
namespace {

using i18n::tr;
using i18n::tr_plural;

/// As elsewhere: beyond these, the pack is broken as a whole.
constexpr int kMaxSuggestions = 50;

bool is_section(const Block& block) {
    return block.kind == Block::Kind::heading && block.level <= 2;
}

/// An entry without the box of a checklist before it: "[ ] Fight".
std::string_view unboxed(std::string_view text) {
    if (text.size() > 4 && text.starts_with('[') && text.substr(2).starts_with("] ")) {
        text.remove_prefix(4);
    }
    return text;
}

/// Puts one block after another where it belongs.
class PlanReader {
public:
    explicit PlanReader(Plan& plan) : plan_(&plan) {}

    void read(const Block& block);
    void finish();

private:
    void end_section();
    void add(const Block& block);

    Plan* plan_;
    Line section_;       ///< The heading of level 2 that this is below; empty above the first.
    bool empty_ = false; ///< Nothing is below it yet.
    bool found_ = false; ///< The heading "## Situations" has come.
    bool listing_ = false;
};

void PlanReader::read(const Block& block) {
    if (is_section(block)) {
        end_section();
        section_ = {.text = block.text, .line = block.line};
        empty_ = block.level == 2;
        listing_ = empty_ && same_words(block.text, "situations");
        found_ = found_ || listing_;
    } else if (block.kind == Block::Kind::heading) {
        listing_ = listing_ && !same_words(block.text, "later");
    } else {
        empty_ = false;
    }
    if (auto mark = find_to_do(block.text)) {
        plan_->report.to_do(block.line, std::move(mark->what));
    } else if (listing_ && block.kind == Block::Kind::item) {
        add(block);
    }
}

void PlanReader::end_section() {
    if (empty_) {
        plan_->report.to_do(section_.line,
                            // Translators: {0} is a heading in quotation marks.
                            tr("something below the heading {0}", in_quotes(section_.text)));
    }
}

void PlanReader::add(const Block& block) {
    plan_->situations.push_back({.text = std::string(unboxed(block.text)), .line = block.line});
}

void PlanReader::finish() {
    end_section();
    if (!found_) {
        plan_->report.warning(0,
                              // Translators: "## Situations" is the same in every language.
                              tr("This plan has no list of situations. Write the heading ## "
                                 "Situations, and below it a line with a hyphen for each."));
    }
    if (plan_->situations.size() > kMaxCards) {
        plan_->situations.clear();
        plan_->report.error(0, tr("This plan has too many situations."));
    }
}

/// Finds the card that an entry of a plan means.
class Situations {
public:
    explicit Situations(std::span<const CardDraft> cards);

    /// Null if there is none.
    const CardDraft* find(std::string_view entry) const;

    /// True if there is a card whose title is not known, for its file is broken.
    bool has_untitled() const { return untitled_; }

    std::span<const std::string_view> titles() const { return titles_; }

private:
    const CardDraft* find_exactly(std::string_view entry) const;

    std::map<std::string_view, const CardDraft*> by_id_;
    std::map<std::vector<std::string>, const CardDraft*> by_title_;
    std::vector<std::string_view> titles_;
    bool untitled_ = false;
};

Situations::Situations(std::span<const CardDraft> cards) {
    for (const CardDraft& draft : cards) {
        const Card& card = draft.card;
        if (card.kind != Card::Kind::situation) {
            continue;
        }
        by_id_.emplace(card.id, &draft);
        by_title_.emplace(fold_words(card.title), &draft);
        titles_.push_back(card.title);
        untitled_ = untitled_ || card.title.empty();
    }
}

const CardDraft* Situations::find_exactly(std::string_view entry) const {
    if (const auto id = by_id_.find(entry); id != by_id_.end()) {
        return id->second;
    }
    const std::vector<std::string> words = fold_words(entry);
    const auto title = by_title_.find(words);
    return words.empty() || title == by_title_.end() ? nullptr : title->second;
}

const CardDraft* Situations::find(std::string_view entry) const {
    constexpr std::array<std::string_view, 5> kNotes{" \u2013 ", " \u2014 ", " - ", ":", " ("};
    if (const CardDraft* const whole = find_exactly(entry)) {
        return whole;
    }
    for (const std::string_view note : kNotes) {
        const std::size_t end = entry.find(note);
        if (end != std::string_view::npos) {
            if (const CardDraft* const draft = find_exactly(entry.substr(0, end))) {
                return draft;
            }
        }
    }
    return nullptr;
}

bool says_something(const CardDraft& draft) {
    return std::ranges::any_of(draft.steps,
                               [](const WrittenStep& step) { return !step.say.texts.empty(); });
}

} // namespace

Plan read_plan(const SourceFile& file) {
    Plan plan{.situations = {}, .report = Report(file.path)};
    if (const auto text = decode_text(file.bytes, plan.report)) {
        PlanReader reader(plan);
        for (const Block& block : parse_markdown(*text, 1, plan.report)) {
            reader.read(block);
        }
        reader.finish();
    }
    return plan;
}

Progress follow_plan(Plan& plan, std::span<const CardDraft> cards) {
    const Situations situations(cards);
    std::set<const CardDraft*> counted;
    int suggestions_left = kMaxSuggestions;
    Progress progress;
    for (const Line& entry : plan.situations) {
        const CardDraft* const draft = situations.find(entry.text);
        if (draft != nullptr && !counted.insert(draft).second) {
            plan.report.warning(entry.line, tr("{0} is on the list of situations twice. Take one "
                                               "out.",
                                               in_quotes(draft->card.title)));
            continue;
        }
        ++progress.planned;
        if (draft == nullptr) {
            progress.missing.push_back(entry.text);
        }
        if (draft == nullptr && !situations.has_untitled()) {
            // The cards that there are may be in use before the last one is written.
            plan.report.warning(entry.line,
                                tr("There is no card yet for {0}.", in_quotes(entry.text)) +
                                    (suggestions_left-- > 0
                                         ? did_you_mean(entry.text, situations.titles())
                                         : std::string()));
        }
        if (draft != nullptr && draft->report.to_dos() == 0) {
            ++progress.with_card;
            progress.without_say_line += says_something(*draft) ? 0U : 1U;
        }
    }
    return progress;
}

std::string to_string(const Progress& progress) {
    const std::string cards =
        // Translators: {1} is how many of them. A dot, or another half of the sentence, follows.
        tr_plural("{1} of {0} situation has a card", "{1} of {0} situations have a card",
                  progress.planned, progress.with_card);
    if (progress.without_say_line == 0) {
        // Translators: the end of a sentence.
        return tr("{0}.", cards);
    }
    return tr("{0}; {1}.", cards,
              // Translators: how many cards, after "11 of 16 situations have a card; ".
              tr_plural("{0} has no say line", "{0} have no say line", progress.without_say_line));
}

} // namespace cards
