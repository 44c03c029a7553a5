#include "look/colour.h"
#include "look/theme.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using Catch::Matchers::WithinAbs;
using look::contrast;
using look::kLight;
using look::rgb;

TEST_CASE("A colour is read from the number that designers write") {
    CHECK(rgb(0x12AB9F) == look::Colour{0x12, 0xAB, 0x9F, 255});
}

TEST_CASE("Luminance is that of WCAG for black, white and the primary colours") {
    CHECK_THAT(look::luminance(rgb(0x000000)), WithinAbs(0, 1e-9));
    CHECK_THAT(look::luminance(rgb(0xFFFFFF)), WithinAbs(1, 1e-9));
    CHECK_THAT(look::luminance(rgb(0xFF0000)), WithinAbs(0.2126, 1e-9));
    CHECK_THAT(look::luminance(rgb(0x00FF00)), WithinAbs(0.7152, 1e-9));
    CHECK_THAT(look::luminance(rgb(0x0000FF)), WithinAbs(0.0722, 1e-9));
}

TEST_CASE("Contrast is that of WCAG for known pairs") {
    CHECK_THAT(contrast(rgb(0x000000), rgb(0xFFFFFF)), WithinAbs(21, 1e-9));
    CHECK_THAT(contrast(rgb(0x767676), rgb(0xFFFFFF)), WithinAbs(4.54, 0.005));
    CHECK_THAT(contrast(rgb(0x777777), rgb(0xFFFFFF)), WithinAbs(4.48, 0.005));
    CHECK_THAT(contrast(rgb(0x595959), rgb(0xFFFFFF)), WithinAbs(7.0, 0.005));
    CHECK_THAT(contrast(rgb(0xFF0000), rgb(0xFFFFFF)), WithinAbs(4.0, 0.005));
    CHECK_THAT(contrast(rgb(0x0000FF), rgb(0xFFFFFF)), WithinAbs(8.59, 0.005));
}

TEST_CASE("Very dark colours are on the straight part of the curve") {
    CHECK_THAT(contrast(rgb(0x0A0A0A), rgb(0x000000)),
               WithinAbs((10 / 255.0 / 12.92 + 0.05) / 0.05, 1e-9));
}

TEST_CASE("It does not matter which of two colours comes first") {
    CHECK(contrast(rgb(0x1B6435), rgb(0xF2B600)) == contrast(rgb(0xF2B600), rgb(0x1B6435)));
    CHECK(contrast(rgb(0x4B5056), rgb(0x4B5056)) == 1);
}

TEST_CASE("Ink has a contrast of seven to one on every ground of the theme") {
    for (const look::Ground& ground :
         {kLight.page, kLight.card, kLight.strong, kLight.bar, kLight.code(0), kLight.code(1),
          kLight.code(2), kLight.code(3)}) {
        CHECK(contrast(ground.ink, ground.paper) >= 7);
    }
}

TEST_CASE("Soft and spoken words have a contrast of seven to one on the papers they stand on") {
    CHECK(contrast(kLight.soft, kLight.page.paper) >= 7);
    CHECK(contrast(kLight.soft, kLight.card.paper) >= 7);
    CHECK(contrast(kLight.bar_soft, kLight.bar.paper) >= 7);
    CHECK(contrast(kLight.spoken, kLight.card.paper) >= 7);
}

TEST_CASE("The ring around the focus stands out from every ground but by its light edge") {
    for (const look::Ground& ground : {kLight.page, kLight.card, kLight.code(1)}) {
        CHECK(contrast(kLight.focus, ground.paper) >= 3);
    }
    CHECK(contrast(kLight.focus, kLight.card.paper) >= 3);
    for (const look::Ground& ground :
         {kLight.strong, kLight.bar, kLight.code(0), kLight.code(2), kLight.code(3)}) {
        CHECK(contrast(kLight.card.paper, ground.paper) >= 3);
    }
}

TEST_CASE("The codes have four grounds, and a code beyond them takes the last") {
    CHECK(kLight.code(0).paper != kLight.code(1).paper);
    CHECK(kLight.code(2).paper != kLight.code(3).paper);
    CHECK(kLight.code(4) == kLight.code(3));
}
