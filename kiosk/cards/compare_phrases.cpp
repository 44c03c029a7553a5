#include "cards/compare_phrases.h"

#include "cards/report.h"
#include "i18n/message.h"

#include <algorithm>
#include <string>
#include <utility>

namespace cards {
namespace {

using i18n::message;
using i18n::tr;

using Kind = Change::Kind;

std::string wording_change(const Wording* before, const Wording* after) {
    const std::string& name = (after != nullptr ? after : before)->language.name;
    if (before == nullptr) {
        // Translators: here and in the like, {0} is a language.
        return tr("{0}: new", name);
    }
    if (after == nullptr) {
        return tr("{0}: no more", name);
    }
    if (before->words != after->words) {
        return tr("{0}: other words", name);
    }
    if (before->checked == after->checked) {
        return {};
    }
    return after->checked ? tr("{0}: checked", name) : tr("{0}: not checked any more", name);
}

std::string phrase_changes(const Phrase& before, const Phrase& after) {
    std::vector<std::string> parts;
    if (before.title != after.title) {
        parts.push_back(tr("was {0}", in_quotes(before.title)));
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
        parts.push_back(tr("the order of its languages"));
    }
    if (before.codes != after.codes) {
        parts.push_back(tr("where it is needed most"));
    }
    std::string text;
    for (const std::string& part : parts) {
        text += text.empty() ? part : message("; ") + part;
    }
    return text;
}

} // namespace

void compare_phrases(const Pack& before, const Pack& after, std::vector<Change>& changes) {
    const auto name = [](const Phrase& phrase) { return tr("For the patron: {0}", phrase.title); };
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
