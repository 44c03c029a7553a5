#include "platform/pixels.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

namespace platform {

namespace {

constexpr std::size_t kChannels = 3;

std::size_t unsigned_of(int number) {
    return static_cast<std::size_t>(std::max(number, 0));
}

/// Adds a row of pixels, on white, to sums of it at another width.
void add_row(const RawPixels& raw, int row, int width, std::vector<std::uint64_t>& sums) {
    const std::size_t channels = unsigned_of(raw.channels);
    const bool coloured = channels >= 3;
    const bool see_through = channels == 2 || channels == 4;
    const std::size_t from_width = unsigned_of(raw.size.width);
    const unsigned char* from = raw.bytes + unsigned_of(row) * from_width * channels;
    std::size_t to = 0;
    std::size_t next = (from_width + unsigned_of(width) - 1) / unsigned_of(width);
    for (std::size_t x = 0; x < from_width; ++x, from += channels) {
        while (x >= next) { // the first pixel that the next sum covers
            ++to;
            next = ((to + 1) * from_width + unsigned_of(width) - 1) / unsigned_of(width);
        }
        const std::uint32_t opacity = see_through ? from[channels - 1] : 255U;
        for (std::size_t c = 0; c < kChannels; ++c) {
            const std::uint32_t value = from[coloured ? c : 0];
            sums[to * kChannels + c] += (value * opacity + 255U * (255U - opacity) + 127U) / 255U;
        }
    }
}

/// How many of `from` fall to the one numbered `i` of `to`.
std::uint64_t share(std::size_t i, std::size_t from, std::size_t to) {
    const auto first = [&](std::size_t n) { return (n * from + to - 1) / to; };
    return first(i + 1) - first(i);
}

/// Where the pixel at (x, y) of the turned picture comes from, as a number of pixels from the
/// start.
std::size_t source_of(std::size_t x, std::size_t y, PixelSize from, int orientation) {
    const std::size_t right = unsigned_of(from.width) - 1;
    const std::size_t bottom = unsigned_of(from.height) - 1;
    const auto at = [&](std::size_t column, std::size_t row) {
        return row * unsigned_of(from.width) + column;
    };
    switch (orientation) { // the names are EXIF's: where row 0 and column 0 are to be seen
    case 2: return at(right - x, y);          // top, right
    case 3: return at(right - x, bottom - y); // bottom, right
    case 4: return at(x, bottom - y);         // bottom, left
    case 5: return at(y, x);                  // left, top
    case 6: return at(y, bottom - x);         // right, top
    case 7: return at(right - y, bottom - x); // right, bottom
    case 8: return at(right - y, x);          // left, bottom
    default: return at(x, y);
    }
}

/// Takes a number of one to four digits without a zero before it, and the character after it.
std::optional<int> take_number(std::string_view& bytes, char after) {
    constexpr std::size_t kMostDigits = 4;
    const std::size_t digits = bytes.substr(0, kMostDigits + 1).find(after);
    if (digits == std::string_view::npos || digits == 0 || bytes.front() == '0') {
        return std::nullopt;
    }
    int number = 0;
    const auto [stop, error] = std::from_chars(bytes.data(), bytes.data() + digits, number);
    if (error != std::errc() || stop != bytes.data() + digits || number < 1) {
        return std::nullopt;
    }
    bytes.remove_prefix(digits + 1);
    return number;
}

} // namespace

std::size_t bytes_of(PixelSize size) {
    return unsigned_of(size.width) * unsigned_of(size.height) * kChannels;
}

PixelSize fitted(PixelSize size, PixelSize most) {
    if (size.width <= most.width && size.height <= most.height) {
        return size;
    }
    const auto scaled = [](int length, int by, int of) {
        const auto exact = static_cast<std::int64_t>(length) * by;
        return static_cast<int>(std::max<std::int64_t>(1, (exact + of / 2) / of));
    };
    const bool by_width = static_cast<std::int64_t>(size.width) * most.height >=
                          static_cast<std::int64_t>(size.height) * most.width;
    if (by_width) {
        return {.width = most.width, .height = scaled(size.height, most.width, size.width)};
    }
    return {.width = scaled(size.width, most.height, size.height), .height = most.height};
}

Pixels reduce(const RawPixels& raw, PixelSize size) {
    Pixels reduced{.size = size, .rgb = std::string(bytes_of(size), '\0')};
    const std::size_t width = unsigned_of(size.width);
    std::vector<std::uint64_t> sums(width * kChannels);
    std::size_t at = 0;
    int row = 0;
    for (std::size_t y = 0; y < unsigned_of(size.height); ++y) {
        std::ranges::fill(sums, 0ULL);
        const std::uint64_t rows = share(y, unsigned_of(raw.size.height), unsigned_of(size.height));
        for (std::uint64_t i = 0; i < rows; ++i) {
            add_row(raw, row++, size.width, sums);
        }
        for (std::size_t x = 0; x < width; ++x) {
            const std::uint64_t pixels = rows * share(x, unsigned_of(raw.size.width), width);
            for (std::size_t c = 0; c < kChannels; ++c) {
                reduced.rgb[at++] =
                    static_cast<char>((sums[x * kChannels + c] + pixels / 2) / pixels);
            }
        }
    }
    return reduced;
}

Pixels turn(Pixels pixels, int orientation) {
    if (orientation < 2 || orientation > 8) {
        return pixels;
    }
    const PixelSize from = pixels.size;
    Pixels turned{.size = from, .rgb = std::string(pixels.rgb.size(), '\0')};
    if (orientation >= 5) {
        turned.size = {.width = from.height, .height = from.width};
    }
    std::size_t at = 0;
    for (std::size_t y = 0; y < unsigned_of(turned.size.height); ++y) {
        for (std::size_t x = 0; x < unsigned_of(turned.size.width); ++x) {
            const std::size_t source = source_of(x, y, from, orientation) * kChannels;
            std::copy_n(pixels.rgb.begin() + static_cast<std::ptrdiff_t>(source), kChannels,
                        turned.rgb.begin() + static_cast<std::ptrdiff_t>(at));
            at += kChannels;
        }
    }
    return turned;
}

std::string to_ppm(const Pixels& pixels) {
    return "P6\n" + std::to_string(pixels.size.width) + " " + std::to_string(pixels.size.height) +
           "\n255\n" + pixels.rgb;
}

std::optional<Pixels> from_ppm(std::string_view bytes) {
    constexpr std::string_view kStart = "P6\n";
    constexpr std::string_view kDepth = "255\n";
    if (!bytes.starts_with(kStart)) {
        return std::nullopt;
    }
    bytes.remove_prefix(kStart.size());
    const auto width = take_number(bytes, ' ');
    const auto height = width ? take_number(bytes, '\n') : std::nullopt;
    if (!height || *width > kMostKeptSide || *height > kMostKeptSide ||
        !bytes.starts_with(kDepth)) {
        return std::nullopt;
    }
    bytes.remove_prefix(kDepth.size());
    const PixelSize size{.width = *width, .height = *height};
    if (bytes.size() != bytes_of(size)) {
        return std::nullopt;
    }
    return Pixels{.size = size, .rgb = std::string(bytes)};
}

} // namespace platform
