#pragma once

#include "look/canvas.h"
#include "look/scene.h"

struct ImDrawList;

namespace look {

/// Draws a scene. The scene decides everything; this only turns it into triangles.
void paint(const Scene& scene, const Fonts& fonts, ImDrawList& list);

} // namespace look
