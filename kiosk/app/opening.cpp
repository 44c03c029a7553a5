#include "app/opening.h"

#include "app/fairness_file.h"
#include "app/found_times.h"
#include "cards/report.h"
#include "i18n/message.h"
#include "platform/durable.h"
#include "platform/files.h"

#include <utility>

namespace app {

namespace {

namespace fs = std::filesystem;
using i18n::tr;
using platform::Failure;
using platform::Result;

constexpr std::size_t kLargestConfig = 64UL << 10U;

/// If one is chosen; one that the interface cannot be in is a problem.
void use_chosen_language(const Languages& languages, ReadConfig& config) {
    const std::string& chosen = config.config.comfort.language;
    if (chosen.empty()) {
        return;
    }
    if (languages.has(chosen)) {
        languages.use_first_of({chosen});
        return;
    }
    config.problems.push_back(
        {.severity = cards::Severity::warning,
         .text = tr("The language {0} is set, but the interface can only be in {1}.",
                    cards::in_quotes(chosen), cards::listed(languages.tags()))});
}

CardPlaces places_of(const Options& options, const std::optional<fs::path>& wanted,
                     const Config& config) {
    return {.brought = !wanted,
            .folder = wanted ? wanted : config.pack,
            .starter = options.places.data / "content",
            .desk_name = config.desk_name};
}

} // namespace

Result<ReadConfig> read_config(const Options& options) {
    const fs::path& path = options.places.config;
    std::error_code error;
    if (!options.config_given && !fs::exists(path, error)) {
        return ReadConfig{};
    }
    auto bytes = platform::read_file(path, kLargestConfig);
    if (bytes) {
        return parse_config(*bytes, path.filename().string());
    }
    const std::string& why = bytes.error().sentence;
    if (options.config_given) {
        // Translators: {0} is such as "x.yaml" cannot be read: No such file.
        std::string sentence = tr("The configuration file {0} Check the path after --config.", why);
        return std::unexpected(Failure{std::move(sentence)});
    }
    ReadConfig unread;
    unread.problems.push_back({.severity = cards::Severity::warning,
                               // Translators: {0} is such as "x.yaml" cannot be read: No such file.
                               .text = tr("The configuration file {0}", why)});
    return unread;
}

Config with_kept_settings(const platform::Folder& disk, const Config& config) {
    constexpr std::size_t kLargest = 64UZ << 10U;
    const auto text = disk.read(kSettingsFile, kLargest);
    Config kept = config;
    if (text) {
        const Config read = parse_config(*text, kSettingsFile, config).config;
        kept.comfort = read.comfort;
        kept.speech = read.speech;
    }
    return kept;
}

Result<void> keep_settings(platform::Disk& disk, const desk::KeepSettings& settings) {
    return platform::save(disk, kSettingsFile, to_config(settings.comfort, settings.speech));
}

Result<Opening> open_desk(const Options& options, const RunDesk& run, const Languages& languages) {
    auto config = read_config(options);
    if (!config) {
        return std::unexpected(config.error());
    }
    auto room = open_pack_room(options.places, config->config.desk_name);
    if (!room) {
        return std::unexpected(room.error());
    }
    config->config = with_kept_settings(*room->disk, config->config);
    use_chosen_language(languages, *config);
    // Until the cards are read, nobody knows their language.
    CardPlaces places = places_of(options, run.pack, config->config);
    auto cards = open_first_cards(*room, places, std::move(config->problems));
    if (!cards) {
        return std::unexpected(cards.error());
    }
    return Opening{.config = config->config,
                   .cards = std::move(*cards),
                   .places = std::move(places),
                   .reviews = read_fairness(*room->disk),
                   .found = read_found(*room->disk),
                   .room = std::move(*room)};
}

Result<InUse> read_in_use(const Options& options, const std::optional<fs::path>& wanted) {
    const auto config = read_config(options);
    if (!config) {
        return std::unexpected(config.error());
    }
    const auto room = open_pack_room(options.places, config->config.desk_name);
    if (!room) {
        return std::unexpected(room.error());
    }
    const auto active = wanted ? std::nullopt : room->store->active();
    auto library = active ? read_kept(*room, *active)
                          : open_folder(places_of(options, wanted, config->config), {});
    if (!library) {
        return std::unexpected(library.error());
    }
    return InUse{.config = config->config,
                 .library = std::move(*library),
                 .reviews = read_fairness(*room->disk)};
}

} // namespace app
