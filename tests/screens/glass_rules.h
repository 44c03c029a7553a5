#pragma once

#include "screens/screen.h"

#include <string>
#include <vector>

/// What every screen must keep to, as a sentence for each breach: no text clipped, outside the
/// glass or over another; no target too small, too close to another or outside; letters and
/// contrast no less than the least; the words of a target inside it; every target with an id of its
/// own, a label and an event; no picture outside the glass, over a text, a target or another, or
/// too small to be seen.
std::vector<std::string> breaches(const screens::Screen& screen, const look::Look& look);
