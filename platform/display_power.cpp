#include "platform/display_power.h"

#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>

namespace platform {

struct DisplayPower::Impl {
    struct Close {
        void operator()(Display* display) const { XCloseDisplay(display); }
    };
    std::unique_ptr<Display, Close> server{XOpenDisplay(nullptr)};

    bool can_switch() const {
        int event = 0;
        int error = 0;
        return server && DPMSQueryExtension(server.get(), &event, &error) != 0 &&
               DPMSCapable(server.get()) != 0;
    }
};

DisplayPower::DisplayPower() = default;
DisplayPower::~DisplayPower() = default;

void DisplayPower::light(bool on) {
    if (!impl_) {
        impl_ = std::make_unique<Impl>();
    }
    if (!impl_->can_switch()) {
        return;
    }
    Display* const display = impl_->server.get();
    DPMSSetTimeouts(display, 0, 0, 0); // nobody but us
    DPMSEnable(display);
    DPMSForceLevel(display, on ? DPMSModeOn : DPMSModeOff);
    if (on) {
        DPMSDisable(display);
    }
    XSync(display, False);
}

} // namespace platform
