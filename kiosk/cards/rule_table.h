#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The rules by name, with their figures, and what a pack sets otherwise. README.md says what each
/// rule asks, and where its figure comes from.
namespace cards {

struct Pack;

enum class RuleId : std::uint8_t {
    step_name_words,
    say_words,
    say_words_ceiling,
    say_lines,
    steps,
    empty_step,
    reading_grade,
    review,
    yellow_to_red,
    red_safety,
    red_call,
    call_first,
    labels,
    descriptions,
    patron_names,
    guesses,
    medicine,
    soothing,
    threats,
    promises,
};

/// A figure, and the bounds within which a pack may set another.
struct RuleFigure {
    std::size_t figure = 0;
    std::size_t lowest = 0;
    std::size_t highest = 0;
};

struct RuleInfo {
    RuleId id{};
    std::string_view name; ///< As a pack writes it: "say-words".
    std::optional<RuleFigure> least;
    std::optional<RuleFigure> most;
};

/// What a pack says of one rule.
struct RuleSetting {
    RuleId rule{};
    bool off = false;
    std::optional<std::size_t> least;
    std::optional<std::size_t> most;
    std::string because; ///< Why, in the words of whoever wrote the pack; never empty.
    friend bool operator==(const RuleSetting&, const RuleSetting&) = default;
};

/// What a rule asks of a pack.
struct RuleLimits {
    bool on = true;
    bool own = false; ///< The pack has set a figure of its own.
    std::size_t least = 0;
    std::size_t most = 0;
};

/// All rules, indexed by `RuleId`.
std::span<const RuleInfo> all_rules();

const RuleInfo& info_of(RuleId rule);

/// The rule of that name, or null.
const RuleInfo* find_rule(std::string_view name);

/// A rule's own figures, or those that a setting of it gives; null is no setting.
RuleLimits limits_of(RuleId rule, const RuleSetting* setting);

/// The same for a pack.
RuleLimits limits_of(const Pack& pack, RuleId rule);

} // namespace cards
