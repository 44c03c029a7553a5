#include "platform/pixels.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>
#include <vector>

using platform::fitted;
using platform::from_ppm;
using platform::Pixels;
using platform::PixelSize;
using platform::reduce;
using platform::to_ppm;
using platform::turn;

namespace {

/// A picture of one row of six pixels or less, a letter each: "abc" below is three greys.
Pixels letters(PixelSize size, const std::string& text) {
    Pixels pixels{.size = size, .rgb = {}};
    for (const char letter : text) {
        pixels.rgb.append(3, letter);
    }
    return pixels;
}

std::string text_of(const Pixels& pixels) {
    std::string text;
    for (std::size_t i = 0; i < pixels.rgb.size(); i += 3) {
        text.push_back(pixels.rgb[i]);
    }
    return text;
}

Pixels reduced(PixelSize from, int channels, const std::vector<unsigned char>& bytes,
               PixelSize to) {
    REQUIRE(bytes.size() == static_cast<std::size_t>(from.width * from.height * channels));
    return reduce({.size = from, .channels = channels, .bytes = bytes.data()}, to);
}

} // namespace

TEST_CASE("A picture is fitted into a room and never enlarged") {
    constexpr PixelSize kRoom{.width = 1024, .height = 768};
    CHECK(fitted({.width = 1600, .height = 1200}, kRoom) == kRoom);
    CHECK(fitted({.width = 2048, .height = 100}, kRoom) == PixelSize{.width = 1024, .height = 50});
    CHECK(fitted({.width = 100, .height = 7680}, kRoom) == PixelSize{.width = 10, .height = 768});
    CHECK(fitted({.width = 1, .height = 12000}, kRoom) == PixelSize{.width = 1, .height = 768});
    CHECK(fitted({.width = 12000, .height = 1}, kRoom) == PixelSize{.width = 1024, .height = 1});
    CHECK(fitted({.width = 30, .height = 20}, kRoom) == PixelSize{.width = 30, .height = 20});
}

TEST_CASE("Reducing takes the mean of what a pixel covers") {
    CHECK(reduced({4, 1}, 1, {10, 20, 30, 50}, {2, 1}).rgb == std::string("\x0F\x0F\x0F((("));
    CHECK(reduced({2, 2}, 1, {0, 100, 100, 200}, {1, 1}).rgb == "ddd");
    CHECK(reduced({3, 1}, 1, {1, 3, 9}, {2, 1}).rgb == std::string("\2\2\2\t\t\t"));
    CHECK(reduced({1, 1}, 3, {1, 2, 3}, {1, 1}).rgb == "\1\2\3");
}

TEST_CASE("What is see-through is on white") {
    CHECK(reduced({2, 1}, 4, {9, 9, 9, 0, 65, 66, 67, 255}, {2, 1}).rgb == "\xFF\xFF\xFF"
                                                                           "ABC");
    CHECK(reduced({1, 1}, 2, {0, 128}, {1, 1}).rgb == "\x7F\x7F\x7F");
}

TEST_CASE("A large picture is reduced to one pixel without its sum running over") {
    const PixelSize size{.width = 6000, .height = 4000};
    const std::vector<unsigned char> white(24'000'000, 255);
    CHECK(reduce({.size = size, .channels = 1, .bytes = white.data()}, {1, 1}).rgb ==
          "\xFF\xFF\xFF");
}

TEST_CASE("Each of EXIF's orientations puts the picture the right way up") {
    // As it is to be seen:  a b c   and as a camera that was held in some way stored it.
    //                       d e f
    const struct {
        int orientation;
        PixelSize stored;
        const char* text;
    } cases[] = {{1, {3, 2}, "abcdef"}, {2, {3, 2}, "cbafed"}, {3, {3, 2}, "fedcba"},
                 {4, {3, 2}, "defabc"}, {5, {2, 3}, "adbecf"}, {6, {2, 3}, "cfbead"},
                 {7, {2, 3}, "fcebda"}, {8, {2, 3}, "daebfc"}};
    for (const auto& [orientation, stored, text] : cases) {
        INFO(orientation);
        const Pixels seen = turn(letters(stored, text), orientation);
        CHECK(seen.size == PixelSize{3, 2});
        CHECK(text_of(seen) == "abcdef");
    }
    CHECK(text_of(turn(letters({3, 2}, "abcdef"), 0)) == "abcdef");
    CHECK(text_of(turn(letters({3, 2}, "abcdef"), 9)) == "abcdef");
}

TEST_CASE("A picture comes back from its PPM file as it was") {
    const Pixels pixels = letters({3, 2}, "abcdef");
    CHECK(to_ppm(pixels).starts_with("P6\n3 2\n255\naaabbb"));
    CHECK(from_ppm(to_ppm(pixels)) == pixels);
}

TEST_CASE("A PPM file that is not to the byte what the desk writes is refused") {
    const std::string rgb(6, 'x');
    REQUIRE(from_ppm("P6\n2 1\n255\n" + rgb).has_value());
    const std::string bad =
        GENERATE_COPY(std::string(), std::string("P6"), std::string("P6\n"), "P5\n2 1\n255\n" + rgb,
                      "P6\n2 1\n255\n" + rgb + "x", std::string("P6\n2 1\n255\nxxxxx"),
                      "P6 2 1 255\n" + rgb, "P6\n02 1\n255\n" + rgb, "P6\n+2 1\n255\n" + rgb,
                      "P6\n-2 1\n255\n" + rgb, "P6\n2 1\n65535\n" + rgb, "P6\n2 1\n254\n" + rgb,
                      "P6\n# a remark\n2 1\n255\n" + rgb, std::string("P6\n0 1\n255\n"),
                      "P6\n4097 1\n255\n" + std::string(std::size_t{3} * 4097, 'x'),
                      std::string("P6\n99999 99999\n255\n"), "P6\n2  1\n255\n" + rgb);
    CHECK_FALSE(from_ppm(bad).has_value());
}
