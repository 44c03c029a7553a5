#include "support/window_manager.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <span>
#include <sstream>
#include <stdexcept>

namespace support {

namespace {

constexpr const char* kConfig = R"(<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <desktops><number>1</number></desktops>
</openbox_config>
)";

/// A property's first number of 32 bits; 0 if there is none. What has gone in the meantime has
/// none.
unsigned long number(Display* display, Window window, const char* property) {
    Atom type = 0;
    int format = 0;
    unsigned long count = 0;
    unsigned long left = 0;
    unsigned char* data = nullptr;
    XGetWindowProperty(display, window, XInternAtom(display, property, False), 0, 1, False,
                       AnyPropertyType, &type, &format, &count, &left, &data);
    const void* const words = data;
    const unsigned long value =
        count == 1 && format == 32 ? *static_cast<const unsigned long*>(words) : 0;
    if (data != nullptr) {
        XFree(data);
    }
    return value;
}

/// Asks a display one thing, on a connection for that alone.
template <typename Question>
auto ask(const std::string& name, const Question& question) {
    Display* const display = XOpenDisplay(name.c_str());
    if (display == nullptr) {
        throw std::runtime_error("There is no display " + name);
    }
    XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });
    const auto answer = question(display);
    XCloseDisplay(display);
    return answer;
}

/// Asks a window manager for a desktop more than it is configured for; true once it has done so. It
/// says that it is there before it listens, and gives no focus to windows that come in between.
bool listens(const std::string& name) {
    constexpr const char* kDesktops = "_NET_NUMBER_OF_DESKTOPS";
    constexpr long kMore = 2;
    return ask(name, [](Display* display) {
        const Window root = DefaultRootWindow(display);
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = root;
        event.xclient.message_type = XInternAtom(display, kDesktops, False);
        event.xclient.format = 32;
        std::span(event.xclient.data.l).front() = kMore;
        XSendEvent(display, root, False, SubstructureRedirectMask | SubstructureNotifyMask, &event);
        XSync(display, False);
        return number(display, root, kDesktops) == kMore;
    });
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

} // namespace

WindowManager::WindowManager(const std::string& display)
    : openbox_({"openbox", "--sm-disable", "--config-file", folder_.write("rc.xml", kConfig)},
               {{"DISPLAY", display}, {"LC_ALL", "C"}}) {
    const bool ready = wait_until([&] { return listens(display) || !openbox_.running(); });
    if (!ready || !openbox_.running()) {
        throw std::runtime_error(openbox_.exit_code() == 127
                                     ? "openbox is not installed: these tests need its package."
                                     : "openbox failed: " + openbox_.err());
    }
}

FullScreenProgram::FullScreenProgram(const std::string& display)
    : child_({DESKCARDS_FULL_SCREEN_PROGRAM}, {{"DISPLAY", display}}) {
    if (!wait_until([&] { return has_keyboard() && process_in_front(display) == pid(); })) {
        throw std::runtime_error("The program in front does not get the keyboard");
    }
}

std::vector<std::string> FullScreenProgram::keys() const {
    constexpr std::string_view kKey = "key ";
    std::vector<std::string> keys;
    for (const std::string& line : lines_of(child_.out())) {
        if (line.starts_with(kKey)) {
            keys.push_back(line.substr(kKey.size()));
        }
    }
    return keys;
}

bool FullScreenProgram::has_keyboard() const {
    bool has = false;
    for (const std::string& line : lines_of(child_.out())) {
        has = line == "in" || (has && line != "out");
    }
    return has;
}

KeyGrab::KeyGrab(const std::string& display, const std::string& key, unsigned int held)
    : display_(XOpenDisplay(display.c_str())) {
    auto* const server = static_cast<Display*>(display_);
    if (server == nullptr) {
        throw std::runtime_error("There is no display " + display);
    }
    XGrabKey(server, XKeysymToKeycode(server, XStringToKeysym(key.c_str())), held,
             DefaultRootWindow(server), False, GrabModeAsync, GrabModeAsync);
    XSync(server, False);
}

KeyGrab::~KeyGrab() {
    XCloseDisplay(static_cast<Display*>(display_));
}

pid_t process_in_front(const std::string& display) {
    return ask(display, [](Display* server) {
        const Window active = number(server, DefaultRootWindow(server), "_NET_ACTIVE_WINDOW");
        return active != 0 ? static_cast<pid_t>(number(server, active, "_NET_WM_PID")) : 0;
    });
}

} // namespace support
