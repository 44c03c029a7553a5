#pragma once

#include "desk/event.h"
#include "look/fonts.h"

#include <memory>
#include <mutex>

namespace app {

/// Makes fonts for what is about to be shown, on the thread that brings it: the desk's own would
/// keep whoever taps waiting.
class Foundry {
public:
    /// The fonts that the desk uses now. From the desk's thread.
    void note(const look::Fonts& fonts);

    /// Fonts that have all characters of those in use, and those with which this event's words are
    /// shown. Nothing if the fonts in use have them already, or if none can be made.
    std::unique_ptr<look::Fonts> fonts_for(const desk::Event& event) const;

private:
    look::FontOrder in_use() const;

    mutable std::mutex mutex_;
    look::FontOrder in_use_;
};

} // namespace app
