#pragma once

#include "look/scene.h"

namespace look {

/// The part of the glass that a mark may paint on.
Rect reach(const Mark& mark);

/// The part of the glass where two scenes on the same paper may look different; empty if they look
/// the same.
Rect damage(const Scene& before, const Scene& after);

} // namespace look
