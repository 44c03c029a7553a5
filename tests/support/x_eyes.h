#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace support {

/// A part of the glass in whole px.
struct Area {
    int x = 0, y = 0, w = 0, h = 0;
};

/// The colours of an area, row by row, as 0xRRGGBB.
struct Picture {
    std::vector<std::uint32_t> pixels;
    friend bool operator==(const Picture&, const Picture&) = default;
};

/// How many pixels of two pictures of the same area differ.
std::size_t count_differences(const Picture& a, const Picture& b);

/// Sees what is on a display's glass; the pointer is not in the picture.
class XEyes {
public:
    explicit XEyes(const std::string& display);
    XEyes(const XEyes&) = delete;
    XEyes& operator=(const XEyes&) = delete;
    XEyes(XEyes&&) noexcept;
    XEyes& operator=(XEyes&&) noexcept;
    ~XEyes();

    /// Throws if the area is not wholly on the glass.
    Picture look_at(const Area& area) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace support
