#include "cards/compare_rules.h"

#include "cards/report.h"
#include "i18n/message.h"

#include <algorithm>
#include <string>

namespace cards {
namespace {

using i18n::message;
using i18n::tr;

using Kind = Change::Kind;

const RuleSetting* setting_of(const Pack& pack, RuleId rule) {
    const auto found = std::ranges::find(pack.rules, rule, &RuleSetting::rule);
    return found == pack.rules.end() ? nullptr : &*found;
}

/// What a rule asks: "at most 14", "3 to 7", "on" or "off".
std::string asked(RuleId rule, const RuleSetting* setting) {
    const RuleInfo& info = info_of(rule);
    const RuleLimits limits = limits_of(rule, setting);
    if (!limits.on) {
        return message("rule", "off");
    }
    if (info.least) {
        // Translators: two figures: not less than {0}, not more than {1}.
        return tr("{0} to {1}", limits.least, limits.most);
    }
    return info.most ? tr("{0} at most", limits.most) : message("rule", "on").str();
}

Change change_of(RuleId rule, const RuleSetting* before, const RuleSetting* after) {
    const std::string old = asked(rule, before);
    const std::string fresh = asked(rule, after);
    const std::string what = old == fresh ? fresh : old + " → " + fresh;
    return {.kind = before == nullptr  ? Kind::added
                    : after == nullptr ? Kind::removed
                                       : Kind::changed,
            // Translators: {0} is the name of a rule in quotation marks, such as "say-words".
            .what = tr("Rule {0}", in_quotes(info_of(rule).name)),
            // Translators: {0} is what a rule asks, {1} the reason that a pack gives for it.
            .detail = tr("{0}: {1}", what, (after != nullptr ? after : before)->because),
            .card = {}};
}

} // namespace

void compare_rules(const Pack& before, const Pack& after, std::vector<Change>& changes) {
    for (const RuleInfo& info : all_rules()) {
        const RuleSetting* const old = setting_of(before, info.id);
        const RuleSetting* const fresh = setting_of(after, info.id);
        const bool same = old == nullptr || fresh == nullptr ? old == fresh : *old == *fresh;
        if (!same) {
            changes.push_back(change_of(info.id, old, fresh));
        }
    }
}

} // namespace cards
