#pragma once

#include <cstdint>
#include <memory>

namespace platform {

/// A window's place among those of other programs on an X desktop: in front of them, or put away
/// so that whoever was in front before has the keyboard again.
///
/// With a window manager it is asked for all this in EWMH's words, as a pager asks, which no guard
/// against windows that push themselves forward holds up; put away is iconified. Without one the
/// server itself is asked, and put away is not mapped.
class Front {
public:
    explicit Front(std::uint32_t window);
    Front(Front&&) noexcept;
    Front& operator=(Front&&) noexcept;
    Front(const Front&) = delete;
    Front& operator=(const Front&) = delete;
    ~Front();

    /// It has the keyboard. For a second what was asked for last counts, so that asking faster than
    /// a window manager answers leads somewhere.
    bool in_front() const;

    /// Brings it in front of all others, on the desktop that is on show, and gives it the keyboard.
    void come_forward();

    /// Puts it away. False, and nothing happens, if without a window manager there is no other
    /// window that could be seen instead.
    bool give_way();

    /// It has the keyboard now without having been brought forward: whoever had it at that time is
    /// not who had it last.
    void note_focus();

    /// Shows a window that was never shown to the window manager, which there has to be, as one
    /// that is put away; when it comes forward, it fills its monitor if that is asked for.
    void begin_put_away(bool full_screen) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Waits until the display has a window manager; at the login, it may come after us. False if none
/// comes within some seconds.
bool wait_for_window_manager();

} // namespace platform
