#pragma once

#include "app/session.h"

#include <string>

namespace app {

/// What is on the glass, as JSON: screen, card, step, page, frames drawn since the start, pixels a
/// mm, targets, texts and pictures. Coordinates are pixels of the window.
std::string describe_json(const Session& session, long frames);

/// The same for a person to read: a line for each text and each target.
std::string describe_text(const Session& session);

} // namespace app
