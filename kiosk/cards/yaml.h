#pragma once

#include "cards/report.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The small part of YAML that a pack may use, as a tree of our own.
namespace cards {

/// A value: text, a list, or a set of keys with a value each. Everything that is not a list or
/// keys is text; nothing is taken as a number, a date or "yes".
struct YamlNode {
    enum class Kind : std::uint8_t { text, list, map };

    Kind kind = Kind::text;
    int line = 0;
    std::string text;            ///< On one line; empty for a list or a map.
    std::vector<YamlNode> items; ///< The list's items, or the map's values in order.
    std::string key;             ///< The key it is the value of, if it is in a map.
    int key_line = 0;

    /// The value of a key, or null.
    const YamlNode* find(std::string_view name) const;
};

/// Reads one YAML map. `first_line` is the file's line that the text begins on. Anchors, aliases,
/// tags, a key written twice, a second document, more than `kMaxYamlDepth` levels and more than
/// `kMaxYamlBytes` bytes are refused: nothing is returned and an error reported.
std::optional<YamlNode> parse_yaml(std::string_view text, int first_line, Report& report);

} // namespace cards
