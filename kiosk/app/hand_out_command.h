#pragma once

#include "app/options.h"

namespace app {

/// Writes what the desk of a kiosk has asked for onto a stick, and notes what came of it; see
/// `Outgoing`. Called again without the stick, once that is no longer mounted, it lets the desk
/// know. Returns the exit code.
int hand_out(const HandOut& command);

} // namespace app
