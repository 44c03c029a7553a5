#pragma once

namespace platform {

/// A rectangle of whole px, from the top left corner of what it is a part of.
struct PixelRect {
    int x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(const PixelRect&, const PixelRect&) = default;
};

} // namespace platform
