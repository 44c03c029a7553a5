// Another program, full screen: a window that says on standard output when it has the keyboard
// ("in"), when it has lost it ("out"), and which keys it gets ("key d").

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/keysym.h>

#include <iostream>
#include <string>
#include <unistd.h>

namespace {

void set_number(Display* display, Window window, const char* property, Atom type, long value) {
    XChangeProperty(display, window, XInternAtom(display, property, False), type, 32,
                    PropModeReplace,
                    reinterpret_cast<const unsigned char*>(&value), // NOLINT: Xlib's way
                    1);
}

std::string name_of(XKeyEvent& event) {
    const char* const name = XKeysymToString(XLookupKeysym(&event, 0));
    return name != nullptr ? name : "?";
}

/// Grabs and locks are no change of who has the keyboard.
bool is_real(const XFocusChangeEvent& event) {
    return event.mode != NotifyGrab && event.mode != NotifyUngrab && event.detail != NotifyPointer;
}

} // namespace

int main() {
    Display* const display = XOpenDisplay(nullptr);
    if (display == nullptr) {
        return 1;
    }
    const int screen = DefaultScreen(display);
    const Window window = XCreateSimpleWindow(
        display, DefaultRootWindow(display), 0, 0,
        static_cast<unsigned int>(DisplayWidth(display, screen)),
        static_cast<unsigned int>(DisplayHeight(display, screen)), 0, 0, 0x336699);
    set_number(display, window, "_NET_WM_PID", XA_CARDINAL, ::getpid());
    set_number(display, window, "_NET_WM_STATE", XA_ATOM,
               static_cast<long>(XInternAtom(display, "_NET_WM_STATE_FULLSCREEN", False)));
    XSelectInput(display, window, KeyPressMask | FocusChangeMask);
    XMapWindow(display, window);
    while (true) {
        XEvent event{};
        XNextEvent(display, &event);
        if (event.type == KeyPress) {
            std::cout << "key " << name_of(event.xkey) << std::endl;
        } else if (event.type == FocusIn && is_real(event.xfocus)) {
            std::cout << "in" << std::endl;
        } else if (event.type == FocusOut && is_real(event.xfocus)) {
            std::cout << "out" << std::endl;
        }
    }
}
