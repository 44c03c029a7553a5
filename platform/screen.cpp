#include "platform/screen.h"

#include "i18n/message.h"
#include "platform/front.h"

#include <GLFW/glfw3.h>

#include <clocale>
#include <string_view>
#include <utility>

namespace platform {

namespace {

using i18n::tr;

/// The size of the monitor in the given mode, as it reports itself.
void add_monitor(Glass& glass, GLFWmonitor* monitor) {
    const GLFWvidmode* const mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
    if (mode == nullptr) {
        return;
    }
    int width_mm = 0;
    int height_mm = 0;
    glfwGetMonitorPhysicalSize(monitor, &width_mm, &height_mm);
    glass.panel_width_mm = width_mm;
    glass.panel_height_mm = height_mm;
    glass.panel_width_px = mode->width;
    glass.panel_height_px = mode->height;
}

} // namespace

// GLFW reports errors to a function without a context; the last one is asked for where it matters.
std::string last_glfw_error() {
    const char* text = nullptr;
    glfwGetError(&text);
    // Translators: stands for the reason why the screen cannot be used, in parentheses.
    return text != nullptr ? text : tr("no reason was given");
}

Glass glass_of(GLFWwindow* window) {
    Glass glass;
    glfwGetFramebufferSize(window, &glass.width_px, &glass.height_px);
    GLFWmonitor* monitor = glfwGetWindowMonitor(window);
    add_monitor(glass, monitor != nullptr ? monitor : glfwGetPrimaryMonitor());
    return glass;
}

struct Screen::Impl {
    WindowOptions options;
    bool behind = false;
    GLFWmonitor* monitor = nullptr;
    Glass glass;

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    Impl(Impl&&) = delete;
    Impl& operator=(Impl&&) = delete;
    ~Impl() { glfwTerminate(); }
};

Screen::Screen(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Screen::Screen(Screen&&) noexcept = default;
Screen& Screen::operator=(Screen&&) noexcept = default;
Screen::~Screen() = default;

const WindowOptions& Screen::options() const {
    return impl_->options;
}

Glass Screen::glass() const {
    return impl_->glass;
}

GLFWmonitor* Screen::monitor() const {
    return impl_->monitor;
}

bool Screen::behind() const {
    return impl_->behind;
}

void use_characters_of_machine() {
    // Xlib composes no letters (dead keys) where the locale is C, as it is for a service.
    const char* const characters = std::setlocale(LC_CTYPE, "");
    if (characters == nullptr || std::string_view(characters) == "C") {
        static_cast<void>(std::setlocale(LC_CTYPE, "C.UTF-8"));
    }
}

Result<Screen> Screen::find(WindowOptions options, const Trace& trace) {
    const auto span = trace.span("find the screen");
#ifdef GLFW_PLATFORM
    // GLFW has no touch on native Wayland: there the first finger does nothing. X11 and XWayland
    // turn it into the pointer.
    glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
    // GLFW looks for one when it starts, and never again.
    const bool behind = options.behind && wait_for_window_manager();
    if (glfwInit() == GLFW_FALSE) {
        return std::unexpected(Failure{
            tr("There is no screen to draw on ({0}). Start Deskcards from the desktop of the "
               "machine, or set DISPLAY to its screen.",
               last_glfw_error())});
    }
    auto impl = std::make_unique<Impl>();
    impl->options = std::move(options);
    impl->behind = behind;
    Glass& glass = impl->glass;
    add_monitor(glass, glfwGetPrimaryMonitor());
    if (impl->options.size_px) {
        glass.width_px = impl->options.size_px->at(0);
        glass.height_px = impl->options.size_px->at(1);
        return Screen(std::move(impl));
    }
    impl->monitor = glfwGetPrimaryMonitor();
    if (glass.panel_width_px == 0) {
        return std::unexpected(
            Failure{tr("No monitor is connected. Connect one and start Deskcards "
                       "again, or give a size with --window.")});
    }
    glass.width_px = glass.panel_width_px;
    glass.height_px = glass.panel_height_px;
    return Screen(std::move(impl));
}

} // namespace platform
