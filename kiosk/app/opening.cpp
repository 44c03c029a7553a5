#include "app/opening.h"

#include "packs/folder.h"
#include "platform/files.h"

#include <utility>

namespace app {

namespace {

namespace fs = std::filesystem;
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
    const std::string sentence = "The configuration file " + bytes.error().sentence;
    if (options.config_given) {
        return std::unexpected(Failure{sentence + " Check the path after --config."});
    }
    ReadConfig unread;
    unread.problems.push_back({.severity = cards::Severity::warning, .text = sentence});
    return unread;
}

cards::Problem instead_of(const fs::path& folder) {
    return {.severity = cards::Severity::warning,
            .text = "The cards in \"" + folder.string() +
                    "\" cannot be used, so the starter pack is shown."};
}

} // namespace

Result<Opening> open_desk(const Options& options, const RunDesk& run) {
    auto config = read_config(options);
    if (!config) {
        return std::unexpected(config.error());
    }
    std::vector<cards::Problem> problems = std::move(config->problems);
    const fs::path starter = options.places.data / "content";
    const auto wanted = run.pack ? run.pack : config->config.pack;

    cards::Reading reading;
    if (wanted) {
        reading = packs::read_folder(*wanted);
        if (!reading.pack) { // errors first: the board shows the first problem
            cards::sort_errors_first(reading.problems);
            problems.insert(problems.begin(), reading.problems.begin(), reading.problems.end());
            problems.push_back(instead_of(*wanted));
        }
    }
    if (!reading.pack) {
        reading = packs::read_folder(starter);
    }
    if (!reading.pack) {
        const std::string why =
            reading.problems.empty() ? "" : " " + cards::to_string(reading.problems.front());
        return std::unexpected(Failure{"There are no cards to show: the starter pack in \"" +
                                       starter.string() +
                                       "\" cannot be used. Install Deskcards again." + why});
    }
    return Opening{
        .config = config->config,
        .library = std::make_shared<desk::Library>(std::move(*reading.pack), std::move(problems))};
}

} // namespace app
