#pragma once

#include <cstdint>

namespace look {

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(const Colour&, const Colour&) = default;
};

/// 0xRRGGBB, as designers write it.
constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U),
            static_cast<std::uint8_t>(hex), 255};
}

/// How bright an opaque colour is, 0 to 1 (WCAG 2.2, "relative luminance").
double luminance(Colour colour);

/// The contrast of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio").
double contrast(Colour a, Colour b);

} // namespace look
