#include "look/paint.h"

#include <catch2/catch_test_macros.hpp>

using look::Down;
using look::place_photo;
using look::Rect;

namespace {

constexpr Rect kRoom{100, 100, 400, 300};

} // namespace

TEST_CASE("A photo fills its room one way and is in the middle of it the other") {
    CHECK(place_photo(kRoom, Down::middle, 800, 600) == kRoom);
    CHECK(place_photo(kRoom, Down::middle, 800, 200) == Rect{100, 200, 400, 100});
    CHECK(place_photo(kRoom, Down::middle, 100, 600) == Rect{275, 100, 50, 300});
}

TEST_CASE("A photo beside words begins where they do") {
    CHECK(place_photo(kRoom, Down::top, 800, 200) == Rect{100, 100, 400, 100});
}

TEST_CASE("A small photo is shown at twice its size and no more") {
    CHECK(place_photo(kRoom, Down::middle, 40, 30) == Rect{260, 220, 80, 60});
    CHECK(place_photo(kRoom, Down::middle, 1, 4096).w == 1);
}
