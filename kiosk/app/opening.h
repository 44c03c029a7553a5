#pragma once

#include "app/config.h"
#include "app/first_cards.h"
#include "app/languages.h"
#include "app/options.h"
#include "desk/effect.h"
#include "desk/fairness.h"
#include "desk/library.h"
#include "platform/result.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace app {

/// In the state folder: what staff have set, as lines of a configuration file.
inline constexpr const char* kSettingsFile = "settings.yaml";

/// What the configuration file says; without one, what a desk does anyhow. Fails with a sentence if
/// there is none where one was named on the command line.
platform::Result<ReadConfig> read_config(const Options& options);

/// A configuration with what staff have set in place of what it says; without a file of that which
/// can be read, as it is.
Config with_kept_settings(const platform::Folder& disk, const Config& config);
platform::Result<void> keep_settings(platform::Disk& disk, const desk::KeepSettings& settings);

/// What the desk starts with.
struct Opening {
    Config config;
    FirstCards cards;
    CardPlaces places;                  ///< Where they were looked for.
    desk::FairnessReviews reviews;      ///< The answers about fairness, before this start.
    std::vector<desk::FoundTime> found; ///< How long it took to find cards, before this start.
    PackRoom room;
};

/// Reads the configuration and the cards: those that the command line names; else the pack that was
/// brought; else those that the configuration names; else the starter pack. Cards that cannot be
/// used give way to the starter pack, and the problems say so: in the language that staff or the
/// configuration chose, if it is one of those given, else in the one in use. Fails with a sentence
/// if there are no cards at all, or no configuration file where one was named on the command line.
platform::Result<Opening> open_desk(const Options& options, const RunDesk& run,
                                    const Languages& languages = {});

/// What a command has to know of a desk, which it does not change.
struct InUse {
    Config config;
    desk::LibraryPtr library;
    desk::FairnessReviews reviews;
};

/// The configuration and the cards in use: those in the folder `wanted`; else as a desk starts
/// with.
platform::Result<InUse> read_in_use(const Options& options,
                                    const std::optional<std::filesystem::path>& wanted);

} // namespace app
