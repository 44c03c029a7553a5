#include "platform/window.h"

#include "i18n/message.h"
#include "platform/front.h"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <clocale>
#include <imgui.h>
#include <imgui_internal.h>

#include <cstdlib>
#include <utility>

/// GLFW's own header for it has Xlib's macros in it, and wants the headers of Xrandr as well.
extern "C" unsigned long glfwGetX11Window(GLFWwindow* window); // NOLINT(*-naming): its name

namespace platform {

namespace {

using i18n::tr;

/// GLFW reports errors to a function without a context; the last one is asked for where it matters.
std::string last_glfw_error() {
    const char* text = nullptr;
    glfwGetError(&text);
    // Translators: stands for the reason why the screen cannot be used, in parentheses.
    return text != nullptr ? text : tr("no reason was given");
}

Key key_from_glfw(int key) {
    switch (key) {
    case GLFW_KEY_1: return Key::row_1;
    case GLFW_KEY_2: return Key::row_2;
    case GLFW_KEY_3: return Key::row_3;
    case GLFW_KEY_4: return Key::row_4;
    case GLFW_KEY_5: return Key::row_5;
    case GLFW_KEY_6: return Key::row_6;
    case GLFW_KEY_7: return Key::row_7;
    case GLFW_KEY_8: return Key::row_8;
    case GLFW_KEY_9: return Key::row_9;
    case GLFW_KEY_0: return Key::row_0;
    case GLFW_KEY_MINUS: return Key::row_minus;
    case GLFW_KEY_EQUAL: return Key::row_equal;
    case GLFW_KEY_F1: return Key::f1;
    case GLFW_KEY_F2: return Key::f2;
    case GLFW_KEY_F3: return Key::f3;
    case GLFW_KEY_F4: return Key::f4;
    case GLFW_KEY_F9: return Key::f9;
    case GLFW_KEY_F10: return Key::f10;
    case GLFW_KEY_F11: return Key::f11;
    case GLFW_KEY_F12: return Key::f12;
    case GLFW_KEY_ESCAPE: return Key::escape;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER: return Key::enter;
    case GLFW_KEY_SPACE: return Key::space;
    case GLFW_KEY_TAB: return Key::tab;
    case GLFW_KEY_BACKSPACE: return Key::backspace;
    case GLFW_KEY_DELETE: return Key::del;
    case GLFW_KEY_LEFT: return Key::left;
    case GLFW_KEY_RIGHT: return Key::right;
    case GLFW_KEY_UP: return Key::up;
    case GLFW_KEY_DOWN: return Key::down;
    case GLFW_KEY_PAGE_UP: return Key::page_up;
    case GLFW_KEY_PAGE_DOWN: return Key::page_down;
    case GLFW_KEY_HOME: return Key::home;
    case GLFW_KEY_END: return Key::end;
    default: return Key::other;
    }
}

bool is_modifier(int key) {
    return key >= GLFW_KEY_LEFT_SHIFT && key <= GLFW_KEY_RIGHT_SUPER;
}

std::string utf8_from(unsigned int code_point) {
    std::array<char, 5> bytes{};
    ImTextCharToUtf8(bytes.data(), code_point);
    return bytes.data();
}

} // namespace

struct Window::Impl {
    GLFWwindow* window = nullptr;
    /// Drawn when the pointer is hidden. GLFW's own way to hide it takes note of where the pointer
    /// is at that moment, and then does not report the motion that led there.
    GLFWcursor* no_pointer = nullptr;
    bool pointer_visible = true;
    ImGuiContext* context = nullptr;
    bool renderer = false;
    std::vector<Input> input;
    PointerMove pointer;        ///< Where it was at the last event, not where it is by now.
    std::optional<Front> front; ///< There once the window is.
    bool away = false;

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    Impl(Impl&&) = delete;
    Impl& operator=(Impl&&) = delete;

    ~Impl() {
        if (context != nullptr) {
            if (renderer) {
                ImGui_ImplOpenGL3_Shutdown();
            }
            ImGui::DestroyContext(context);
        }
        if (window != nullptr) {
            glfwDestroyWindow(window);
        }
        glfwTerminate();
    }

    static Impl& of(GLFWwindow* window) {
        return *static_cast<Impl*>(glfwGetWindowUserPointer(window));
    }

