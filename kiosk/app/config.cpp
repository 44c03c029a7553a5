#include "app/config.h"

#include "cards/fold.h"
#include "cards/report.h"
#include "cards/text.h"
#include "cards/yaml.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <ranges>
#include <string_view>
#include <utility>

namespace app {

namespace {

using cards::Report;
using cards::YamlNode;

std::optional<double> parse_number(std::string_view text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && at == end ? std::optional(value) : std::nullopt;
}

void read_number(const YamlNode& node, double least, double most, Report& report,
                 const std::function<void(double)>& use) {
    const auto value =
        node.kind == YamlNode::Kind::text ? parse_number(node.text) : std::optional<double>();
    if (value && *value >= least && *value <= most) {
        use(*value);
        return;
    }
    const auto whole = [](double number) { return std::to_string(static_cast<int>(number)); };
    report.warning(node.key_line, "\"" + node.key + "\" needs a number from " + whole(least) +
                                      " to " + whole(most) + "; it is left as it was.");
}

void read_switch(const YamlNode& node, Report& report, bool& value) {
    const std::string word = cards::fold(node.text);
    if (word == "on" || word == "yes" || word == "true") {
        value = true;
    } else if (word == "off" || word == "no" || word == "false") {
        value = false;
    } else {
        report.warning(node.key_line,
                       "\"" + node.key + "\" is either on or off; it is left as it was.");
    }
}

void read_key(const YamlNode& node, Report& report, Config& config) {
    if (node.key == "pack") {
        if (node.kind == YamlNode::Kind::text && node.text.starts_with('/')) {
            config.pack = node.text;
        } else {
            report.warning(node.key_line, "\"pack\" needs the whole path of a folder, from /.");
        }
    } else if (node.key == "panel-width-mm") {
        read_number(node, 50, 5000, report, [&](double mm) { config.panel_width_mm = mm; });
    } else if (node.key == "idle-minutes") {
        read_number(node, 1, 240, report, [&](double minutes) {
            config.habits.idle_return = desk::Moment(static_cast<int>(minutes * 60'000));
        });
    } else if (node.key == "clock") {
        read_switch(node, report, config.habits.clock);
    } else {
        report.warning(node.key_line,
                       "There is no setting \"" + node.key +
                           "\"; the settings are clock, idle-minutes, pack and panel-width-mm.");
    }
}

/// A file of blanks and remarks alone sets nothing, and is fine.
bool has_settings(std::string_view text) {
    return std::ranges::any_of(std::views::split(text, '\n'), [](const auto& part) {
        const std::string_view line(part.begin(), part.end());
        const auto first = line.find_first_not_of(" \t");
        return first != std::string_view::npos && line[first] != '#';
    });
}

} // namespace

ReadConfig parse_config(const std::string& bytes, const std::string& name) {
    ReadConfig read;
    Report report(name);
    if (const auto text = cards::decode_text(bytes, report); text && has_settings(*text)) {
        if (const auto map = cards::parse_yaml(*text, 1, report)) {
            for (const YamlNode& node : map->items) {
                read_key(node, report, read.config);
            }
        }
    }
    read.problems = std::move(report).take();
    return read;
}

} // namespace app
