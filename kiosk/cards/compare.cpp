#include "cards/compare.h"

#include "cards/compare_phrases.h"
#include "cards/report.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace cards {
namespace {

using Kind = Change::Kind;

/// "say", "do" and "avoid" as a manager counts them.
std::string part_changes(const std::vector<std::string>& before,
                         const std::vector<std::string>& after, std::string_view word) {
    const std::set<std::string> had(before.begin(), before.end());
    const auto is_fresh = [&](const std::string& line) { return !had.contains(line); };
    if (const auto fresh = std::ranges::count_if(after, is_fresh); fresh > 0) {
        return counted(static_cast<std::size_t>(fresh), word);
    }
    if (after.size() < before.size()) {
        return counted(before.size() - after.size(), word) + " less";
    }
    return before == after ? "" : "the order";
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) {
        text += text.empty() ? part : std::string(between) + part;
    }
    return text;
}

using Files = std::set<std::string>;

std::string picture_change(const std::optional<Picture>& before,
                           const std::optional<Picture>& after, const Files& other_pictures) {
    if (!before || !after) {
        return before ? "no picture any more" : after ? "a picture" : "";
    }
    const bool same = before->file == after->file && before->words == after->words &&
                      !other_pictures.contains(after->file);
    return same ? "" : "its picture";
}

std::string step_changes(const Step& before, const Step& after, const Files& other_pictures) {
    std::vector<std::string> parts;
    const auto add = [&](std::string part) {
        if (!part.empty()) {
            parts.push_back(std::move(part));
        }
    };
    if (before.title != after.title) {
        add("its name");
    }
    add(part_changes(before.say, after.say, "phrase"));
    add(part_changes(before.actions, after.actions, "action"));
    add(part_changes(before.avoid, after.avoid, "caution"));
    add(picture_change(before.picture, after.picture, other_pictures));
    return joined(parts, ", ");
}

std::string arrow(const std::string& before, const std::string& after) {
    const auto shown = [](const std::string& text) { return text.empty() ? "none" : text; };
    return shown(before) + " → " + shown(after);
}

std::string card_changes(const Card& before, const Card& after, const Files& other_pictures) {
    std::vector<std::string> parts;
    if (before.title != after.title) {
        parts.push_back("was " + in_quotes(before.title));
    }
    if (before.code != after.code) {
        parts.push_back(
            arrow(std::string(to_string(before.code)), std::string(to_string(after.code))));
    }
    if (before.steps.size() != after.steps.size()) {
        parts.push_back(counted(after.steps.size(), "step") + ", not " +
                        std::to_string(before.steps.size()));
    }
    for (std::size_t i = 0; i < std::min(before.steps.size(), after.steps.size()); ++i) {
        if (const std::string step = step_changes(before.steps[i], after.steps[i], other_pictures);
            !step.empty()) {
            parts.push_back("step " + after.steps[i].letter + ": " + step);
        }
    }
    const auto note = [&](bool same, const char* what) {
        if (!same) {
            parts.emplace_back(what);
        }
    };
    note(before.summary == after.summary, "what it says under its title");
    if (std::string picture = picture_change(before.picture, after.picture, other_pictures);
        !picture.empty()) {
        parts.push_back(std::move(picture));
    }
    note(before.worse == after.worse, "the card for when it gets worse");
    note(before.after == after.after, "the card for afterwards");
    note(before.framework == after.framework, "its acronym");
    note(before.keywords == after.keywords, "words to find it by");
    note(before.reviewed == after.reviewed && before.review_by == after.review_by &&
             before.reviewer == after.reviewer,
         "its review");
    return joined(parts, "; ");
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
    const std::string what = "Phone numbers";
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
        changes.push_back({Kind::changed, what, "the order", {}});
    }
}

void compare_pack(const Pack& before, const Pack& after, std::vector<Change>& changes) {
    const auto text = [&](const char* what, const std::string& old, const std::string& fresh) {
        if (old != fresh) {
            changes.push_back({Kind::changed, what, arrow(old, fresh), {}});
        }
    };
    compare_contacts(before, after, changes);
    text("Address", before.address, after.address);
    text("Library", before.site, after.site);
    text("Desk", before.desk, after.desk);
    text("Name of the cards", before.name, after.name);
    text("Language", before.locale, after.locale);
    if (before.notice != after.notice) {
        changes.push_back({Kind::changed, "What the cards say of themselves", {}, {}});
    }
    for (const Code code : kCodes) {
        const CodeInfo& old = before.info(code);
        const CodeInfo& fresh = after.info(code);
        text("Acronym", old.framework, fresh.framework);
        if (old.name != fresh.name || old.tab != fresh.tab || old.colour != fresh.colour ||
            old.link != fresh.link) {
            changes.push_back(
                {Kind::changed, "Words for " + std::string(to_string(code)), fresh.name, {}});
        }
    }
    if (before.board != after.board) {
        changes.push_back({Kind::changed, "Most used cards", {}, {}});
    }
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
    return changes;
}

} // namespace cards
