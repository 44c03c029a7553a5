#include "support/x_eyes.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <functional>
#include <numeric>
#include <stdexcept>

namespace support {

std::size_t count_differences(const Picture& a, const Picture& b) {
    if (a.pixels.size() != b.pixels.size()) {
        throw std::invalid_argument("These are pictures of different areas");
    }
    return std::inner_product(a.pixels.begin(), a.pixels.end(), b.pixels.begin(), std::size_t{0},
                              std::plus<>(), std::not_equal_to<>());
}

struct XEyes::Impl {
    Display* display = nullptr;

    explicit Impl(const std::string& name) : display(XOpenDisplay(name.c_str())) {
        if (display == nullptr) {
            throw std::runtime_error("There is no display " + name);
        }
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    Impl(Impl&&) = delete;
    Impl& operator=(Impl&&) = delete;
    ~Impl() { XCloseDisplay(display); }
};

XEyes::XEyes(const std::string& display) : impl_(std::make_unique<Impl>(display)) {}
XEyes::XEyes(XEyes&&) noexcept = default;
XEyes& XEyes::operator=(XEyes&&) noexcept = default;
XEyes::~XEyes() = default;

Picture XEyes::look_at(const Area& area) const {
    Display* const display = impl_->display;
    const int screen = DefaultScreen(display);
    if (area.x < 0 || area.y < 0 || area.w <= 0 || area.h <= 0 ||
        area.x + area.w > DisplayWidth(display, screen) ||
        area.y + area.h > DisplayHeight(display, screen)) {
        throw std::out_of_range("That area is not on the glass");
    }
    XImage* const image = XGetImage(display, RootWindow(display, screen), area.x, area.y,
                                    static_cast<unsigned int>(area.w),
                                    static_cast<unsigned int>(area.h), AllPlanes, ZPixmap);
    if (image == nullptr) {
        throw std::runtime_error("No picture could be taken");
    }
    Picture picture;
    picture.pixels.reserve(static_cast<std::size_t>(area.w) * static_cast<std::size_t>(area.h));
    for (int y = 0; y < area.h; ++y) {
        for (int x = 0; x < area.w; ++x) {
            picture.pixels.push_back(static_cast<std::uint32_t>(XGetPixel(image, x, y)) &
                                     0xFFFFFFU);
        }
    }
    XDestroyImage(image);
    return picture;
}

} // namespace support
