#pragma once

#include "look/scene.h"

struct ImDrawList;

namespace look {

/// Draws a symbol in its square.
void paint_symbol(const Drawing& drawing, ImDrawList& list);

} // namespace look
