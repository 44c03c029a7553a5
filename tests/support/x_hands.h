#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace support {

/// A place on the glass, px.
struct Point {
    double x = 0, y = 0;
};

/// Keys by place, as the X server numbers them on every PC keyboard.
namespace place {
inline constexpr int kEscape = 9;
inline constexpr int kRow1 = 10; ///< The twelve keys of the number row are 10 to 21.
inline constexpr int kTab = 23;
inline constexpr int kQ = 24; ///< The key right of Tab.
inline constexpr int kE = 26;
inline constexpr int kApostrophe = 48;
} // namespace place

/// Hands at a display's own keyboard and pointer. Each call returns when the server has taken it:
/// the desk's events are on their way.
class XHands {
public:
    explicit XHands(const std::string& display);
    XHands(const XHands&) = delete;
    XHands& operator=(const XHands&) = delete;
    XHands(XHands&&) noexcept;
    XHands& operator=(XHands&&) noexcept;
    ~XHands();

    void move(Point to);
    void press(int button = 1);
    void release(int button = 1);
    /// Moves there, presses and releases, all in one message to the server.
    void tap(Point at);

    void key_at(int place);
    /// By the name of what the layout has on it: "a", "Escape", "Prior". Throws if it has no key.
    void key(const std::string& name);
    /// The same with another key held: "Shift_L", "Control_L".
    void key_while(const std::string& held, const std::string& name);
    /// The same with several held: {"Control_L", "Alt_L"}.
    void key_while(const std::vector<std::string>& held, const std::string& name);
    /// Holds a key down, for longer than it takes to repeat.
    void hold(const std::vector<std::string>& held, const std::string& name);
    /// A key for each letter of an ASCII text.
    void type(std::string_view text);

    /// Asks the window of a process to close, as a window manager does. Throws if it has none.
    void ask_to_close(pid_t process);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace support
