#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Pictures as plain pixels: fitted to the glass, and kept as a file that any program can show and
/// none has to decode.
namespace platform {

struct PixelSize {
    int width = 0;
    int height = 0;
    friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

/// A picture without transparency.
struct Pixels {
    PixelSize size;
    std::string rgb; ///< Three bytes a pixel, from the top left, row by row, nothing in between.
    friend bool operator==(const Pixels&, const Pixels&) = default;
};

/// How many bytes the pixels of that size take.
std::size_t bytes_of(PixelSize size);

/// The size at which a picture fits into `most` with its proportions kept; never larger than it is,
/// and at least one pixel both ways. Both sizes have to be at least 1 × 1.
PixelSize fitted(PixelSize size, PixelSize most);

/// Pixels as a decoder gives them: 1 (grey), 2 (grey, opacity), 3 (colour) or 4 (colour, opacity)
/// bytes each.
struct RawPixels {
    PixelSize size;
    int channels = 3; ///< 1 grey, 2 grey and opacity, 3 colour, 4 colour and opacity.
    const unsigned char* bytes = nullptr;
};

/// The picture on white, reduced to `size`, each of whose pixels is the mean of those that it
/// covers. `size` must not be larger than the picture either way.
Pixels reduce(const RawPixels& raw, PixelSize size);

/// The picture as EXIF's orientation, 1 to 8, says that it is to be seen; 1 changes nothing.
Pixels turn(Pixels pixels, int orientation);

/// No picture that is kept is larger than this, either way.
inline constexpr int kMostKeptSide = 4096;

/// The picture as a PPM file ("P6"; netpbm.sourceforge.net/doc/ppm.html), of at most
/// `kMostKeptSide` both ways.
std::string to_ppm(const Pixels& pixels);

/// A PPM file as `to_ppm` writes it, to the byte; nothing if it is anything else.
std::optional<Pixels> from_ppm(std::string_view bytes);

} // namespace platform
