#pragma once

#include "cards/report.h"
#include "cards/yaml.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Values out of a map that a manager wrote, each checked and reported on where it stands.
namespace cards {

/// A text and the file's line that it stands on.
struct Line {
    std::string text;
    int line = 0;
};

/// A key that holds one text.
struct TextField {
    std::string_view key;
    std::size_t max = 0;      ///< Characters.
    std::string_view example; ///< Shown when the key is missing.
};

/// Reads the keys of one map. Whatever it gives back is safe to use; what was wrong is reported as
/// an error, and an empty text or list given instead. A text that is still to be written (to_do.h)
/// is reported as such, and counts as empty.
class Fields {
public:
    /// Both must outlive the object.
    Fields(const YamlNode& map, Report& report) : map_(&map), report_(&report) {}

    /// A text that must be there and must not be empty.
    std::string required(const TextField& field);

    /// A text that may be missing or empty.
    std::string optional(const TextField& field);

    /// A date as the ISO writes it (2026-11-01), or empty if the key is missing.
    std::string date(std::string_view key);

    /// A list of texts: as a list, or as one text with commas. May be missing or empty.
    std::vector<Line> list(std::string_view key, std::size_t max_items, std::size_t max_length);

    /// The line of a key; 0 if it is missing.
    int line_of(std::string_view key) const;

    /// Warns of every key that is not among the known ones.
    void warn_of_unknown(std::span<const std::string_view> known);

private:
    std::string checked(const YamlNode& value, std::string_view key, std::size_t max);
    bool is_to_do(const YamlNode& value);

    const YamlNode* map_;
    Report* report_;
};

/// An error if a text has more than `max` characters; `what` begins the sentence ("The title"), in
/// the language in use.
bool check_length(const Line& line, std::string_view what, std::size_t max, Report& report);

/// True for what may be an id: small letters, digits and hyphens, a letter or digit first and last,
/// `kMaxId` at most.
bool is_id(std::string_view text);

/// True for a day of the calendar as the ISO writes it: "2026-11-01".
bool is_date(std::string_view text);

/// True for the shape of a language tag: "en", "en-US", "zh-Hans-CN".
bool is_language_tag(std::string_view text);

/// The id nearest to a text: "Fine dispute" gives "fine-dispute". May be empty.
std::string id_from(std::string_view text);

} // namespace cards
