#pragma once

#include "platform/pixel_rect.h"

#include <memory>

struct GLFWwindow;

namespace platform {

/// Puts what was drawn on the glass. Where the driver can (GLX_MESA_copy_sub_buffer), what was
/// drawn is kept, so that a frame needs no more than what has changed.
class Presenter {
public:
    /// For a window of GLFW's, which outlives it and whose context is current in every call.
    explicit Presenter(GLFWwindow* window);

    /// What was drawn stays there when it is shown.
    bool keeps() const { return copy_ != nullptr; }

    /// Shows a part of what was drawn; all of it if it is not kept. `height` is that of the window,
    /// px.
    void show(const PixelRect& part, int height) const;

private:
    using Copy = void (*)(void* display, unsigned long drawable, int x, int y, int width,
                          int height);
    GLFWwindow* window_;
    Copy copy_ = nullptr;
};

} // namespace platform
