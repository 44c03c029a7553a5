#include "app/opening.h"

#include "app/fairness_file.h"
#include "app/found_times.h"
#include "cards/report.h"
#include "i18n/message.h"
#include "packs/first_pack.h"
#include "packs/folder.h"
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

cards::Problem instead_of(const fs::path& folder) {
    return {.severity = cards::Severity::warning,
            .text = tr("The cards in \"{0}\" cannot be used, so the starter pack is shown.",
                       folder.string())};
}

} // namespace

namespace {

using Problems = std::vector<cards::Problem>;

/// The pack that was brought, if there is one that can be used. What happened on the way to it goes
/// to the problems.
desk::LibraryPtr open_kept(const PackRoom& room, const Problems& problems_so_far,
                           Problems& problems) {
    const packs::FirstPack first = packs::find_first_pack(*room.store);
    for (const std::string& notice : first.notices) {
        problems.push_back({.severity = cards::Severity::warning, .text = notice});
    }
    if (!first.pack) {
        return nullptr;
    }
    cards::Reading reading = packs::read_folder(*room.disk, first.pack->files());
    if (!reading.pack) {
        problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
        return nullptr;
    }
    Problems all = problems_so_far;
    all.insert(all.end(), problems.begin(), problems.end());
    return std::make_shared<desk::Library>(std::move(*reading.pack), std::move(all),
                                           shelf_of(*first.pack));
}

/// The cards in a folder, or in their stead the starter pack.
Result<desk::LibraryPtr> open_folder(const std::optional<fs::path>& wanted, const fs::path& starter,
                                     Problems problems) {
    cards::Reading reading;
    fs::path shown = starter;
    if (wanted) {
        shown = *wanted;
        reading = packs::read_folder(*wanted);
        if (!reading.pack) { // errors first: the board shows the first problem
            cards::sort_errors_first(reading.problems);
            problems.insert(problems.begin(), reading.problems.begin(), reading.problems.end());
            problems.push_back(instead_of(*wanted));
        }
    }
    if (!reading.pack) {
        shown = starter;
        reading = packs::read_folder(starter);
    }
    if (!reading.pack) {
        const std::string why =
            reading.problems.empty() ? "" : " " + cards::to_string(reading.problems.front());
        return std::unexpected(Failure{tr("There are no cards to show: the starter pack in \"{0}\" "
                                          "cannot be used. Install Deskcards again.",
                                          starter.string()) +
                                       why});
    }
    desk::PictureShelf shelf{.kind = desk::PictureShelf::Kind::folder,
                             .place = fs::absolute(shown).string()};
    return std::make_shared<desk::Library>(std::move(*reading.pack), std::move(problems),
                                           std::move(shelf));
}

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

/// Those that the command line names; else those that were brought; else those that the
/// configuration names; else the starter pack.
Result<desk::LibraryPtr> open_cards(const Options& options, const RunDesk& run,
                                    const ReadConfig& config, const PackRoom& room) {
    Problems problems;
    if (run.pack) {
        // Packs that are brought still need their place.
        if (const auto tidied = room.store->tidy_up(); !tidied) {
            problems.push_back(
                {.severity = cards::Severity::warning, .text = tidied.error().sentence});
        }
    } else if (desk::LibraryPtr kept = open_kept(room, config.problems, problems)) {
        return kept;
    }
    problems.insert(problems.begin(), config.problems.begin(), config.problems.end());
    return open_folder(run.pack ? run.pack : config.config.pack, options.places.data / "content",
                       std::move(problems));
}

} // namespace

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
    auto room = open_pack_room(options.places);
    if (!room) {
        return std::unexpected(room.error());
    }
    config->config = with_kept_settings(*room->disk, config->config);
    use_chosen_language(languages, *config);
    // Until the cards are read, nobody knows their language.
    auto library = open_cards(options, run, *config, *room);
    if (!library) {
        return std::unexpected(library.error());
    }
    return Opening{.config = config->config,
                   .library = std::move(*library),
                   .reviews = read_fairness(*room->disk),
                   .found = read_found(*room->disk),
                   .room = std::move(*room)};
}

Result<InUse> read_in_use(const Options& options, const std::optional<fs::path>& wanted) {
    const auto config = read_config(options);
    if (!config) {
        return std::unexpected(config.error());
    }
    const auto room = open_pack_room(options.places);
    if (!room) {
        return std::unexpected(room.error());
    }
    const auto active = wanted ? std::nullopt : room->store->active();
    auto library = active ? read_kept(*room, *active)
                          : open_folder(wanted ? wanted : config->config.pack,
                                        options.places.data / "content", {});
    if (!library) {
        return std::unexpected(library.error());
    }
    return InUse{.config = config->config,
                 .library = std::move(*library),
                 .reviews = read_fairness(*room->disk)};
}

} // namespace app
