#include "platform/picture_child.h"
#include "support/png.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <filesystem>
#include <random>
#include <string>

using namespace std::chrono_literals;
using platform::ConfinedFault;
using platform::decode_confined;
using platform::NoPicture;
using platform::PictureFault;
using platform::PictureRefusal;
using platform::PixelSize;

namespace {

constexpr PixelSize kMost{.width = 1024, .height = 768};

auto decode(const std::string& file) {
    return decode_confined(DESKCARDS_SANDBOX_CHILD, file, kMost);
}

PictureFault fault_of(const std::string& file) {
    const auto pixels = decode(file);
    REQUIRE_FALSE(pixels.has_value());
    REQUIRE(std::holds_alternative<PictureRefusal>(pixels.error()));
    return std::get<PictureRefusal>(pixels.error()).fault;
}

} // namespace

TEST_CASE("A picture comes back from the sandbox as from the decoder itself") {
    const std::string file = support::photograph(1600, 1200);
    const auto pixels = decode(file);
    REQUIRE(pixels.has_value());
    CHECK(*pixels == *platform::decode_picture(file, kMost));
}

TEST_CASE("Garbage in a picture's clothes is refused in the sandbox") {
    CHECK(fault_of("garbage") == PictureFault::not_a_picture);
    CHECK(fault_of("") == PictureFault::not_a_picture);
    CHECK(fault_of("\x89PNG\r\n\x1A\n" + std::string(1000, 'x')) == PictureFault::not_a_picture);
}

TEST_CASE("The sandbox has room for the largest picture that is taken") {
    constexpr std::uint32_t kWidth = 12'000;
    constexpr std::uint32_t kHeight = 3'333;
    const std::string file =
        support::png_of_stream({.width = kWidth, .height = kHeight, .colour = 6},
                               support::compressed_zeros((std::size_t{kWidth} * 4 + 1) * kHeight));
    const auto pixels = decode(file);
    REQUIRE(pixels.has_value());
    CHECK(pixels->size == PixelSize{.width = 1024, .height = 284});
}

TEST_CASE("A small file that unpacks to gigabytes is refused, and soon") {
#ifdef __SANITIZE_ADDRESS__
    SKIP("AddressSanitizer needs the address space: in its builds there is no limit.");
#endif
    const std::string bomb = support::png_of_stream({.width = 100, .height = 100},
                                                    support::compressed_zeros(1UZ << 31U));
    REQUIRE(bomb.size() < platform::kMostPictureBytes);
    const auto start = std::chrono::steady_clock::now();
    CHECK(fault_of(bomb) == PictureFault::too_heavy);
    CHECK(std::chrono::steady_clock::now() - start < 20s);
}

TEST_CASE("A file larger than any picture's is not even given to the sandbox") {
    CHECK(fault_of(std::string(platform::kMostPictureBytes + 1, 'x')) == PictureFault::too_heavy);
}

TEST_CASE("A child whose answer is none of a decoder's counts as broken") {
    const support::TempFolder folder;
    const auto liar =
        folder.write("liar", "#!/bin/sh\nexec '" DESKCARDS_SANDBOX_CHILD "' false-answer\n");
    std::filesystem::permissions(liar, std::filesystem::perms::owner_all);
    const auto pixels = decode_confined(liar, "file", kMost);
    REQUIRE_FALSE(pixels.has_value());
    CHECK(pixels.error() == NoPicture(ConfinedFault::crashed));
}

TEST_CASE("Pictures with bytes changed at random come through or are refused, and nothing else") {
    const std::string jpeg = support::photograph(64, 48);
    const std::string png = support::plain_png({.width = 30, .height = 30}, "ABC");
    std::mt19937 random(7);
    for (int round = 0; round < 60; ++round) {
        std::string file = round % 2 == 0 ? jpeg : png;
        for (int i = 0; i < 1 + round / 10; ++i) {
            file[random() % file.size()] = static_cast<char>(random());
        }
        const auto pixels = decode(file);
        const bool known = pixels ? pixels->rgb.size() == platform::bytes_of(pixels->size)
                                  : std::holds_alternative<PictureRefusal>(pixels.error());
        CHECK(known);
    }
}
