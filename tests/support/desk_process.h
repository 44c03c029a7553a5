#pragma once

#include "support/child.h"
#include "support/description.h"
#include "support/temp_folder.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace support {

/// The environment in which a desk is tested: that display and no other, text in UTF-8, and a
/// sanitizer that knows what is not ours.
Environment desk_environment(const std::string& display);

/// Runs `deskcards` with arguments, to its end.
Ended run_deskcards(const std::vector<std::string>& arguments, const Environment& environment);

/// A running desk with a state folder of its own, unless its arguments name one.
class DeskProcess {
public:
    /// Starts it and waits until it answers; throws what it said if it ends before.
    explicit DeskProcess(const std::string& display, const std::vector<std::string>& arguments = {},
                         const Environment& changes = {});

    const std::filesystem::path& state() const { return state_; }
    Child& child() { return *child_; }

    /// The next answer as it comes: what was sent before may still be on its way.
    Description glance();
    /// What is on the glass now; every event that was sent before has been taken.
    Description look();
    /// What is on the glass once nothing more is being drawn.
    Description settle();
    /// Waits until a description is as wanted; throws what there was instead if it never is.
    Description wait_for(const std::string& what,
                         const std::function<bool(const Description&)>& wanted);

    /// Stops it in its tracks: what hands do until it goes on comes to it all at once.
    void pause() const;
    void go_on() const;

    /// Closes its window and waits for its end.
    Ended close();

private:
    std::optional<Description> try_to_look() const;

    TempFolder folder_;
    std::filesystem::path state_;
    std::string display_;
    std::optional<Child> child_;
};

} // namespace support
