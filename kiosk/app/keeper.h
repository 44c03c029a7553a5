#pragma once

#include "desk/effect.h"
#include "desk/library.h"

#include <filesystem>
#include <optional>
#include <utility>

namespace app {

/// Keeps in the state folder what is the desk's own: settings, times, answers, and for a console
/// whom to call. What cannot be kept is said on standard error.
class Keeper {
public:
    explicit Keeper(std::filesystem::path state_folder);

    /// To be kept, in place of what is not kept yet.
    void take(const desk::KeepSettings& settings) { settings_ = settings; }
    void take(const desk::KeepFound& times) { found_ = times; }
    void take(const desk::KeepFairness& reviews) { fairness_ = reviews; }
    void take(desk::LibraryPtr in_use) { numbers_of_ = std::move(in_use); }

    /// Writes what was taken since. The medium may take its time.
    void keep();

private:
    std::filesystem::path state_folder_;
    std::optional<desk::KeepSettings> settings_;
    std::optional<desk::KeepFound> found_;
    std::optional<desk::KeepFairness> fairness_;
    desk::LibraryPtr numbers_of_;
};

} // namespace app
