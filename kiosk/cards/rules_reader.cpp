#include "cards/rules_reader.h"

#include "cards/limits.h"
#include "cards/nearest.h"
#include "i18n/message.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cards {
namespace {

using i18n::message;
using i18n::tr;

std::vector<std::string_view> rule_names() {
    std::vector<std::string_view> names;
    for (const RuleInfo& info : all_rules()) {
        names.push_back(info.name);
    }
    return names;
}

std::vector<std::string_view> keys_of(const RuleInfo& info) {
    std::vector<std::string_view> keys{"off", "because"};
    if (info.least) {
        keys.emplace_back("least");
    }
    if (info.most) {
        keys.emplace_back("most");
    }
    return keys;
}

/// Reads what a pack says of one rule.
class SettingReader {
public:
    SettingReader(const YamlNode& map, const RuleInfo& info, Report& report)
        : map_(&map), info_(&info), report_(&report), fields_(map, report) {}

    /// What it reads is right if nothing was reported as an error.
    RuleSetting read();

private:
    std::optional<std::size_t> figure(std::string_view key, const std::optional<RuleFigure>& known);
    bool off();
    void check(const RuleSetting& setting);

    const YamlNode* map_;
    const RuleInfo* info_;
    Report* report_;
    Fields fields_;
};

std::optional<std::size_t> SettingReader::figure(std::string_view key,
                                                 const std::optional<RuleFigure>& known) {
    if (!known || map_->find(key) == nullptr) {
        return std::nullopt;
    }
    const std::string text = fields_.required({.key = key, .max = kMaxId, .example = {}});
    std::size_t value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && stop == text.data() + text.size();
    if (!text.empty() && (!whole || value < known->lowest || value > known->highest)) {
        report_->error(fields_.line_of(key),
                       // Translators: {0} is the name of a rule, {1} one of its keys: most or
                       // least.
                       tr("The rule {0} takes a whole number from {2} to {3} as {1}; here it is "
                          "{4}.",
                          in_quotes(info_->name), key, known->lowest, known->highest,
                          in_quotes(text)));
    }
    return value;
}

bool SettingReader::off() {
    if (map_->find("off") == nullptr) {
        return false;
    }
    const std::string text = fields_.required({.key = "off", .max = kMaxId, .example = "true"});
    if (!text.empty() && text != "true") {
        report_->error(fields_.line_of("off"),
                       // Translators: "off: true" is the same in every language.
                       tr("A rule is switched off with off: true; here it is {0}. To keep the rule "
                          "{1}, take it out of rules.",
                          in_quotes(text), in_quotes(info_->name)));
    }
    return true;
}

void SettingReader::check(const RuleSetting& setting) {
    const bool has_figure = setting.least || setting.most;
    if (setting.off && has_figure) {
        report_->error(map_->key_line, tr("The rule {0} is switched off and has a figure. Keep one "
                                          "of the two.",
                                          in_quotes(info_->name)));
    } else if (!setting.off && !has_figure) {
        report_->error(map_->key_line,
                       info_->most
                           // Translators: "most" and "off: true" are the same in every language.
                           ? tr("The rule {0} needs a figure, such as most: {1}, or off: true.",
                                in_quotes(info_->name), info_->most->figure)
                           : tr("The rule {0} has no figure. Write off: true, or take it out of "
                                "rules.",
                                in_quotes(info_->name)));
    }
    const RuleLimits limits = limits_of(info_->id, &setting);
    if (has_figure && limits.least > limits.most) {
        report_->error(map_->key_line,
                       tr("The rule {0} asks for {1} at least and {2} at most. Swap the two.",
                          in_quotes(info_->name), limits.least, limits.most));
    }
}

RuleSetting SettingReader::read() {
    RuleSetting setting{.rule = info_->id,
                        .off = off(),
                        .least = figure("least", info_->least),
                        .most = figure("most", info_->most),
                        .because = {}};
    setting.because = fields_.required(
        {.key = "because", .max = kMaxBecause, .example = message("Our staff asked for it.")});
    check(setting);
    fields_.warn_of_unknown(keys_of(*info_));
    return setting;
}

void read_rule(const YamlNode& value, PackDraft& draft) {
    const RuleInfo* const info = find_rule(value.key);
    if (info == nullptr) {
        draft.report.warning(value.key_line,
                             tr("There is no rule {0}; it is left out.", in_quotes(value.key)) +
                                 did_you_mean(value.key, rule_names()));
        return;
    }
    if (value.kind != YamlNode::Kind::map) {
        draft.report.error(value.key_line,
                           // Translators: "because" and "off: true" are the same everywhere.
                           tr("The rule {0} needs a figure or off: true, and because with the "
                              "reason, below it, indented.",
                              in_quotes(value.key)));
        return;
    }
    draft.pack.rules.push_back(SettingReader(value, *info, draft.report).read());
}

} // namespace

void read_rules(const YamlNode& map, PackDraft& draft) {
    const YamlNode* const rules = map.find("rules");
    if (rules == nullptr || (rules->kind == YamlNode::Kind::text && rules->text.empty())) {
        return;
    }
    if (rules->kind != YamlNode::Kind::map) {
        draft.report.error(rules->key_line,
                           // Translators: "rules:" is the same in every language.
                           tr("Write rules: and below it, indented, the names of rules, each with "
                              "a figure or off: true, and because."));
        return;
    }
    for (const YamlNode& value : rules->items) {
        read_rule(value, draft);
    }
    std::ranges::sort(draft.pack.rules, {}, &RuleSetting::rule);
}

} // namespace cards
