#include "demand.h"
#include "targets.h"

#include "platform/jpeg_marks.h"
#include "platform/picture.h"
#include "platform/picture_protocol.h"

namespace fuzz {
namespace {

constexpr platform::PixelSize kMost{.width = 64, .height = 48};
constexpr std::int64_t kMostPixels = 250'000; // larger ones take longer, and the same way through

void check_pixels(const platform::Pixels& pixels, platform::PixelSize most) {
    demand(pixels.size.width >= 1 && pixels.size.width <= most.width);
    demand(pixels.size.height >= 1 && pixels.size.height <= most.height);
    demand(pixels.rgb.size() == platform::bytes_of(pixels.size));
}

} // namespace

void picture(std::string_view bytes) {
    const int orientation = platform::jpeg_orientation(bytes);
    demand(orientation >= 1 && orientation <= 8);
    const auto pixels = platform::decode_picture(bytes, kMost, kMostPixels);
    if (pixels) {
        check_pixels(*pixels, kMost);
        demand(platform::from_ppm(platform::to_ppm(*pixels)) == *pixels);
    } else {
        demand((pixels.error().fault == platform::PictureFault::too_large) ==
               (pixels.error().size != platform::PixelSize{}));
    }
}

void picture_protocol(std::string_view bytes) {
    if (const auto request = platform::read_request(bytes)) {
        demand(platform::write_request(*request) == bytes);
        demand(request->most.width >= 1 && request->most.width <= platform::kMostKeptSide);
    }
    if (const auto answer = platform::read_answer(bytes, kMost)) {
        demand(bytes.size() <= platform::longest_answer(kMost));
        demand(platform::write_answer(*answer) == bytes);
        if (*answer) {
            check_pixels(**answer, kMost);
        }
    }
    if (const auto pixels = platform::from_ppm(bytes)) {
        demand(platform::to_ppm(*pixels) == bytes);
    }
}

} // namespace fuzz
