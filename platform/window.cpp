#include "platform/window.h"

#include "i18n/message.h"
#include "platform/front.h"
#include "platform/glfw_keys.h"
#include "platform/plain_shader.h"
#include "platform/presenter.h"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <utility>

/// GLFW's own header for it has Xlib's macros in it, and wants the headers of Xrandr as well.
extern "C" unsigned long glfwGetX11Window(GLFWwindow* window); // NOLINT(*-naming): its name

namespace platform {

namespace {

using i18n::tr;

std::string utf8_from(unsigned int code_point) {
    std::array<char, 5> bytes{};
    ImTextCharToUtf8(bytes.data(), code_point);
    return bytes.data();
}

} // namespace

struct Window::Impl {
    Screen screen;
    const Trace* trace;
    GLFWwindow* window = nullptr;
    /// Drawn when the pointer is hidden. GLFW's own way to hide it takes note of where the pointer
    /// is at that moment, and then does not report the motion that led there.
    GLFWcursor* no_pointer = nullptr;
    bool pointer_visible = true;
    ImGuiContext* context = nullptr;
    bool renderer = false;
    std::optional<PlainShader> plain;   ///< There with the renderer.
    std::optional<Presenter> presenter; ///< There with the window.
    std::vector<Input> input;
    PointerMove pointer;        ///< Where it was at the last event, not where it is by now.
    std::optional<Front> front; ///< There once the window is.
    bool away = false;
    std::optional<Glass> for_driver; ///< As the driver knows it, if that is certain.

    Impl(Screen on, const Trace& traced) : screen(std::move(on)), trace(&traced) {}
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    Impl(Impl&&) = delete;
    Impl& operator=(Impl&&) = delete;

    ~Impl() {
        if (context != nullptr) {
            plain.reset();
            if (renderer) {
                ImGui_ImplOpenGL3_Shutdown();
            }
            ImGui::DestroyContext(context);
        }
        if (window != nullptr) {
            glfwDestroyWindow(window);
        }
    }

    static Impl& of(GLFWwindow* window) {
        return *static_cast<Impl*>(glfwGetWindowUserPointer(window));
    }

