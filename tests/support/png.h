#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// PNG files, fine and otherwise, made when a test runs.
namespace support {

/// What a PNG file's header says, true or not.
struct PngHead {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint8_t depth = 8;  ///< Bits a channel.
    std::uint8_t colour = 2; ///< 0 grey, 2 colour, 4 grey and opacity, 6 colour and opacity.
};

/// A PNG file whose rows are `rows`, each with a 0 for its filter before it.
std::string png(const PngHead& head, std::string_view rows);

/// One whose data are `zlib`, a stream that is compressed already.
std::string png_of_stream(const PngHead& head, std::string_view zlib);

/// A PNG file of one colour: `pixel` has the bytes of one pixel.
std::string plain_png(const PngHead& head, std::string_view pixel);

/// A zlib stream of at least `size` zeros, in less than a hundredth of their room.
std::string compressed_zeros(std::size_t size);

/// A JPEG file of a picture with some detail, as a camera would make it.
std::string photograph(int width, int height);

} // namespace support
