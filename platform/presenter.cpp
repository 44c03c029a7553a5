#include "platform/presenter.h"

#include <GLFW/glfw3.h>

// GLFW's own header for these has the macros of Xlib and GLX in it.
extern "C" {
void* glfwGetX11Display();                          // NOLINT(*-naming): their names
unsigned long glfwGetGLXWindow(GLFWwindow* window); // NOLINT(*-naming)
}

namespace platform {

Presenter::Presenter(GLFWwindow* window) : window_(window) {
    if (glfwExtensionSupported("GLX_MESA_copy_sub_buffer") == GLFW_TRUE) {
        // NOLINTNEXTLINE(*-reinterpret-cast): it comes as a function without a type
        copy_ = reinterpret_cast<Copy>(glfwGetProcAddress("glXCopySubBufferMESA"));
    }
}

void Presenter::show(const PixelRect& part, int height) const {
    if (!keeps()) {
        glfwSwapBuffers(window_);
        return;
    }
    // OpenGL counts from below.
    copy_(glfwGetX11Display(), glfwGetGLXWindow(window_), part.x, height - part.y - part.height,
          part.width, part.height);
}

} // namespace platform