    void listen();
    void show_put_away(GLFWmonitor* monitor);
};

void Window::Impl::listen() {
    glfwSetWindowUserPointer(window, this);
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int, int action, int mods) {
        if (action == GLFW_RELEASE || is_modifier(key)) {
            return;
        }
        constexpr int kCommand = GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER;
        of(w).input.emplace_back(KeyPress{.key = key_from_glfw(key),
                                          .shift = (mods & GLFW_MOD_SHIFT) != 0,
                                          .command = (mods & kCommand) != 0,
                                          .repeat = action == GLFW_REPEAT});
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned int code_point) {
        of(w).input.emplace_back(TypedText{utf8_from(code_point)});
    });
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
        of(w).pointer = {x, y};
        of(w).input.emplace_back(of(w).pointer);
    });
    // A button's place is that of the motion before it: asking for the pointer's place would give
    // where it has got to since.
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int) {
        if (button != GLFW_MOUSE_BUTTON_LEFT) {
            return;
        }
        const auto [x, y] = of(w).pointer;
        if (action == GLFW_PRESS) {
            of(w).input.emplace_back(PointerDown{x, y});
        } else {
            of(w).input.emplace_back(PointerUp{x, y});
        }
    });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double, double lines) {
        of(w).input.emplace_back(Wheel{lines});
    });
    glfwSetWindowRefreshCallback(window,
                                 [](GLFWwindow* w) { of(w).input.emplace_back(Exposed{}); });
    glfwSetFramebufferSizeCallback(
        window, [](GLFWwindow* w, int, int) { of(w).input.emplace_back(Exposed{}); });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
        if (focused == GLFW_FALSE) {
            of(w).input.emplace_back(Withdrawn{});
            return;
        }
        of(w).away = false;
        of(w).front->note_focus();
    });
    glfwSetWindowIconifyCallback(
        window, [](GLFWwindow* w, int iconified) { of(w).away = iconified == GLFW_TRUE; });
}

/// Hands a window that is hidden yet to the window manager as one that is put away; to fill that
/// monitor, or as a window if it is null. GLFW is not asked to: it would wait for the window to be
/// seen, for good.
void Window::Impl::show_put_away(GLFWmonitor* monitor) {
    if (monitor != nullptr) {
        int x = 0;
        int y = 0;
        glfwGetMonitorPos(monitor, &x, &y);
        glfwSetWindowPos(window, x, y);
        glfwPollEvents(); // sends it
    }
    front->begin_put_away(monitor != nullptr);
    away = true;
}

Window::Window(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

Result<Window> Window::open(const WindowOptions& options) {
#ifdef GLFW_PLATFORM
    // GLFW has no touch on native Wayland: there the first finger does nothing. X11 and XWayland
    // turn it into the pointer.
    glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
    // Xlib composes no letters (dead keys) where the locale is C, as it is for a service.
    const char* const characters = std::setlocale(LC_CTYPE, "");
    if (characters == nullptr || std::string_view(characters) == "C") {
        static_cast<void>(std::setlocale(LC_CTYPE, "C.UTF-8"));
    }
    // GLFW looks for one when it starts, and never again.
    const bool behind = options.behind && wait_for_window_manager();
    if (glfwInit() == GLFW_FALSE) {
        return std::unexpected(Failure{
            tr("There is no screen to draw on ({0}). Start Deskcards from the desktop of the "
               "machine, or set DISPLAY to its screen.",
               last_glfw_error())});
    }
    auto impl = std::make_unique<Impl>();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);

    GLFWmonitor* monitor = nullptr;
    int width = 0;
    int height = 0;
    if (options.size_px) {
        width = options.size_px->at(0);
        height = options.size_px->at(1);
        glfwWindowHint(GLFW_RESIZABLE, GLFW_TRUE);
    } else {
        monitor = glfwGetPrimaryMonitor();
        const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
        if (mode == nullptr) {
            return std::unexpected(
                Failure{tr("No monitor is connected. Connect one and start Deskcards "
                           "again, or give a size with --window.")});
        }
        width = mode->width;
        height = mode->height;
    }
    if (behind) {
        glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
        glfwWindowHint(GLFW_DECORATED, monitor == nullptr ? GLFW_TRUE : GLFW_FALSE);
    }
    impl->window =
        glfwCreateWindow(width, height, options.title.c_str(), behind ? nullptr : monitor, nullptr);
    if (impl->window == nullptr) {
        return std::unexpected(
            Failure{tr("OpenGL 3 does not work on this screen ({0}). Install the package "
                       "libgl1-mesa-dri, or update the graphics driver.",
                       last_glfw_error())});
    }
    std::array<unsigned char, 4> clear{};
    const GLFWimage nothing{.width = 1, .height = 1, .pixels = clear.data()};
    impl->no_pointer = glfwCreateCursor(&nothing, 0, 0);
    glfwMakeContextCurrent(impl->window);
    // Frames come one at a time, after input: waiting for the display's beat would only delay them.
    glfwSwapInterval(0);
    impl->front.emplace(static_cast<std::uint32_t>(glfwGetX11Window(impl->window)));
    impl->listen();
    if (behind) {
        impl->show_put_away(monitor);
    } else if (options.behind) {
        impl->away = impl->front->give_way();
    }
    impl->context = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
    impl->renderer = ImGui_ImplOpenGL3_Init(nullptr);
    return Window{std::move(impl)};
}

void Window::wait(Moment timeout) {
    if (impl_->input.empty()) {
        glfwWaitEventsTimeout(std::chrono::duration<double>(timeout).count());
    } else {
        glfwPollEvents();
    }
}

std::vector<Input> Window::take_input() {
    return std::exchange(impl_->input, {});
}

