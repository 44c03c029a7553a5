#include "support/png.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <stdexcept>
#include <vector>

#include <stb/stb_image_write.h>

// stb_image_write makes zlib streams for itself, and says so in no header.
extern "C" unsigned char* stbi_zlib_compress(unsigned char* data, int data_len, int* out_len,
                                             int quality);

namespace support {

namespace {

void add_number(std::string& bytes, std::uint32_t number) {
    for (unsigned shift = 32; shift > 0;) {
        shift -= 8;
        bytes.push_back(static_cast<char>((number >> shift) & 0xFFU));
    }
}

std::uint32_t crc_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
        }
    }
    return ~crc;
}

void add_chunk(std::string& file, std::string_view type, std::string_view data) {
    add_number(file, static_cast<std::uint32_t>(data.size()));
    const std::string body = std::string(type) + std::string(data);
    file += body;
    add_number(file, crc_of(body));
}

std::string compressed(std::string_view bytes) {
    constexpr int kQuality = 8;
    std::vector<unsigned char> copy(bytes.begin(), bytes.end());
    int length = 0;
    unsigned char* const stream =
        stbi_zlib_compress(copy.data(), static_cast<int>(copy.size()), &length, kQuality);
    if (stream == nullptr) {
        throw std::runtime_error("A test picture could not be compressed.");
    }
    std::string text(reinterpret_cast<const char*>(stream), static_cast<std::size_t>(length));
    std::free(stream);
    return text;
}

} // namespace

std::string png_of_stream(const PngHead& head, std::string_view zlib) {
    std::string file = "\x89PNG\r\n\x1A\n";
    std::string described;
    add_number(described, head.width);
    add_number(described, head.height);
    described.push_back(static_cast<char>(head.depth));
    described.push_back(static_cast<char>(head.colour));
    described.append(3, '\0'); // compression, filter, not interlaced
    add_chunk(file, "IHDR", described);
    add_chunk(file, "IDAT", zlib);
    add_chunk(file, "IEND", "");
    return file;
}

std::string png(const PngHead& head, std::string_view rows) {
    return png_of_stream(head, compressed(rows));
}

std::string plain_png(const PngHead& head, std::string_view pixel) {
    std::string rows;
    for (std::uint32_t y = 0; y < head.height; ++y) {
        rows.push_back('\0');
        for (std::uint32_t x = 0; x < head.width; ++x) {
            rows += pixel;
        }
    }
    return png(head, rows);
}

std::string compressed_zeros(std::size_t size) {
    constexpr std::size_t kRun = 258; // the longest of deflate, in 13 bits
    std::string stream = "\x78\x01";
    unsigned pending = 0;
    int bits = 0;
    const auto add = [&](unsigned value, int count) { // the first bit first
        for (int i = count; i-- > 0;) {
            pending |= ((value >> static_cast<unsigned>(i)) & 1U) << static_cast<unsigned>(bits++);
            if (bits == 8) {
                stream.push_back(static_cast<char>(pending));
                pending = 0;
                bits = 0;
            }
        }
    };
    add(0b110, 3);      // the last block, with the fixed code
    add(0b00110000, 8); // a zero
    for (std::size_t made = 1; made < size; made += kRun) {
        add(0b11000101, 8); // 258 times …
        add(0b00000, 5);    // … the byte before
    }
    add(0, 7);             // the block's end
    add(0, 7);             // and that of its last byte
    add_number(stream, 0); // a sum that is not looked at
    return stream;
}

std::string photograph(int width, int height) {
    constexpr int kQuality = 85;
    std::vector<unsigned char> pixels;
    std::uint32_t noise = 1;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            noise = noise * 1664525U + 1013904223U;
            const double wave = std::sin(x * 0.02) * std::cos(y * 0.03) * 90 + 128;
            pixels.push_back(static_cast<unsigned char>(wave + static_cast<double>(noise >> 28U)));
            pixels.push_back(static_cast<unsigned char>(x * 255 / width));
            pixels.push_back(static_cast<unsigned char>(y * 255 / height));
        }
    }
    std::string file;
    const auto append = [](void* context, void* data, int size) {
        static_cast<std::string*>(context)->append(static_cast<const char*>(data),
                                                   static_cast<std::size_t>(size));
    };
    if (::stbi_write_jpg_to_func(append, &file, width, height, 3, pixels.data(), kQuality) == 0) {
        throw std::runtime_error("A test photograph could not be made.");
    }
    return file;
}

} // namespace support
