#pragma once

#include "support/child.h"
#include "support/temp_folder.h"

#include <memory>
#include <string>
#include <vector>

namespace support {

/// A real window manager, openbox, on a display that has none, with no keys of its own.
class WindowManager {
public:
    /// Waits until it is there. Throws a sentence that says what to install if there is no openbox.
    explicit WindowManager(const std::string& display);

private:
    TempFolder folder_;
    Child openbox_;
};

/// Another program that fills the screen, such as a library system.
class FullScreenProgram {
public:
    /// Waits until it has the keyboard.
    explicit FullScreenProgram(const std::string& display);

    pid_t pid() const { return child_.pid(); }
    /// The keys that it has got, by what they are called: "d", "Control_L".
    std::vector<std::string> keys() const;
    /// It is what was last told by the X server to have the keyboard.
    bool has_keyboard() const;

private:
    Child child_;
};

/// A client of a display that grabs a key, with what is held as X's mask, for as long as it is
/// there.
class KeyGrab {
public:
    KeyGrab(const std::string& display, const std::string& key, unsigned int held);
    KeyGrab(const KeyGrab&) = delete;
    KeyGrab& operator=(const KeyGrab&) = delete;
    KeyGrab(KeyGrab&&) = delete;
    KeyGrab& operator=(KeyGrab&&) = delete;
    ~KeyGrab();

private:
    void* display_;
};

/// The process that a window manager says is in front; 0 if none is.
pid_t process_in_front(const std::string& display);

} // namespace support
