#pragma once

#include "app/session.h"

#include <string>

namespace app {

/// What a desk has done so far.
struct Work {
    long frames = 0; ///< Drawn since the start.
    /// The longest that it was busy before it slept again, since it was last asked; ms.
    double longest_ms = 0;
};

/// What is on the glass, as JSON: screen, card, step, page, frames drawn since the start, the
/// longest time between two rests, pixels a mm, targets, texts and pictures. Coordinates are pixels
/// of the window.
std::string describe_json(const Session& session, const Work& work);

/// The same for a person to read, in the language in use: a line for each text and each target.
std::string describe_text(const Session& session);

} // namespace app
