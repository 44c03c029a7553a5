#include "cards/compare_phrases.h"

#include "cards/report.h"

#include <algorithm>
#include <string>
#include <utility>

namespace cards {
namespace {

using Kind = Change::Kind;

std::string wording_change(const Wording* before, const Wording* after) {
    const std::string& name = (after != nullptr ? after : before)->language.name;
    if (before == nullptr || after == nullptr) {
        return name + (before == nullptr ? ": new" : ": no more");
    }
    if (before->words != after->words) {
        return name + ": other words";
    }
    const bool noted = before->checked != after->checked;
    return noted ? name + (after->checked ? ": checked" : ": not checked any more") : "";
}

std::string phrase_changes(const Phrase& before, const Phrase& after) {
    std::vector<std::string> parts;
    if (before.title != after.title) {
        parts.push_back("was " + in_quotes(before.title));
    }
    const auto note = [&](const Wording* old, const Wording* fresh) {
        if (std::string part = wording_change(old, fresh); !part.empty()) {
            parts.push_back(std::move(part));
        }
    };
    for (const Wording& wording : after.texts) {
        note(before.in(wording.language.tag), &wording);
    }
    for (const Wording& wording : before.texts) {
        if (after.in(wording.language.tag) == nullptr) {
            note(&wording, nullptr);
        }
    }
    const auto tag = [](const Wording& wording) { return wording.language; };
    if (parts.empty() && !std::ranges::equal(before.texts, after.texts, {}, tag, tag)) {
        parts.emplace_back("the order of its languages");
    }
    if (before.codes != after.codes) {
        parts.emplace_back("where it is needed most");
    }
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : "; ") + part;
    }
    return text;
}

} // namespace

void compare_phrases(const Pack& before, const Pack& after, std::vector<Change>& changes) {
    const auto name = [](const Phrase& phrase) { return "For the patron: " + phrase.title; };
    for (const Phrase& phrase : after.phrases) {
        const Phrase* const old = before.find_phrase(phrase.id);
        if (old == nullptr) {
            changes.push_back({Kind::added, name(phrase), {}, {}});
        } else if (const std::string detail = phrase_changes(*old, phrase); !detail.empty()) {
            changes.push_back({Kind::changed, name(phrase), detail, {}});
        }
    }
    for (const Phrase& phrase : before.phrases) {
        if (after.find_phrase(phrase.id) == nullptr) {
            changes.push_back({Kind::removed, name(phrase), {}, {}});
        }
    }
}

} // namespace cards
