#include "cards/compare_practices.h"

#include "i18n/message.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace cards {
namespace {

using i18n::tr;

using Kind = Change::Kind;

bool same_reply(const Reply& a, const Reply& b) {
    const auto parts = [](const Reply& it) {
        return std::tie(it.text, it.spoken, it.why, it.trap, it.next);
    };
    return parts(a) == parts(b);
}

bool same_turn(const Turn& a, const Turn& b) {
    const auto parts = [](const Turn& it) {
        return std::tie(it.title, it.happens, it.words, it.tension, it.ending);
    };
    return parts(a) == parts(b) && std::ranges::equal(a.replies, b.replies, same_reply);
}

/// All that staff see of them; where it stands in a file does not count.
bool same_practice(const Practice& a, const Practice& b) {
    const auto parts = [](const Practice& it) {
        return std::tie(it.title, it.card, it.who, it.summary);
    };
    return parts(a) == parts(b) && std::ranges::equal(a.turns, b.turns, same_turn);
}

} // namespace

void compare_practices(const Pack& before, const Pack& after, std::vector<Change>& changes) {
    const auto name = [](const Practice& practice) { return tr("Practice: {0}", practice.title); };
    for (const Practice& practice : after.practices) {
        const Practice* const old = before.find_practice(practice.id);
        if (old == nullptr) {
            changes.push_back({Kind::added, name(practice), {}, {}});
        } else if (!same_practice(*old, practice)) {
            changes.push_back({Kind::changed, name(practice), {}, {}});
        }
    }
    for (const Practice& practice : before.practices) {
        if (after.find_practice(practice.id) == nullptr) {
            changes.push_back({Kind::removed, name(practice), {}, {}});
        }
    }
}

} // namespace cards
