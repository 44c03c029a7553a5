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

/// Where each of `to` equal parts of `from` begins, and where the last ends.
std::vector<std::size_t> parts_of(std::size_t from, std::size_t to) {
    std::vector<std::size_t> begins(to + 1);
    for (std::size_t i = 0; i <= to; ++i) {
        begins[i] = (i * from + to - 1) / to;
    }
    return begins;
}

/// One channel of a pixel on white.
template <std::size_t Channels>
std::uint32_t on_white(const unsigned char* pixel, std::size_t channel) {
    const std::uint32_t value = pixel[Channels >= 3 ? channel : 0];
    if constexpr (Channels == 1 || Channels == 3) {
        return value;
    } else {
        const std::uint32_t opacity = pixel[Channels - 1];
        return (value * opacity + 255U * (255U - opacity) + 127U) / 255U;
    }
}

/// Adds a row of pixels, on white, to sums of the same width.
template <std::size_t Channels>
void add_row(const unsigned char* row, std::vector<std::uint32_t>& sums) {
    if constexpr (Channels == kChannels) {
        for (std::size_t i = 0; i < sums.size(); ++i) { // which the compiler makes into wide steps
            sums[i] += row[i];
        }
    } else {
        for (std::size_t i = 0; i < sums.size(); i += kChannels, row += Channels) {
            for (std::size_t c = 0; c < kChannels; ++c) {
                sums[i + c] += on_white<Channels>(row, c);
            }
        }
    }
}

template <std::size_t Channels>
Pixels reduce(const RawPixels& raw, PixelSize size) {
    Pixels reduced{.size = size, .rgb = std::string(bytes_of(size), '\0')};
    const std::size_t width = unsigned_of(raw.size.width);
    const auto columns = parts_of(width, unsigned_of(size.width));
    const auto rows = parts_of(unsigned_of(raw.size.height), unsigned_of(size.height));
    std::vector<std::uint32_t> sums(width * kChannels); // of 12,000 rows at most
    std::size_t at = 0;
    for (std::size_t y = 0; y + 1 < rows.size(); ++y) {
        std::ranges::fill(sums, 0U);
        for (std::size_t row = rows[y]; row < rows[y + 1]; ++row) {
            add_row<Channels>(raw.bytes + row * width * Channels, sums);
        }
        for (std::size_t x = 0; x + 1 < columns.size(); ++x) {
            std::array<std::uint64_t, kChannels> part{};
            for (std::size_t column = columns[x]; column < columns[x + 1]; ++column) {
                for (std::size_t c = 0; c < kChannels; ++c) {
                    part[c] += sums[column * kChannels + c];
                }
            }
            const std::uint64_t pixels = (rows[y + 1] - rows[y]) * (columns[x + 1] - columns[x]);
            for (std::size_t c = 0; c < kChannels; ++c) {
                reduced.rgb[at++] = static_cast<char>((part[c] + pixels / 2) / pixels);
            }
        }
    }
    return reduced;
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
    switch (raw.channels) {
    case 1: return reduce<1>(raw, size);
    case 2: return reduce<2>(raw, size);
    case 3: return reduce<3>(raw, size);
    default: return reduce<4>(raw, size);
    }
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
