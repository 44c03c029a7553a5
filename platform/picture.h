#pragma once

#include "platform/pixels.h"

#include <cstdint>
#include <expected>
#include <string_view>

/// Makes pixels of a picture file. Only a process that has nothing may do this with a file that
/// nobody vouches for: `picture_child.h` is for everybody else.
namespace platform {

/// A picture's file may say that it is this large, and no larger.
inline constexpr int kMostSide = 12'000;
inline constexpr int kMostMegapixels = 40;
inline constexpr std::int64_t kPixelsAMega = 1'000'000;

enum class PictureFault : std::uint8_t {
    not_a_picture, ///< Neither PNG nor JPEG, whatever its name says, or broken.
    cut_short,     ///< A JPEG whose end is missing.
    too_large,     ///< More pixels than are taken.
    too_heavy,     ///< It takes more memory than there is to read it.
};

struct PictureRefusal {
    PictureFault fault = PictureFault::not_a_picture;
    PixelSize size; ///< Of the picture, as its file says, if it is too large.
    friend bool operator==(const PictureRefusal&, const PictureRefusal&) = default;
};

/// Decodes a PNG or JPEG file, on white, the way up that its EXIF says, and reduces it to fit into
/// `most`. Of an animation the first picture. Nothing is decoded before its size is known to be
/// one that is taken: `most_pixels` in all, and `kMostSide` either way.
std::expected<Pixels, PictureRefusal> decode_picture(std::string_view file, PixelSize most,
                                                     std::int64_t most_pixels = kMostMegapixels *
                                                                                kPixelsAMega);

} // namespace platform