    /// Asks no more of the server than it has to.
    bool is_as_large_as(const Glass& other) const {
        int width = 0;
        int height = 0;
        glfwGetFramebufferSize(window, &width, &height);
        return width == other.width_px && height == other.height_px;
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

Result<Window> Window::open(Screen screen, const Trace& trace) {
    const auto span = trace.span("open the window");
    auto impl = std::make_unique<Impl>(std::move(screen), trace);
    const Screen& on = impl->screen;
    GLFWmonitor* const monitor = on.monitor();
    const Glass expected = on.glass();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    if (on.behind()) {
        glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
        glfwWindowHint(GLFW_DECORATED, monitor == nullptr ? GLFW_TRUE : GLFW_FALSE);
    }
    impl->window =
        glfwCreateWindow(expected.width_px, expected.height_px, on.options().title.c_str(),
                         on.behind() ? nullptr : monitor, nullptr);
    if (impl->window == nullptr) {
        return std::unexpected(
            Failure{tr("OpenGL 3 does not work on this screen ({0}). Install the package "
                       "libgl1-mesa-dri, or update the graphics driver.",
                       last_glfw_error())});
    }
    std::array<unsigned char, 4> clear{};
    const GLFWimage nothing{.width = 1, .height = 1, .pixels = clear.data()};
    impl->no_pointer = glfwCreateCursor(&nothing, 0, 0);
    const Glass before = glass_of(impl->window);
    glfwMakeContextCurrent(impl->window);
    if (impl->is_as_large_as(before)) {
        impl->for_driver = before;
    }
    // Frames come one at a time, after input: waiting for the display's beat would only delay them.
    glfwSwapInterval(0);
    impl->front.emplace(static_cast<std::uint32_t>(glfwGetX11Window(impl->window)));
    impl->presenter.emplace(impl->window);
    impl->listen();
    if (on.behind()) {
        impl->show_put_away(monitor);
    } else if (on.options().behind) {
        impl->away = impl->front->give_way();
    }
    impl->context = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
    impl->renderer = ImGui_ImplOpenGL3_Init(nullptr);
    impl->plain.emplace();
    ImGui::GetStyle().AntiAliasedLinesUseTex = false; // so that they are plain, too
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

bool Window::draw(const Glass& on, const Rgb& paper, const PixelRect& part, const Paint& paint) {
    if (!impl_->is_as_large_as(on)) {
        return false;
    }
    if (impl_->for_driver != on) {
        // Otherwise a driver that draws with the processor goes on with the size that it knows.
        glfwSwapBuffers(impl_->window);
    }
    impl_->for_driver.reset();
    const PixelRect all{.width = on.width_px, .height = on.height_px};
    const PixelRect& drawn = impl_->presenter->keeps() ? part : all;
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(on.width_px), static_cast<float>(on.height_px)};
    io.DeltaTime = 1.0F / 60.0F;
    {
        const auto span = impl_->trace->span("draw: list");
        ImGui_ImplOpenGL3_NewFrame();
        ImGui::NewFrame();
        ImDrawList& list = *ImGui::GetBackgroundDrawList();
        const ImVec2 corner{static_cast<float>(drawn.x), static_cast<float>(drawn.y)};
        list.PushClipRect(corner, {corner.x + static_cast<float>(drawn.width),
                                   corner.y + static_cast<float>(drawn.height)});
        paint(list, drawn);
        list.PopClipRect();
        ImGui::Render();
    }
    {
        const auto span = impl_->trace->span("draw: render");
        const auto share = [](std::uint8_t of_255) { return static_cast<float>(of_255) / 255.0F; };
        glViewport(0, 0, on.width_px, on.height_px);
        glEnable(GL_SCISSOR_TEST);
        glScissor(drawn.x, on.height_px - drawn.y - drawn.height, drawn.width, drawn.height);
        glClearColor(share(paper[0]), share(paper[1]), share(paper[2]), 1);
        glClear(GL_COLOR_BUFFER_BIT);
        glDisable(GL_SCISSOR_TEST);
        impl_->plain->take(*ImGui::GetDrawData());
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    }
    // The driver has asked for the size meanwhile. If it knows another one than we do, showing a
    // part of what it has drawn reads beyond that.
    if (!impl_->is_as_large_as(on)) {
        return false;
    }
    impl_->for_driver = on;
    const auto span = impl_->trace->span("draw: show");
    impl_->presenter->show(drawn, on.height_px);
    return true;
}

bool Window::show_again(const Glass& on) {
    if (!impl_->presenter->keeps() || impl_->for_driver != on) {
        return false;
    }
    impl_->presenter->show({.width = on.width_px, .height = on.height_px}, on.height_px);
    return true;
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

/// A pixel of a stencil: white, as opaque as it is covered. OpenGL 3.0 has no format that is less.
using StencilPixel = std::array<std::uint8_t, 2>;

constexpr StencilPixel stencil_pixel(std::uint8_t covered) {
    return {255, covered};
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
    const std::vector<StencilPixel> blank(
        static_cast<std::size_t>(width) * static_cast<std::size_t>(height), stencil_pixel(0));
    return make_texture({.width = width, .height = height}, GL_LUMINANCE8_ALPHA8,
                        GL_LUMINANCE_ALPHA, blank.data());
}

void Window::fill_stencil(std::uint64_t stencil, const PixelRect& part,
                          std::span<const std::uint8_t> coverage) {
    std::vector<StencilPixel> pixels(coverage.size());
    std::ranges::transform(coverage, pixels.begin(), stencil_pixel);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(stencil));
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.width, part.height, GL_LUMINANCE_ALPHA,
                    GL_UNSIGNED_BYTE, pixels.data());
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
    return glass_of(impl_->window);
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