void Window::draw(const Rgb& paper, const std::function<void(ImDrawList&)>& paint) {
    ImGuiIO& io = ImGui::GetIO();
    const Glass now_on = glass();
    io.DisplaySize = {static_cast<float>(now_on.width_px), static_cast<float>(now_on.height_px)};
    io.DeltaTime = 1.0F / 60.0F;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    paint(*ImGui::GetBackgroundDrawList());
    ImGui::Render();
    const auto part = [](std::uint8_t of_255) { return static_cast<float>(of_255) / 255.0F; };
    glViewport(0, 0, now_on.width_px, now_on.height_px);
    glClearColor(part(paper[0]), part(paper[1]), part(paper[2]), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(impl_->window);
}

namespace {

/// A texture with these pixels, or blank if there are none; 0 if there is no room.
GLuint make_texture(PixelSize size, GLint inside, GLenum format, const void* pixels) {
    while (glGetError() != GL_NO_ERROR) { // of before
    }
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, inside, size.width, size.height, 0, format, GL_UNSIGNED_BYTE,
                 pixels);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    if (glGetError() != GL_NO_ERROR) {
        glDeleteTextures(1, &texture);
        return 0;
    }
    return texture;
}

/// White, as opaque as it is covered: OpenGL 3.0 has no format that is less.
std::vector<std::uint32_t> white(std::span<const std::uint8_t> coverage) {
    std::vector<std::uint32_t> pixels;
    pixels.reserve(coverage.size());
    for (const std::uint8_t covered : coverage) {
        pixels.push_back(IM_COL32(255, 255, 255, covered));
    }
    return pixels;
}

} // namespace

// These are of the window, whose OpenGL context is the current one.
// NOLINTBEGIN(readability-convert-member-functions-to-static,readability-make-member-function-const)

std::uint64_t Window::add_picture(const Pixels& pixels) {
    const int largest = largest_picture();
    if (pixels.size.width > largest || pixels.size.height > largest) {
        return 0;
    }
    return make_texture(pixels.size, GL_RGB, GL_RGB, pixels.rgb.data());
}

std::uint64_t Window::add_stencil(int width, int height) {
    const std::vector<std::uint8_t> blank(static_cast<std::size_t>(width) *
                                          static_cast<std::size_t>(height));
    return make_texture({.width = width, .height = height}, GL_RGBA, GL_RGBA, white(blank).data());
}

void Window::fill_stencil(std::uint64_t stencil, const StencilPart& part,
                          std::span<const std::uint8_t> coverage) {
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(stencil));
    glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.width, part.height, GL_RGBA,
                    GL_UNSIGNED_BYTE, white(coverage).data());
}

void Window::remove_picture(std::uint64_t picture) {
    const auto texture = static_cast<GLuint>(picture);
    glDeleteTextures(1, &texture); // 0 is passed over
}

int Window::largest_picture() const {
    GLint largest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
    return largest;
}

// NOLINTEND(readability-convert-member-functions-to-static,readability-make-member-function-const)

Glass Window::glass() const {
    Glass glass;
    glfwGetFramebufferSize(impl_->window, &glass.width_px, &glass.height_px);
    GLFWmonitor* monitor = glfwGetWindowMonitor(impl_->window);
    monitor = monitor != nullptr ? monitor : glfwGetPrimaryMonitor();
    if (const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr) {
        int width_mm = 0;
        int height_mm = 0;
        glfwGetMonitorPhysicalSize(monitor, &width_mm, &height_mm);
        glass.panel_width_mm = width_mm;
        glass.panel_height_mm = height_mm;
        glass.panel_width_px = mode->width;
        glass.panel_height_px = mode->height;
    }
    return glass;
}

// Of the window, although GLFW keeps one layout for all.
// NOLINTNEXTLINE(readability-convert-member-functions-to-static)
std::array<std::string, 12> Window::number_row() const {
    constexpr std::array kRow{GLFW_KEY_1, GLFW_KEY_2, GLFW_KEY_3,     GLFW_KEY_4,
                              GLFW_KEY_5, GLFW_KEY_6, GLFW_KEY_7,     GLFW_KEY_8,
                              GLFW_KEY_9, GLFW_KEY_0, GLFW_KEY_MINUS, GLFW_KEY_EQUAL};
    std::array<std::string, 12> labels;
    for (std::size_t i = 0; i < kRow.size(); ++i) {
        const char* name = glfwGetKeyName(kRow.at(i), 0);
        labels.at(i) = name != nullptr ? name : "";
    }
    return labels;
}

void Window::raise() {
    impl_->front->come_forward();
    impl_->away = false;
}

bool Window::put_away() {
    impl_->away = impl_->front->give_way();
    return impl_->away;
}

bool Window::in_front() const {
    return impl_->front->in_front();
}

bool Window::away() const {
    return impl_->away;
}

void Window::show_pointer(bool visible) {
    if (std::exchange(impl_->pointer_visible, visible) != visible) {
        glfwSetCursor(impl_->window, visible ? nullptr : impl_->no_pointer);
    }
}

bool Window::close_requested() const {
    return glfwWindowShouldClose(impl_->window) == GLFW_TRUE;
}

void Window::wake() {
    glfwPostEmptyEvent();
}

} // namespace platform
