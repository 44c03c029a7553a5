#include "platform/hotkey.h"

#include "i18n/message.h"
#include "platform/descriptor.h"
#include "platform/key_grabs.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <poll.h>
#include <sys/eventfd.h>
#include <thread>
#include <utility>
#include <vector>

namespace platform {

namespace {

using i18n::tr;
using xcb::Owned;

using Grabs = std::vector<KeyGrab>;

Grabs without(Grabs grabs, const Grabs& others) {
    std::erase_if(grabs,
                  [&](const KeyGrab& it) { return std::ranges::find(others, it) != others.end(); });
    return grabs;
}

/// Tells a press from what a key that is held down repeats.
class Presses {
public:
    bool is_first(const xcb_key_press_event_t& event) {
        // What is repeated is released and pressed in the same millisecond.
        const bool repeated = (event.detail == key_ && event.time == released_) ||
                              (down_ && event.time - pressed_ < kLongestPauseMs);
        key_ = event.detail;
        pressed_ = event.time;
        down_ = true;
        return !repeated;
    }
    void release(const xcb_key_release_event_t& event) {
        key_ = event.detail;
        released_ = event.time;
        down_ = false;
    }

private:
    /// Longer than any keyboard waits before it repeats: what comes then is another press, and
    /// the release between them was lost.
    static constexpr xcb_timestamp_t kLongestPauseMs = 3000;
    xcb_keycode_t key_ = 0;
    xcb_timestamp_t pressed_ = 0;
    xcb_timestamp_t released_ = 0;
    bool down_ = false;
};

} // namespace

struct Hotkey::Impl {
    Impl(Chord wanted, Pressed on_press, Outcome on_outcome);
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    Impl(Impl&&) = delete;
    Impl& operator=(Impl&&) = delete;
    ~Impl();

    void run();
    /// Takes all that has come; true if the keyboard has changed.
    bool take_events();
    /// False once there is nothing to wait for any more.
    bool wait() const;
    void grab_and_tell();
    /// An empty sentence if all is grabbed.
    std::string grab();
    bool take(const Grabs& grabs) const;
    void let_go(const Grabs& grabs) const;

    Chord chord;
    Pressed pressed;
    Outcome outcome;
    xcb::Connection connection;
    Grabs grabbed;
    std::string fault;
    Presses presses;
    Descriptor stop{::eventfd(0, EFD_CLOEXEC)};
    std::thread thread; ///< Last: it uses all of the above.
};

Hotkey::Impl::Impl(Chord wanted, Pressed on_press, Outcome on_outcome)
    : chord(std::move(wanted)), pressed(std::move(on_press)), outcome(std::move(on_outcome)) {
    if (std::getenv("WAYLAND_DISPLAY") != nullptr) {
        // There X hears keys only while one of its own windows is in front.
        outcome(tr("On a Wayland desktop {0} does not reach the desk. Bind a key to \"deskcards "
                   "toggle\" in the desktop's settings instead.",
                   to_string(chord)));
    } else if (connection.works()) {
        grab_and_tell();
        thread = std::thread([this] { run(); });
    }
}

Hotkey::Impl::~Impl() {
    if (thread.joinable()) {
        ::eventfd_write(stop.get(), 1);
        thread.join();
    }
}

void Hotkey::Impl::run() {
    do {
        // What came while the server was asked something is there already.
        while (take_events()) {
            grab_and_tell();
        }
    } while (wait());
}

bool Hotkey::Impl::wait() const {
    std::array<pollfd, 2> sources{
        pollfd{.fd = xcb_get_file_descriptor(connection.get()), .events = POLLIN, .revents = 0},
        pollfd{.fd = stop.get(), .events = POLLIN, .revents = 0}};
    while (::poll(sources.data(), sources.size(), -1) < 0 && errno == EINTR) {
    }
    return sources.at(1).revents == 0 && connection.works();
}

bool Hotkey::Impl::take_events() {
    constexpr unsigned int kSent = 0x80; // by another program rather than the server
    bool keyboard_changed = false;
    connection.flush();
    while (const Owned<xcb_generic_event_t> event{xcb_poll_for_event(connection.get())}) {
        const void* const bytes = event.get();
        switch (event->response_type & ~kSent) {
        case XCB_KEY_PRESS:
            // While keys are taken that turn out to be another program's, one of them may be
            // pressed.
            if (presses.is_first(*static_cast<const xcb_key_press_event_t*>(bytes)) &&
                !grabbed.empty()) {
                pressed();
            }
            break;
        case XCB_KEY_RELEASE:
            presses.release(*static_cast<const xcb_key_release_event_t*>(bytes));
            break;
        case XCB_MAPPING_NOTIFY: keyboard_changed = true; break;
        default: break;
        }
    }
    return keyboard_changed;
}

void Hotkey::Impl::grab_and_tell() {
    const std::string now = grab();
    if (std::exchange(fault, now) != now) {
        outcome(now);
    }
}

/// What stays the same is not let go on the way: a press in between would be lost.
std::string Hotkey::Impl::grab() {
    const Grabs wanted = grabs_for(chord, connection);
    let_go(without(grabbed, wanted));
    const bool taken = take(without(wanted, grabbed));
    if (wanted.empty() || !taken) {
        let_go(wanted); // a key that works only while Num Lock is off would be worse than none
        grabbed.clear();
        return wanted.empty() ? tr("This keyboard has no {0}. Choose another \"hotkey\" in the "
                                   "configuration.",
                                   to_string(chord))
                              : tr("Another program has the key {0}. Choose another hotkey in the "
                                   "configuration.",
                                   to_string(chord));
    }
    grabbed = wanted;
    return {};
}

bool Hotkey::Impl::take(const Grabs& grabs) const {
    std::vector<xcb_void_cookie_t> asked;
    asked.reserve(grabs.size());
    for (const KeyGrab& it : grabs) {
        asked.push_back(xcb_grab_key_checked(connection.get(), 0, connection.root(), it.held,
                                             it.key, XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC));
    }
    bool taken = true;
    for (const xcb_void_cookie_t cookie : asked) {
        const Owned<xcb_generic_error_t> error(xcb_request_check(connection.get(), cookie));
        taken = taken && error == nullptr;
    }
    return taken;
}

void Hotkey::Impl::let_go(const Grabs& grabs) const {
    for (const KeyGrab& it : grabs) {
        xcb_ungrab_key(connection.get(), it.key, connection.root(), it.held);
    }
}

Hotkey::Hotkey(Chord chord, Pressed pressed, Outcome outcome)
    : impl_(std::make_unique<Impl>(std::move(chord), std::move(pressed), std::move(outcome))) {}
Hotkey::~Hotkey() = default;

} // namespace platform
