#include "platform/picture.h"

#include "platform/jpeg_marks.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include <stb/stb_image.h>

namespace platform {

namespace {

std::unexpected<PictureRefusal> refuse(PictureFault fault, PixelSize size = {}) {
    return std::unexpected(PictureRefusal{.fault = fault, .size = size});
}

struct FreePixels {
    void operator()(unsigned char* pixels) const { ::stbi_image_free(pixels); }
};

bool is_jpeg(std::string_view file) {
    return file.starts_with("\xFF\xD8\xFF");
}

bool is_png(std::string_view file) {
    return file.starts_with("\x89PNG\r\n\x1A\n");
}

const unsigned char* as_bytes(std::string_view file) {
    return reinterpret_cast<const unsigned char*>(file.data());
}

bool is_too_large(PixelSize size, std::int64_t most_pixels) {
    return size.width > kMostSide || size.height > kMostSide ||
           static_cast<std::int64_t>(size.width) * size.height > most_pixels;
}

std::optional<PictureFault> fault_of_shape(std::string_view jpeg) {
    switch (shape_of_jpeg(jpeg)) {
    case JpegShape::whole: return std::nullopt;
    case JpegShape::cut_short: return PictureFault::cut_short;
    case JpegShape::broken: return PictureFault::not_a_picture;
    }
    return PictureFault::not_a_picture;
}

PictureFault why_not() {
    const char* const reason = ::stbi_failure_reason();
    return reason != nullptr && std::string_view(reason) == "outofmem"
               ? PictureFault::too_heavy
               : PictureFault::not_a_picture;
}

/// The size that a PNG file's header gives, which the decoder does not tell of one that is too
/// large for it. Nothing if it is none.
std::optional<PixelSize> png_size(std::string_view file) {
    constexpr std::size_t kWidthAt = 16; // after the signature and the first chunk's head
    constexpr std::size_t kEnd = kWidthAt + 8;
    if (file.size() < kEnd || !file.substr(0, kWidthAt).ends_with("IHDR")) {
        return std::nullopt;
    }
    const auto number = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (const char byte : file.substr(at, 4)) {
            value = (value << 8U) | static_cast<unsigned char>(byte);
        }
        return static_cast<int>(std::min(value, 0x7FFF'FFFFU)); // PNG's own limit
    };
    return PixelSize{.width = number(kWidthAt), .height = number(kWidthAt + 4)};
}

/// The size that the picture has when it is the right way up.
PixelSize upright(PixelSize size, int orientation) {
    return orientation >= 5 ? PixelSize{.width = size.height, .height = size.width} : size;
}

/// Its size as the file says, if that is one that is taken.
std::expected<PixelSize, PictureRefusal> measure(std::string_view file, std::int64_t most_pixels) {
    if (const auto size = png_size(file); size && is_too_large(*size, most_pixels)) {
        return refuse(PictureFault::too_large, *size);
    }
    PixelSize size;
    int channels = 0;
    if (::stbi_info_from_memory(as_bytes(file), static_cast<int>(file.size()), &size.width,
                                &size.height, &channels) == 0 ||
        size.width < 1 || size.height < 1) {
        return refuse(PictureFault::not_a_picture);
    }
    if (is_too_large(size, most_pixels)) {
        return refuse(PictureFault::too_large, size);
    }
    return size;
}

} // namespace

std::expected<Pixels, PictureRefusal> decode_picture(std::string_view file, PixelSize most,
                                                     std::int64_t most_pixels) {
    const bool jpeg = is_jpeg(file);
    if ((!jpeg && !is_png(file)) ||
        file.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        return refuse(PictureFault::not_a_picture);
    }
    if (const auto fault = jpeg ? fault_of_shape(file) : std::nullopt) {
        return refuse(*fault); // before the decoder sees anything
    }
    const auto size = measure(file, most_pixels);
    if (!size) {
        return std::unexpected(size.error());
    }
    RawPixels raw;
    const std::unique_ptr<unsigned char, FreePixels> decoded(
        ::stbi_load_from_memory(as_bytes(file), static_cast<int>(file.size()), &raw.size.width,
                                &raw.size.height, &raw.channels, 0));
    if (!decoded || raw.size != *size) {
        return refuse(decoded ? PictureFault::not_a_picture : why_not());
    }
    raw.bytes = decoded.get();
    const int orientation = jpeg ? jpeg_orientation(file) : 1;
    const PixelSize wanted = fitted(upright(raw.size, orientation), most);
    return turn(reduce(raw, upright(wanted, orientation)), orientation);
}

} // namespace platform
