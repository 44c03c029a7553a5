#include "cards/compare.h"

#include "cards/compare_phrases.h"
#include "cards/compare_practices.h"
#include "cards/compare_rules.h"
#include "cards/report.h"
#include "i18n/message.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace cards {
namespace {

using i18n::Message;
using i18n::message;
using i18n::tr;
using i18n::tr_plural;

using Kind = Change::Kind;

// "say", "do" and "avoid" as a manager counts them.

std::string phrases(std::size_t count) {
    return tr_plural("{0} phrase", "{0} phrases", count);
}

std::string actions(std::size_t count) {
    return tr_plural("{0} action", "{0} actions", count);
}

std::string cautions(std::size_t count) {
    return tr_plural("{0} caution", "{0} cautions", count);
}

/// What is different in such a part of a step; empty if nothing is.
std::string part_changes(const Texts& before, const Texts& after,
                         std::string (*counted)(std::size_t)) {
    const std::set<std::string_view> had(before.begin(), before.end());
    const auto is_fresh = [&](std::string_view line) { return !had.contains(line); };
    if (const auto fresh = std::ranges::count_if(after, is_fresh); fresh > 0) {
        return counted(static_cast<std::size_t>(fresh));
    }
    if (after.size() < before.size()) {
        // Translators: {0} is such as "1 phrase" or "2 actions", which a step has no more.
        return tr("{0} less", counted(before.size() - after.size()));
    }
    return before == after ? "" : tr("the order");
}

std::string joined(const std::vector<std::string>& parts, const Message& between) {
    std::string text;
    for (const std::string& part : parts) {
        text += text.empty() ? part : between + part;
    }
    return text;
}

using Files = std::set<std::string>;

std::string picture_change(const std::optional<Picture>& before,
                           const std::optional<Picture>& after, const Files& other_pictures) {
    if (!before || !after) {
        return before ? tr("no picture any more") : after ? tr("a picture") : "";
    }
    const bool same = before->file == after->file && before->words == after->words &&
                      !other_pictures.contains(after->file);
    return same ? "" : tr("its picture");
}

std::string step_changes(const Step& before, const Step& after, const Files& other_pictures) {
    std::vector<std::string> parts;
    const auto add = [&](std::string part) {
        if (!part.empty()) {
            parts.push_back(std::move(part));
        }
    };
    if (before.title != after.title) {
        add(tr("its name"));
    }
    add(part_changes(before.say, after.say, phrases));
    add(part_changes(before.actions, after.actions, actions));
    add(part_changes(before.avoid, after.avoid, cautions));
    add(picture_change(before.picture, after.picture, other_pictures));
    return joined(parts, message(", "));
}

std::string arrow(const std::string& before, const std::string& after) {
    const auto shown = [](const std::string& text) {
        // Translators: instead of a phone number, an address or a name that is not there.
        return text.empty() ? tr("none") : text;
    };
    return shown(before) + " → " + shown(after);
}

std::string card_changes(const Card& before, const Card& after, const Files& other_pictures) {
    std::vector<std::string> parts;
    if (before.title != after.title) {
        // Translators: {0} is the title that a card or a phrase had before.
        parts.push_back(tr("was {0}", in_quotes(before.title)));
    }
    if (before.code != after.code) {
        parts.push_back(
            arrow(std::string(to_string(before.code)), std::string(to_string(after.code))));
    }
    if (before.steps.size() != after.steps.size()) {
        parts.push_back(tr_plural("{0} step, not {1}", "{0} steps, not {1}", after.steps.size(),
                                  before.steps.size()));
    }
    for (std::size_t i = 0; i < std::min(before.steps.size(), after.steps.size()); ++i) {
        if (const std::string step = step_changes(before.steps[i], after.steps[i], other_pictures);
            !step.empty()) {
            // Translators: {0} is the step's letter, {1} what is different in it.
            parts.push_back(tr("step {0}: {1}", after.steps[i].letter, step));
        }
    }
    const auto note = [&](bool same, const Message& what) {
        if (!same) {
            parts.emplace_back(what);
        }
    };
    note(before.summary == after.summary, message("what it says under its title"));
    if (std::string picture = picture_change(before.picture, after.picture, other_pictures);
        !picture.empty()) {
        parts.push_back(std::move(picture));
    }
    note(before.worse == after.worse, message("the card for when it gets worse"));
    note(before.after == after.after, message("the card for afterwards"));
    note(before.framework == after.framework, message("its acronym"));
    note(before.keywords == after.keywords, message("words to find it by"));
    note(before.reviewed == after.reviewed && before.review_by == after.review_by &&
             before.reviewer == after.reviewer && before.fairness == after.fairness,
         message("its review"));
    // Translators: between the things that are different in a card or a phrase.
    return joined(parts, message("; "));
}

std::map<std::string, std::string> calls(const Pack& pack) {
    std::map<std::string, std::string> calls;
    for (const Contact& contact : pack.contacts) {
        calls[contact.who] = contact.call;
    }
    return calls;
}

/// The numbers that staff call in danger: each change of one is a line of its own.
void compare_contacts(const Pack& before, const Pack& after, std::vector<Change>& changes) {
    const std::string what = tr("Phone numbers");
    const auto had = calls(before);
    const auto has = calls(after);
    const std::size_t noted = changes.size();
    for (const Contact& contact : after.contacts) {
        const auto old = had.find(contact.who);
        if (old == had.end()) {
            changes.push_back({Kind::added, what, contact.who + " " + contact.call, {}});
        } else if (old->second != contact.call) {
            changes.push_back(
                {Kind::changed, what, contact.who + " " + arrow(old->second, contact.call), {}});
        }
    }
    for (const Contact& contact : before.contacts) {
        if (!has.contains(contact.who)) {
            changes.push_back({Kind::removed, what, contact.who + " " + contact.call, {}});
        }
    }
    const auto who = [](const Contact& contact) { return contact.who; };
    if (changes.size() == noted &&
        !std::ranges::equal(before.contacts, after.contacts, {}, who, who)) {
        changes.push_back({Kind::changed, what, tr("the order"), {}});
    }
}

void compare_pack(const Pack& before, const Pack& after, std::vector<Change>& changes) {
    const auto text = [&](const Message& what, const std::string& old, const std::string& fresh) {
        if (old != fresh) {
            changes.push_back({Kind::changed, what, arrow(old, fresh), {}});
        }
    };
    compare_contacts(before, after, changes);
    text(message("Address"), before.address, after.address);
    text(message("Library"), before.site, after.site);
    text(message("Desk"), before.desk, after.desk);
    text(message("Name of the cards"), before.name, after.name);
    text(message("Language"), before.locale, after.locale);
    if (before.notice != after.notice) {
        changes.push_back({Kind::changed, tr("What the cards say of themselves"), {}, {}});
    }
    for (const Code code : kCodes) {
        const CodeInfo& old = before.info(code);
        const CodeInfo& fresh = after.info(code);
        text(message("Acronym"), old.framework, fresh.framework);
        if (old.name != fresh.name || old.tab != fresh.tab || old.colour != fresh.colour ||
            old.link != fresh.link) {
            changes.push_back(
                // Translators: {0} is a code as a pack writes it: green, yellow, red or blue.
                {Kind::changed, tr("Words for {0}", to_string(code)), fresh.name, {}});
        }
    }
    if (before.board != after.board) {
        changes.push_back({Kind::changed, tr("Most used cards"), {}, {}});
    }
    compare_rules(before, after, changes);
}

} // namespace

std::vector<Change> compare(const Pack& before, const Pack& after,
                            const std::set<std::string>& other_pictures) {
    std::vector<Change> changes;
    compare_pack(before, after, changes);
    for (const Card& card : after.cards) {
        const Card* const old = before.find(card.id);
        if (old == nullptr) {
            changes.push_back({Kind::added, card.title, {}, card.id});
        } else if (const std::string detail = card_changes(*old, card, other_pictures);
                   !detail.empty()) {
            changes.push_back({Kind::changed, card.title, detail, card.id});
        }
    }
    for (const Card& card : before.cards) {
        if (after.find(card.id) == nullptr) {
            changes.push_back({Kind::removed, card.title, {}, card.id});
        }
    }
    compare_phrases(before, after, changes);
    compare_practices(before, after, changes);
    return changes;
}

} // namespace cards
