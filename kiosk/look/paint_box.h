#pragma once

#include "look/glyphs.h"
#include "look/layers.h"
#include "look/scene.h"

namespace look {

/// Draws a box, on whole pixels: rectangles, and pictures of its corners. Where the
/// processor draws, the many small triangles of a drawn curve would take longer than all else.
void paint_box(const Box& box, GlyphCache& corners, Layers& layers);

} // namespace look
