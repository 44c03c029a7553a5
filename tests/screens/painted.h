#pragma once

#include "look/fonts.h"
#include "look/scene.h"

#include <cstdint>
#include <vector>

/// How much of each pixel ink covers, 0 to 255, row by row.
struct Bitmap {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> ink;

    std::uint8_t at(int x, int y) const {
        return ink.at(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x));
    }
    friend bool operator==(const Bitmap&, const Bitmap&) = default;
};

/// The texts of a scene as the painter draws them, in a picture of that size: its triangles with
/// the glyphs' pictures on them, filled pixel by pixel.
Bitmap painted(const look::Scene& scene, const look::Fonts& fonts, int width, int height);
