#pragma once

#include "platform/input.h"

namespace platform {

/// The key that GLFW means by a number of its own.
Key key_from_glfw(int key);

/// It does nothing but change what others do.
bool is_modifier(int key);

} // namespace platform
