#pragma once

#include "look/colour.h"

#include <imgui.h>

namespace look {

/// A colour as draw lists have it.
inline ImU32 packed(const Colour& c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}

} // namespace look
