#include "look/colour.h"
#include "look/theme.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>

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

TEST_CASE("Themes have a contrast of seven to one, and the one for low vision fifteen") {
    CHECK(kLight.least_contrast == 7);
    CHECK(look::kDark.least_contrast == 7);
    CHECK(look::kHighContrast.least_contrast == 15);
}

TEST_CASE("Ink has the contrast of its theme on every ground") {
    for (const look::Theme& theme : {kLight, look::kDark, look::kHighContrast}) {
        for (const look::Ground& ground :
             {theme.page, theme.card, theme.strong, theme.bar, theme.code(0), theme.code(1),
              theme.code(2), theme.code(3)}) {
            CHECK(contrast(ground.ink, ground.paper) >= theme.least_contrast);
        }
    }
}

TEST_CASE("Soft and spoken words have the contrast of their theme on the papers they stand on") {
    for (const look::Theme& theme : {kLight, look::kDark, look::kHighContrast}) {
        CHECK(contrast(theme.soft, theme.page.paper) >= theme.least_contrast);
        CHECK(contrast(theme.soft, theme.card.paper) >= theme.least_contrast);
        CHECK(contrast(theme.bar_soft, theme.bar.paper) >= theme.least_contrast);
        CHECK(contrast(theme.spoken, theme.card.paper) >= theme.least_contrast);
    }
}

TEST_CASE("The ring around the focus or its inner edge stands out from every ground") {
    for (const look::Theme& theme : {kLight, look::kDark, look::kHighContrast}) {
        for (const look::Ground& ground :
             {theme.page, theme.card, theme.strong, theme.bar, theme.code(0), theme.code(1),
              theme.code(2), theme.code(3)}) {
            CHECK(std::max(contrast(theme.focus, ground.paper),
                           contrast(theme.card.paper, ground.paper)) >= 3);
        }
        CHECK(contrast(theme.focus, theme.page.paper) >= 3);
        CHECK(contrast(theme.focus, theme.card.paper) >= 3);
    }
}

TEST_CASE("The codes have four grounds, and a code beyond them takes the last") {
    CHECK(kLight.code(0).paper != kLight.code(1).paper);
    CHECK(kLight.code(2).paper != kLight.code(3).paper);
    CHECK(kLight.code(4) == kLight.code(3));
}
