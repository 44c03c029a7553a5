#include "cards/rule_table.h"

#include "cards/card.h"

#include <algorithm>
#include <array>

namespace cards {
namespace {

constexpr RuleInfo plain(RuleId id, std::string_view name) {
    return {.id = id, .name = name, .least = {}, .most = {}};
}

constexpr RuleInfo at_most(RuleId id, std::string_view name, RuleFigure most) {
    return {.id = id, .name = name, .least = {}, .most = most};
}

constexpr std::array kTable{
    at_most(RuleId::step_name_words, "step-name-words", {.figure = 7, .lowest = 3, .highest = 12}),
    at_most(RuleId::say_words, "say-words", {.figure = 14, .lowest = 5, .highest = 27}),
    at_most(RuleId::say_words_ceiling, "say-words-ceiling",
            {.figure = 27, .lowest = 14, .highest = 40}),
    at_most(RuleId::say_lines, "say-lines", {.figure = 3, .lowest = 1, .highest = 10}),
    RuleInfo{.id = RuleId::steps,
             .name = "steps",
             .least = RuleFigure{.figure = 3, .lowest = 2, .highest = 7},
             .most = RuleFigure{.figure = 7, .lowest = 3, .highest = 12}},
    plain(RuleId::empty_step, "empty-step"),
    at_most(RuleId::reading_grade, "reading-grade", {.figure = 6, .lowest = 3, .highest = 12}),
    plain(RuleId::review, "review"),
    plain(RuleId::yellow_to_red, "yellow-to-red"),
    plain(RuleId::red_safety, "red-safety"),
    plain(RuleId::red_call, "red-call"),
    plain(RuleId::call_first, "call-first"),
    plain(RuleId::labels, "labels"),
    plain(RuleId::descriptions, "descriptions"),
    plain(RuleId::patron_names, "patron-names"),
    plain(RuleId::guesses, "guesses"),
    plain(RuleId::medicine, "medicine"),
    plain(RuleId::soothing, "soothing"),
    plain(RuleId::threats, "threats"),
    plain(RuleId::promises, "promises"),
};

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < kTable.size(); ++i) {
        if (static_cast<std::size_t>(kTable.at(i).id) != i) {
            return false;
        }
    }
    return true;
}
static_assert(is_in_order());

std::size_t figure_of(const std::optional<RuleFigure>& figure,
                      const std::optional<std::size_t>& set) {
    return set ? *set : figure ? figure->figure : 0;
}

} // namespace

std::span<const RuleInfo> all_rules() {
    return kTable;
}

const RuleInfo& info_of(RuleId rule) {
    return kTable.at(static_cast<std::size_t>(rule));
}

const RuleInfo* find_rule(std::string_view name) {
    const auto* const found = std::ranges::find(kTable, name, &RuleInfo::name);
    return found == kTable.end() ? nullptr : found;
}

RuleLimits limits_of(RuleId rule, const RuleSetting* setting) {
    const RuleInfo& info = info_of(rule);
    if (setting == nullptr) {
        return {.least = figure_of(info.least, {}), .most = figure_of(info.most, {})};
    }
    return {.on = !setting->off,
            .own = setting->least || setting->most,
            .least = figure_of(info.least, setting->least),
            .most = figure_of(info.most, setting->most)};
}

RuleLimits limits_of(const Pack& pack, RuleId rule) {
    const auto found = std::ranges::find(pack.rules, rule, &RuleSetting::rule);
    return limits_of(rule, found == pack.rules.end() ? nullptr : &*found);
}

} // namespace cards
