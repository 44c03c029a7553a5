#include "app/config.h"

#include "app/config_times.h"
#include "cards/fields.h"
#include "cards/fold.h"
#include "cards/languages.h"
#include "cards/report.h"
#include "cards/text.h"
#include "cards/yaml.h"
#include "i18n/message.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <ranges>
#include <string_view>
#include <utility>

namespace app {

namespace {

using cards::Report;
using cards::YamlNode;
using i18n::tr;

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
    report.warning(node.key_line,
                   tr("\"{0}\" needs a number from {1} to {2}; it is left as it was.", node.key,
                      static_cast<int>(least), static_cast<int>(most)));
}

/// "on" or "off"; otherwise that is reported, and nothing is to be changed.
std::optional<bool> read_switch(const YamlNode& node, Report& report) {
    const std::string word = cards::fold(node.text);
    if (word == "on" || word == "yes" || word == "true") {
        return true;
    }
    if (word == "off" || word == "no" || word == "false") {
        return false;
    }
    report.warning(node.key_line,
                   // Translators: the words on and off stay as they are.
                   tr("\"{0}\" is either on or off; it is left as it was.", node.key));
    return std::nullopt;
}

/// One folder, or a list of them.
void read_folders(const YamlNode& node, Report& report,
                  std::vector<std::filesystem::path>& folders) {
    const std::vector<YamlNode> items =
        node.kind == YamlNode::Kind::list ? node.items : std::vector{node};
    std::vector<std::filesystem::path> read;
    for (const YamlNode& item : items) {
        if (item.kind != YamlNode::Kind::text || !item.text.starts_with('/')) {
            report.warning(
                node.key_line,
                tr("\"{0}\" needs the whole paths of folders, from /; it is left as it was.",
                   node.key));
            return;
        }
        read.emplace_back(item.text);
    }
    folders = std::move(read);
}

// The words for what staff may choose, in the order of its values.
constexpr std::array kTextSizes{"normal", "large", "largest"};
constexpr std::array kColours{"light", "dark", "high-contrast"};
constexpr std::array kSides{"left", "right"};
constexpr std::array kReaches{"all", "low"};

/// Which of some words it is; nothing, and a problem, if it is none.
template <std::size_t Count>
std::optional<std::size_t> read_word(const YamlNode& node,
                                     const std::array<const char*, Count>& words, Report& report) {
    const auto* const word = std::ranges::find(words, node.text);
    if (node.kind == YamlNode::Kind::text && word != words.end()) {
        return static_cast<std::size_t>(word - words.begin());
    }
    std::vector<std::string> quoted;
    quoted.reserve(words.size());
    for (const char* it : words) {
        quoted.push_back(cards::in_quotes(it));
    }
    report.warning(node.key_line,
                   // Translators: {0} is a setting and {1} its possible values, in quotes.
                   tr("{0} is one of {1}; it is left as it was.", cards::in_quotes(node.key),
                      cards::listed(quoted)));
    return std::nullopt;
}

void read_path(const YamlNode& node, const std::string& needs, Report& report,
               std::optional<std::filesystem::path>& path) {
    if (node.kind == YamlNode::Kind::text && node.text.starts_with('/')) {
        path = node.text;
    } else {
        report.warning(node.key_line, needs);
    }
}

void read_folder(const YamlNode& node, Report& report, std::optional<std::filesystem::path>& path) {
    // Translators: {0} is a setting.
    read_path(node, tr("\"{0}\" needs the whole path of a folder, from /.", node.key), report,
              path);
}

void read_file(const YamlNode& node, Report& report, std::optional<std::filesystem::path>& path) {
    // Translators: {0} is a setting.
    read_path(node, tr("\"{0}\" needs the whole path of a file, from /.", node.key), report, path);
}

void read_desk_name(const YamlNode& node, Report& report, Config& config) {
    if (cards::is_id(node.text)) {
        config.desk_name = node.text;
    } else {
        report.warning(node.key_line,
                       tr("\"{0}\" may have small letters, digits and hyphens only, as in "
                          "riverside-circulation; the desk has no name.",
                          node.key));
    }
}

/// A key that the desk has for itself, with nothing held.
bool is_key_of_desk(const platform::Chord& chord) {
    constexpr std::array kKeys{"F1", "F2", "F3", "F4", "F9", "F10", "F11", "F12"};
    return std::ranges::find(kKeys, platform::to_string(chord)) != kKeys.end();
}

void read_hotkey(const YamlNode& node, Report& report, Config& config) {
    const auto chord = platform::parse_chord(node.text);
    if (!chord) {
        report.warning(node.key_line, chord.error().sentence);
    } else if (is_key_of_desk(*chord)) {
        report.warning(node.key_line, tr("{0} has a meaning on the desk; choose another hotkey.",
                                         platform::to_string(*chord)));
    } else {
        config.hotkey = *chord;
    }
}

struct Setting {
    std::string_view key;
    void (*read)(const YamlNode& node, Report& report, Config& config);
};

/// Every setting, by its name.
constexpr std::array kSettings{
    Setting{"ask-for-first-pin",
            [](const YamlNode& node, Report& report, Config& config) {
                config.drop.ask_for_first_pin = read_switch(node, report);
            }},
    Setting{"clock",
            [](const YamlNode& node, Report& report, Config& config) {
                config.habits.clock = read_switch(node, report).value_or(config.habits.clock);
            }},
    Setting{"colors",
            [](const YamlNode& node, Report& report, Config& config) {
                if (const auto word = read_word(node, kColours, report)) {
                    config.comfort.colours = static_cast<desk::Colours>(*word);
                }
            }},
    Setting{"count",
            [](const YamlNode& node, Report& report, Config& config) {
                config.habits.counting = read_switch(node, report).value_or(config.habits.counting);
            }},
    Setting{"desk-name", read_desk_name},
    Setting{"drop",
            [](const YamlNode& node, Report& report, Config& config) {
                config.drop.on = read_switch(node, report).value_or(config.drop.on);
            }},
    Setting{"drop-folders",
            [](const YamlNode& node, Report& report, Config& config) {
                read_folders(node, report, config.drop.folders);
            }},
    Setting{"drop-patience-minutes",
            [](const YamlNode& node, Report& report, Config& config) {
                constexpr int kDay = 24 * 60;
                read_number(node, 0, kDay, report, [&](double minutes) {
                    config.drop.patience = std::chrono::minutes(static_cast<int>(minutes));
                });
            }},
    Setting{"hotkey", read_hotkey},
    Setting{"idle-minutes",
            [](const YamlNode& node, Report& report, Config& config) {
                read_number(node, 1, 240, report, [&](double minutes) {
                    config.habits.idle_return = desk::Moment(static_cast<int>(minutes * 60'000));
                });
            }},
    Setting{"keep-counts-months",
            [](const YamlNode& node, Report& report, Config& config) {
                read_number(node, 3, 120, report,
                            [&](double months) { config.keep_months = static_cast<int>(months); });
            }},
    Setting{"language",
            [](const YamlNode& node, Report& report, Config& config) {
                if (const auto language = cards::find_language(node.text)) {
                    config.comfort.language = language->tag;
                } else {
                    report.warning(node.key_line, tr("{0} is not a language; write its name, or a "
                                                     "tag such as es.",
                                                     cards::in_quotes(node.text)));
                }
            }},
    Setting{"metrics-file", [](const YamlNode& node, Report& report,
                               Config& config) { read_file(node, report, config.metrics_file); }},
    Setting{"opening-hours",
            [](const YamlNode& node, Report& report, Config& config) {
                read_opening(node, report, config.habits.opening);
            }},
    Setting{"outbox", [](const YamlNode& node, Report& report,
                         Config& config) { read_folder(node, report, config.outbox); }},
    Setting{"pack", [](const YamlNode& node, Report& report,
                       Config& config) { read_folder(node, report, config.pack); }},
    Setting{"panel-width-mm",
            [](const YamlNode& node, Report& report, Config& config) {
                read_number(node, 50, 5000, report, [&](double mm) { config.panel_width_mm = mm; });
            }},
    Setting{"patron-turned",
            [](const YamlNode& node, Report& report, Config& config) {
                config.habits.patron_turned =
                    read_switch(node, report).value_or(config.habits.patron_turned);
            }},
    Setting{"rail",
            [](const YamlNode& node, Report& report, Config& config) {
                if (const auto word = read_word(node, kSides, report)) {
                    config.comfort.rail_on_right = *word == 1;
                }
            }},
    Setting{"reach",
            [](const YamlNode& node, Report& report, Config& config) {
                if (const auto word = read_word(node, kReaches, report)) {
                    config.comfort.low = *word == 1;
                }
            }},
    Setting{"signed-goes-in",
            [](const YamlNode& node, Report& report, Config& config) {
                config.drop.signed_goes_in =
                    read_switch(node, report).value_or(config.drop.signed_goes_in);
            }},
    Setting{"speech",
            [](const YamlNode& node, Report& report, Config& config) {
                config.speech.on = read_switch(node, report).value_or(config.speech.on);
            }},
    Setting{"speech-volume",
            [](const YamlNode& node, Report& report, Config& config) {
                read_number(node, 1, desk::kMostVolume, report, [&](double volume) {
                    config.speech.volume = static_cast<int>(volume);
                });
            }},
    Setting{"text-size",
            [](const YamlNode& node, Report& report, Config& config) {
                if (const auto word = read_word(node, kTextSizes, report)) {
                    config.comfort.text = static_cast<desk::TextSize>(*word);
                }
            }},
    Setting{"time-bands", [](const YamlNode& node, Report& report,
                             Config& config) { read_bands(node, report, config.habits.bands); }},
    Setting{"viewing-distance-mm",
            [](const YamlNode& node, Report& report, Config& config) {
                read_number(node, 200, 3000, report,
                            [&](double mm) { config.viewing_distance_mm = mm; });
            }},
};

void read_key(const YamlNode& node, Report& report, Config& config) {
    const auto* const setting = std::ranges::find(kSettings, node.key, &Setting::key);
    if (setting != kSettings.end()) {
        setting->read(node, report, config);
        return;
    }
    std::vector<std::string> keys;
    keys.reserve(kSettings.size());
    for (const Setting& it : kSettings) {
        keys.emplace_back(it.key);
    }
    report.warning(node.key_line, tr("There is no setting \"{0}\"; the settings are {1}.", node.key,
                                     cards::listed(keys)));
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

std::string to_config(const desk::Comfort& comfort, const desk::Speech& speech) {
    std::string text = "text-size: ";
    text += kTextSizes.at(static_cast<std::size_t>(comfort.text));
    text += "\ncolors: ";
    text += kColours.at(static_cast<std::size_t>(comfort.colours));
    text += std::string("\nrail: ") + kSides.at(comfort.rail_on_right ? 1 : 0);
    text += std::string("\nreach: ") + kReaches.at(comfort.low ? 1 : 0);
    if (!comfort.language.empty()) {
        text += "\nlanguage: " + comfort.language;
    }
    text += std::string("\nspeech: ") + (speech.on ? "on" : "off");
    text += "\nspeech-volume: " + std::to_string(speech.volume) + "\n";
    return text;
}

ReadConfig parse_config(const std::string& bytes, const std::string& name, const Config& before) {
    ReadConfig read{.config = before, .problems = {}};
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
