// A touchscreen without a panel: makes a multi-touch device of the kernel's (uinput) and puts
// fingers on it as its standard input says, a command a line. Places go from 0 to 9999 across and
// down.
//
//   down FINGER X Y    move FINGER X Y    up FINGER    wait MILLISECONDS    tap X Y
//   pair X1 Y1 X2 Y2   two fingers come down together and are lifted together

#include <linux/uinput.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <iostream>
#include <sstream>
#include <string>
#include <sys/ioctl.h>
#include <thread>
#include <unistd.h>

namespace {

constexpr int kLast = 9999;
constexpr int kFingers = 10;
/// Of a panel of 300 mm: what the kernel is told of the device's size.
constexpr int kUnitsPerMm = 33;
/// How long a finger that taps stays down.
constexpr int kTapMs = 60;

class Touchscreen {
public:
    Touchscreen() : file_(::open("/dev/uinput", O_WRONLY | O_CLOEXEC)) {
        set(UI_SET_EVBIT, EV_KEY);
        set(UI_SET_KEYBIT, BTN_TOUCH);
        set(UI_SET_EVBIT, EV_ABS);
        set(UI_SET_PROPBIT, INPUT_PROP_DIRECT);
        axis(ABS_X, kLast, kUnitsPerMm);
        axis(ABS_Y, kLast, kUnitsPerMm);
        axis(ABS_MT_SLOT, kFingers - 1, 0);
        axis(ABS_MT_TRACKING_ID, 0xffff, 0);
        axis(ABS_MT_POSITION_X, kLast, kUnitsPerMm);
        axis(ABS_MT_POSITION_Y, kLast, kUnitsPerMm);
        uinput_setup setup{};
        setup.id = {.bustype = BUS_VIRTUAL, .vendor = 0x1209, .product = 1, .version = 1};
        std::strncpy(setup.name, "Boot test touchscreen", sizeof setup.name - 1);
        made_ = ::ioctl(file_, UI_DEV_SETUP, &setup) == 0 && ::ioctl(file_, UI_DEV_CREATE) == 0;
    }
    Touchscreen(const Touchscreen&) = delete;
    Touchscreen& operator=(const Touchscreen&) = delete;
    ~Touchscreen() { ::close(file_); }

    bool made() const { return made_; }

    /// What is put between two `frame`s happens at one time.
    void down(int finger, int x, int y) {
        emit(EV_ABS, ABS_MT_SLOT, finger);
        emit(EV_ABS, ABS_MT_TRACKING_ID, next_id_++ & 0xffff);
        place(finger, x, y);
        fingers_.at(static_cast<std::size_t>(finger)) = true;
        emit(EV_KEY, BTN_TOUCH, 1);
    }
    void move(int finger, int x, int y) {
        emit(EV_ABS, ABS_MT_SLOT, finger);
        place(finger, x, y);
    }
    void up(int finger) {
        emit(EV_ABS, ABS_MT_SLOT, finger);
        emit(EV_ABS, ABS_MT_TRACKING_ID, -1);
        fingers_.at(static_cast<std::size_t>(finger)) = false;
        if (fingers_ == std::array<bool, kFingers>{}) {
            emit(EV_KEY, BTN_TOUCH, 0);
        }
    }
    void frame() { emit(EV_SYN, SYN_REPORT, 0); }

private:
    void set(unsigned long what, int value) const { ::ioctl(file_, what, value); }
    void axis(int code, int last, int resolution) const {
        set(UI_SET_ABSBIT, code);
        uinput_abs_setup setup{};
        setup.code = static_cast<__u16>(code);
        setup.absinfo.maximum = last;
        setup.absinfo.resolution = resolution;
        ::ioctl(file_, UI_ABS_SETUP, &setup);
    }
    void place(int finger, int x, int y) {
        emit(EV_ABS, ABS_MT_POSITION_X, x);
        emit(EV_ABS, ABS_MT_POSITION_Y, y);
        if (finger == 0) { // a panel tells programs that know one finger of the first
            emit(EV_ABS, ABS_X, x);
            emit(EV_ABS, ABS_Y, y);
        }
    }
    void emit(int type, int code, int value) const {
        input_event event{};
        event.type = static_cast<__u16>(type);
        event.code = static_cast<__u16>(code);
        event.value = value;
        if (::write(file_, &event, sizeof event) != sizeof event) {
            std::perror("write");
        }
    }

    int file_;
    bool made_ = false;
    int next_id_ = 1;
    std::array<bool, kFingers> fingers_{};
};

void rest(int ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
}

bool on_panel(int finger, int x, int y) {
    return finger >= 0 && finger < kFingers && x >= 0 && x <= kLast && y >= 0 && y <= kLast;
}

bool obey(Touchscreen& screen, const std::string& line) {
    std::istringstream in(line);
    std::string word;
    int a = 0, b = 0, c = 0, d = 0;
    in >> word;
    if (word == "down" && in >> a >> b >> c && on_panel(a, b, c)) {
        screen.down(a, b, c);
    } else if (word == "move" && in >> a >> b >> c && on_panel(a, b, c)) {
        screen.move(a, b, c);
    } else if (word == "up" && in >> a && on_panel(a, 0, 0)) {
        screen.up(a);
    } else if (word == "wait" && in >> a) {
        rest(a);
        return true;
    } else if (word == "tap" && in >> a >> b && on_panel(0, a, b)) {
        screen.down(0, a, b);
        screen.frame();
        rest(kTapMs);
        screen.up(0);
    } else if (word == "pair" && in >> a >> b >> c >> d && on_panel(0, a, b) && on_panel(1, c, d)) {
        screen.down(0, a, b);
        screen.down(1, c, d);
        screen.frame();
        rest(kTapMs);
        screen.up(0);
        screen.up(1);
    } else {
        return false;
    }
    screen.frame();
    return true;
}

} // namespace

int main() {
    Touchscreen screen;
    if (!screen.made()) {
        std::cerr << "No touchscreen can be made: " << std::strerror(errno) << '\n';
        return 1;
    }
    std::string line;
    while (std::getline(std::cin, line)) {
        if (!obey(screen, line)) {
            std::cerr << "Not understood: " << line << '\n';
        }
    }
}
