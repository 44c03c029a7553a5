#include "line_watch.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <chrono>
#include <stdexcept>
#include <string_view>
#include <thread>

namespace beside {

namespace {

using Clock = std::chrono::steady_clock;

/// Between two looks, so that who is watched has the processors to itself.
constexpr std::chrono::microseconds kBetweenLooks{500};

} // namespace

/// An image of one line that the server writes into memory that both see.
struct LineWatch::Impl {
    Display* display = nullptr;
    XImage* line = nullptr;
    XShmSegmentInfo memory{};
    support::Area area;
    int lines = 0;

    Impl(const std::string& name, const support::Area& watched, int count)
        : display(XOpenDisplay(name.c_str())), area(watched), lines(count) {
        if (display == nullptr || XShmQueryExtension(display) == False) {
            throw std::runtime_error("Display " + name + " shares no memory");
        }
        const int screen = DefaultScreen(display);
        line = XShmCreateImage(display, DefaultVisual(display, screen),
                               static_cast<unsigned int>(DefaultDepth(display, screen)), ZPixmap,
                               nullptr, &memory, static_cast<unsigned int>(area.w), 1);
        memory.shmid = shmget(IPC_PRIVATE, bytes(), IPC_CREAT | 0600);
        memory.shmaddr = line->data = static_cast<char*>(shmat(memory.shmid, nullptr, 0));
        memory.readOnly = False;
        XShmAttach(display, &memory);
        XSync(display, False);
        shmctl(memory.shmid, IPC_RMID, nullptr); // goes with the last who uses it
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    Impl(Impl&&) = delete;
    Impl& operator=(Impl&&) = delete;
    ~Impl() {
        XShmDetach(display, &memory);
        XSync(display, False);
        XDestroyImage(line);
        shmdt(memory.shmaddr);
        XCloseDisplay(display);
    }

    std::size_t bytes() const { return static_cast<std::size_t>(line->bytes_per_line); }
};

LineWatch::LineWatch(const std::string& display, const support::Area& area, int lines)
    : impl_(std::make_unique<Impl>(display, area, lines)) {}
LineWatch::~LineWatch() = default;

std::size_t LineWatch::look() const {
    const Impl& it = *impl_;
    std::size_t sum = 0;
    for (int i = 0; i < it.lines; ++i) {
        const int y = it.area.y + it.area.h * (2 * i + 1) / (2 * it.lines);
        XShmGetImage(it.display, DefaultRootWindow(it.display), it.line, it.area.x, y, AllPlanes);
        constexpr std::size_t kOdd = 0x9E3779B97F4A7C15U; // mixes: the order of lines matters
        sum = sum * kOdd + std::hash<std::string_view>()({it.line->data, it.bytes()});
    }
    return sum;
}

std::optional<Seen> LineWatch::watch(const std::function<void()>& set_off, double still_ms,
                                     double patience_ms,
                                     const std::function<void(double)>& meanwhile) const {
    std::size_t last = look();
    std::optional<Seen> seen;
    const auto begin = Clock::now();
    set_off();
    while (true) {
        const std::size_t now = look();
        const double ms = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
        if (now != last) {
            last = now;
            seen = Seen{.first_ms = seen ? seen->first_ms : ms, .settled_ms = ms};
        }
        if (seen ? ms - seen->settled_ms > still_ms : ms > patience_ms) {
            return seen;
        }
        meanwhile(ms);
        std::this_thread::sleep_for(kBetweenLooks);
    }
}

} // namespace beside
