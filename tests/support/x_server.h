#pragma once

#include "support/child.h"

#include <string>
#include <vector>

namespace support {

/// A display of our own, without a monitor: an Xvfb, which counts its pixels as 96 an inch.
class XServer {
public:
    /// Throws a sentence that says what to install if there is no Xvfb.
    XServer(int width_px, int height_px, const std::vector<std::string>& arguments = {});

    /// What DISPLAY is for its programs, ":7".
    const std::string& name() const { return name_; }

private:
    Child server_;
    std::string name_;
};

/// Puts a keyboard layout in place on a display, and the American one back.
class Layout {
public:
    /// As setxkbmap names them: "fr", "us" with the variant "intl".
    Layout(std::string display, const std::string& layout, const std::string& variant = {});
    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;
    Layout(Layout&&) = delete;
    Layout& operator=(Layout&&) = delete;
    ~Layout();

private:
    std::string display_;
};

} // namespace support
