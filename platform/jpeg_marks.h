#pragma once

#include <string_view>

/// What a JPEG file says around its picture, which the decoder passes over. Takes any bytes.
namespace platform {

/// How the picture is to be turned, as EXIF's orientation says it: 1 (not at all) to 8. 1 if the
/// file does not say. EXIF 2.32, sections 4.5.4 and 4.6.4 (tag 0x0112).
int jpeg_orientation(std::string_view file);

/// True if the picture's end mark comes after its beginning: a file that was cut short has none.
bool has_jpeg_end(std::string_view file);

} // namespace platform
