#include "platform/picture_protocol.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>

using namespace std::string_literals;
using platform::PictureAnswer;
using platform::PictureFault;
using platform::PictureRefusal;
using platform::Pixels;
using platform::PixelSize;
using platform::read_answer;
using platform::read_request;
using platform::write_answer;
using platform::write_request;

namespace {

constexpr PixelSize kMost{.width = 3, .height = 300};

} // namespace

TEST_CASE("A request is read as it was written") {
    const std::string bytes = write_request({.most = kMost, .file = "the file"});
    const auto request = read_request(bytes);
    REQUIRE(request.has_value());
    CHECK(request->most == kMost);
    CHECK(request->file == "the file");
}

TEST_CASE("A request that is cut, or asks for too much, is none") {
    const std::string bytes = GENERATE(""s, "\3\0\0\0\3\0\0"s, "\0\0\0\0\3\0\0\0file"s,
                                       "\xFF\xFF\xFF\xFF\3\0\0\0file"s, "\3\0\0\0\1\x10\0\0file"s);
    CHECK_FALSE(read_request(bytes).has_value());
}

TEST_CASE("An answer is read as it was written") {
    const PictureAnswer picture = Pixels{.size = {.width = 2, .height = 1}, .rgb = "abcdef"};
    CHECK(read_answer(write_answer(picture), kMost) == picture);
    for (const auto fault : {PictureFault::not_a_picture, PictureFault::cut_short,
                             PictureFault::too_large, PictureFault::too_heavy}) {
        const PictureAnswer refusal = std::unexpected(
            PictureRefusal{.fault = fault, .size = {.width = 30'000, .height = 30'000}});
        CHECK(read_answer(write_answer(refusal), kMost) == refusal);
    }
}

TEST_CASE("An answer of another length, size or kind than there can be is none") {
    const std::string right = "\0\0\2\0\0\0\1\0\0\0abcdef"s;
    REQUIRE(read_answer(right, kMost).has_value());
    const std::string bytes = GENERATE_COPY(
        ""s, right.substr(0, 9), right.substr(0, 15), right + "g", "\2"s + right.substr(1),
        "\0\1"s + right.substr(2), "\0\0\4\0\0\0\1\0\0\0abcdefghijkl"s, "\0\0\0\0\0\0\1\0\0\0"s,
        "\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s, "\1\4\0\0\0\0\0\0\0\0"s,
        "\1\2\0\0\0\0\0\0\0\0more"s, "\1\2\0\0\0\x80\0\0\0\0"s);
    CHECK_FALSE(read_answer(bytes, kMost).has_value());
}

TEST_CASE("An answer larger than was asked for is none, however honest") {
    const PictureAnswer picture =
        Pixels{.size = {.width = 4, .height = 1}, .rgb = std::string(12, 'x')};
    CHECK_FALSE(read_answer(write_answer(picture), kMost).has_value());
    CHECK(write_answer(picture).size() <= platform::longest_answer({.width = 4, .height = 1}));
}
