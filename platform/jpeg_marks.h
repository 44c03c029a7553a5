#pragma once

#include <cstdint>
#include <string_view>

/// What a JPEG file says around its picture, which the decoder passes over. Takes any bytes.
namespace platform {

/// How the picture is to be turned, as EXIF's orientation says it: 1 (not at all) to 8. 1 if the
/// file does not say. EXIF 2.32, sections 4.5.4 and 4.6.4 (tag 0x0112).
int jpeg_orientation(std::string_view file);

enum class JpegShape : std::uint8_t {
    whole,
    cut_short, ///< Its picture begins, and its end mark is missing.
    broken,    ///< No picture begins, or a table of codes is none that a decoder should be given.
};

/// Follows a JPEG file's marks from its beginning to its end, past what is between them. A table of
/// Huffman codes may have 256 of them, and a scan names tables that came before it (ITU-T T.81,
/// B.2.4.2 and B.2.3); some versions of stb_image, Debian 12's among them, write more codes than
/// that past the end of their own table, and read past the end of one that was never given.
JpegShape shape_of_jpeg(std::string_view file);

} // namespace platform
