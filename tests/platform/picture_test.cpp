#include "platform/picture.h"
#include "support/png.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace std::string_literals;
using platform::decode_picture;
using platform::PictureFault;
using platform::PictureRefusal;
using platform::Pixels;
using platform::PixelSize;
using support::photograph;
using support::plain_png;

namespace {

constexpr PixelSize kMost{.width = 1024, .height = 768};

std::string fixture(const std::string& name) {
    const auto path =
        std::filesystem::path(DESKCARDS_SOURCE_DIR) / "tests/fixtures/pictures" / name;
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

Pixels decoded(const std::string& file, PixelSize most = kMost) {
    auto pixels = decode_picture(file, most);
    REQUIRE(pixels.has_value());
    REQUIRE(pixels->rgb.size() == platform::bytes_of(pixels->size));
    return *std::move(pixels);
}

PictureFault fault_of(const std::string& file) {
    const auto pixels = decode_picture(file, kMost);
    REQUIRE_FALSE(pixels.has_value());
    return pixels.error().fault;
}

/// 'R', 'G', 'B' for the strongest of the three at a place, 'W' for white, '?' for none.
char colour_at(const Pixels& pixels, int x, int y) {
    const auto at = static_cast<std::size_t>(y * pixels.size.width + x) * 3;
    const std::array<int, 3> rgb{static_cast<unsigned char>(pixels.rgb[at]),
                                 static_cast<unsigned char>(pixels.rgb[at + 1]),
                                 static_cast<unsigned char>(pixels.rgb[at + 2])};
    constexpr int kMuch = 200;
    constexpr int kLittle = 80;
    if (rgb[0] > kMuch && rgb[1] > kMuch && rgb[2] > kMuch) {
        return 'W';
    }
    for (std::size_t i = 0; i < 3; ++i) {
        if (rgb.at(i) > kMuch && rgb.at((i + 1) % 3) < kLittle && rgb.at((i + 2) % 3) < kLittle) {
            return "RGB"[i];
        }
    }
    return '?';
}

} // namespace

TEST_CASE("A photograph is reduced to what the glass needs") {
    CHECK(decoded(photograph(1600, 1200)).size == kMost);
    CHECK(decoded(photograph(300, 900)).size == PixelSize{.width = 256, .height = 768});
    CHECK(decoded(photograph(64, 48)).size == PixelSize{.width = 64, .height = 48});
}

TEST_CASE("PNG comes in colour, in grey, and with opacity on white") {
    CHECK(decoded(plain_png({.width = 2, .height = 1, .colour = 2}, "ABC")).rgb == "ABCABC");
    CHECK(decoded(plain_png({.width = 1, .height = 1, .colour = 0}, "A")).rgb == "AAA");
    CHECK(decoded(plain_png({.width = 1, .height = 1, .colour = 6}, "ABC\0"s)).rgb ==
          "\xFF\xFF\xFF");
    CHECK(decoded(plain_png({.width = 1, .height = 1, .colour = 4}, "\0\x80"s)).rgb ==
          "\x7F\x7F\x7F");
}

TEST_CASE("A PNG of 16 bits a channel is shown by its upper eight") {
    CHECK(decoded(plain_png({.width = 1, .height = 1, .depth = 16, .colour = 2}, "A1B2C3")).rgb ==
          "ABC");
}

TEST_CASE("A CMYK JPEG has its colours") {
    const Pixels pixels = decoded(fixture("cmyk.jpg"));
    REQUIRE(pixels.size == PixelSize{.width = 16, .height = 16});
    CHECK(colour_at(pixels, 2, 8) == 'R');
    CHECK(colour_at(pixels, 13, 8) == 'B');
}

TEST_CASE("A progressive JPEG is read as any other") {
    const Pixels pixels = decoded(fixture("progressive.jpg"));
    CHECK(colour_at(pixels, 2, 8) == 'R');
    CHECK(colour_at(pixels, 29, 8) == 'B');
}

TEST_CASE("A photograph taken with the camera on its side is shown upright") {
    const Pixels pixels =
        decoded(fixture("turned-right.jpg")); // stored as 32 × 16, red on the left
    REQUIRE(pixels.size == PixelSize{.width = 16, .height = 32});
    CHECK(colour_at(pixels, 8, 2) == 'R');
    CHECK(colour_at(pixels, 8, 29) == 'B');
    const Pixels fitted = decoded(fixture("turned-right.jpg"), {.width = 100, .height = 16});
    CHECK(fitted.size == PixelSize{.width = 8, .height = 16});
}

TEST_CASE("What a file holds decides what it is, not its name") {
    // There is no name here at all: whatever reads a picture is given its bytes alone.
    CHECK(decode_picture(fixture("cmyk.jpg"), kMost).has_value());
    CHECK(decode_picture(plain_png({.width = 1, .height = 1}, "ABC"), kMost).has_value());
}

TEST_CASE("A picture of 30,000 by 30,000 is refused before it is decoded") {
    const std::string bomb = support::png_of_stream({.width = 30'000, .height = 30'000},
                                                    support::compressed_zeros(1000));
    CHECK(decode_picture(bomb, kMost) ==
          std::unexpected(PictureRefusal{.fault = PictureFault::too_large,
                                         .size = {.width = 30'000, .height = 30'000}}));
}

TEST_CASE("A picture within 12,000 either way but over 40 megapixels is refused") {
    const auto sized = [](std::uint32_t width, std::uint32_t height) {
        return fault_of(support::png_of_stream({.width = width, .height = height}, "not zlib"));
    };
    CHECK(sized(12'000, 3'334) == PictureFault::too_large);
    CHECK(sized(12'001, 1) == PictureFault::too_large);
    CHECK(sized(12'000, 3'333) == PictureFault::not_a_picture); // read, and found broken
}

TEST_CASE("A picture longer or wider than any texture is reduced to one that fits") {
    const std::string wide = plain_png({.width = 12'000, .height = 2, .colour = 0}, "A");
    CHECK(decoded(wide).size == PixelSize{.width = 1024, .height = 1});
    const std::string tall = plain_png({.width = 2, .height = 12'000, .colour = 0}, "A");
    CHECK(decoded(tall).size == PixelSize{.width = 1, .height = 768});
}

TEST_CASE("GIF, BMP, WebP, TIFF, SVG and fonts are no pictures here") {
    const std::string file = GENERATE(
        "GIF89a\1\0\1\0\x80\0\0\0\0\0\xFF\xFF\xFF!"s, "BM\x3A\0\0\0\0\0\0\0\x36\0\0\0"s,
        "RIFF\x24\0\0\0WEBPVP8 "s, "II*\0\x08\0\0\0"s, "<svg xmlns='http://www.w3.org/2000/svg'/>"s,
        "\0\1\0\0\0\x0F\0\x80"s, "%PDF-1.4"s, ""s, "\xFF\xD8"s, "\x89PNG"s);
    CHECK(fault_of(file) == PictureFault::not_a_picture);
}

TEST_CASE("A JPEG that is cut short is refused wherever it is cut") {
    const std::string whole = photograph(64, 48);
    for (std::size_t length = 0; length < whole.size() - 1; length += 7) {
        const PictureFault fault = fault_of(whole.substr(0, length));
        CHECK((fault == PictureFault::cut_short || fault == PictureFault::not_a_picture));
    }
    CHECK(fault_of(whole.substr(0, whole.size() - 2)) == PictureFault::cut_short);
}

TEST_CASE("A PNG that is cut short is refused wherever it is cut") {
    const std::string whole = plain_png({.width = 20, .height = 20}, "ABC");
    const std::size_t end = whole.size() - 12; // of the data: what follows says no more than that
    for (std::size_t length = 0; length < end; ++length) {
        CHECK(fault_of(whole.substr(0, length)) == PictureFault::not_a_picture);
    }
}
