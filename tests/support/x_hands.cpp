#include "support/x_hands.h"

#include <X11/XKBlib.h>
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

#include <chrono>
#include <cmath>
#include <span>
#include <stdexcept>
#include <thread>

namespace support {

namespace {

struct Freer {
    void operator()(void* data) const { XFree(data); }
};
template <typename T>
using XOwned = std::unique_ptr<T, Freer>;

/// The process that a window says it belongs to; 0 if it does not say.
pid_t process_of(Display* display, Window window) {
    Atom type = 0;
    int format = 0;
    unsigned long count = 0;
    unsigned long left = 0;
    unsigned char* data = nullptr;
    XGetWindowProperty(display, window, XInternAtom(display, "_NET_WM_PID", False), 0, 1, False,
                       XA_CARDINAL, &type, &format, &count, &left, &data);
    const XOwned<unsigned char> owned(data);
    // A property of 32 bits comes as an array of long.
    const void* words = data;
    return count == 1 && format == 32 ? static_cast<pid_t>(*static_cast<const long*>(words)) : 0;
}

/// GLFW takes two presses of the same key in the same millisecond for one that an input method has
/// sent twice. No hand is that quick.
constexpr unsigned long kBetweenKeysMs = 2;

/// A key that is held down repeats after 660 ms, 25 times a second.
constexpr std::chrono::milliseconds kLongerThanToRepeat{1200};

} // namespace

struct XHands::Impl {
    Display* display = nullptr;

    explicit Impl(const std::string& name) : display(XOpenDisplay(name.c_str())) {
        int ignored = 0;
        if (display == nullptr) {
            throw std::runtime_error("There is no display " + name);
        }
        if (XTestQueryExtension(display, &ignored, &ignored, &ignored, &ignored) == False) {
            throw std::runtime_error("The display " + name + " has no XTEST extension");
        }
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    Impl(Impl&&) = delete;
    Impl& operator=(Impl&&) = delete;
    ~Impl() { XCloseDisplay(display); }

    void sync() const { XSync(display, False); }
    void queue_key(unsigned int code) const {
        XTestFakeKeyEvent(display, code, True, kBetweenKeysMs);
        XTestFakeKeyEvent(display, code, False, 0);
    }
    void queue(const std::vector<std::string>& names, bool down) const {
        for (const std::string& name : names) {
            XTestFakeKeyEvent(display, code_of(name), down ? True : False, 0);
        }
    }
    unsigned int code_of(const std::string& name) const {
        const KeyCode code = XKeysymToKeycode(display, XStringToKeysym(name.c_str()));
        if (code == 0) {
            throw std::runtime_error("This layout has no key \"" + name + "\"");
        }
        return code;
    }
};

XHands::XHands(const std::string& display) : impl_(std::make_unique<Impl>(display)) {}
XHands::XHands(XHands&&) noexcept = default;
XHands& XHands::operator=(XHands&&) noexcept = default;
XHands::~XHands() = default;

void XHands::move(Point to) {
    XTestFakeMotionEvent(impl_->display, -1, static_cast<int>(std::lround(to.x)),
                         static_cast<int>(std::lround(to.y)), 0);
    impl_->sync();
}

void XHands::press(int button) {
    XTestFakeButtonEvent(impl_->display, static_cast<unsigned int>(button), True, 0);
    impl_->sync();
}

void XHands::release(int button) {
    XTestFakeButtonEvent(impl_->display, static_cast<unsigned int>(button), False, 0);
    impl_->sync();
}

void XHands::tap(Point at) {
    XTestFakeMotionEvent(impl_->display, -1, static_cast<int>(std::lround(at.x)),
                         static_cast<int>(std::lround(at.y)), 0);
    XTestFakeButtonEvent(impl_->display, 1, True, 0);
    XTestFakeButtonEvent(impl_->display, 1, False, 0);
    impl_->sync();
}

void XHands::key_at(int place) {
    impl_->queue_key(static_cast<unsigned int>(place));
    impl_->sync();
}

void XHands::key(const std::string& name) {
    impl_->queue_key(impl_->code_of(name));
    impl_->sync();
}

void XHands::key_while(const std::string& held, const std::string& name) {
    key_while(std::vector{held}, name);
}

void XHands::key_while(const std::vector<std::string>& held, const std::string& name) {
    impl_->queue(held, true);
    impl_->queue_key(impl_->code_of(name));
    impl_->queue(held, false);
    impl_->sync();
}

void XHands::hold(const std::vector<std::string>& held, const std::string& name) {
    impl_->queue(held, true);
    XTestFakeKeyEvent(impl_->display, impl_->code_of(name), True, 0);
    impl_->sync();
    std::this_thread::sleep_for(kLongerThanToRepeat);
    XTestFakeKeyEvent(impl_->display, impl_->code_of(name), False, 0);
    impl_->queue(held, false);
    impl_->sync();
}

void XHands::type(std::string_view text) {
    for (const char letter : text) {
        key(letter == ' ' ? "space" : std::string(1, letter));
    }
}

void XHands::ask_to_close(pid_t process) {
    Display* const display = impl_->display;
    Window root = 0;
    Window parent = 0;
    Window* children = nullptr;
    unsigned int count = 0;
    XQueryTree(display, DefaultRootWindow(display), &root, &parent, &children, &count);
    const XOwned<Window> owned(children);
    for (const Window window : std::span(children, count)) {
        if (process_of(display, window) != process) {
            continue;
        }
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = window;
        event.xclient.message_type = XInternAtom(display, "WM_PROTOCOLS", False);
        event.xclient.format = 32;
        std::span(event.xclient.data.l).front() =
            static_cast<long>(XInternAtom(display, "WM_DELETE_WINDOW", False));
        XSendEvent(display, window, False, NoEventMask, &event);
        impl_->sync();
        return;
    }
    throw std::runtime_error("That process has no window");
}

} // namespace support
