#pragma once

#include "platform/result.h"
#include "platform/trace.h"

#include <array>
#include <memory>
#include <optional>
#include <string>

struct GLFWmonitor;
struct GLFWwindow;

namespace platform {

/// How large the glass is.
struct Glass {
    int width_px = 0;
    int height_px = 0;
    double panel_width_mm = 0; ///< Of the whole monitor, as it reports itself; 0 if it does not.
    double panel_height_mm = 0;
    int panel_width_px = 0; ///< Of the whole monitor.
    int panel_height_px = 0;
    friend bool operator==(const Glass&, const Glass&) = default;
};

struct WindowOptions {
    std::string title;
    std::optional<std::array<int, 2>> size_px; ///< A window of that size; otherwise full screen.
    bool behind = false;                       ///< Put away from the start, where that can be done.
};

/// Lets keyboards type any letter. To be called before a screen is looked for and before there are
/// other threads, as it changes the locale.
void use_characters_of_machine();

/// The screen that the window is going to be on. There is one at a time.
class Screen {
public:
    /// Finds it, for a window with these options. Fails with a sentence if there is none.
    static Result<Screen> find(WindowOptions options, const Trace& trace);

    Screen(Screen&&) noexcept;
    Screen& operator=(Screen&&) noexcept;
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
    ~Screen();

    const WindowOptions& options() const;
    /// How large the window's glass is expected to be.
    Glass glass() const;
    /// To be filled; null: to open a window on.
    GLFWmonitor* monitor() const;
    /// The window can be put away from the start, and is to be.
    bool behind() const;

private:
    struct Impl;
    explicit Screen(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// How large the glass of a window is now.
Glass glass_of(GLFWwindow* window);

/// GLFW's reason for what has just failed.
std::string last_glfw_error();

} // namespace platform
