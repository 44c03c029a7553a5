#include "look/fonts.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace look_test;
using Catch::Matchers::WithinAbs;
using look::Fonts;
using look::Size;
using look::Style;
using look::Weight;

namespace {

const std::vector<Style> kTextStyles{
    {Size::small, Weight::regular},   {Size::small, Weight::bold},
    {Size::base, Weight::regular},    {Size::base, Weight::bold},
    {Size::large, Weight::regular},   {Size::large, Weight::bold},
    {Size::title, Weight::regular},   {Size::title, Weight::bold},
    {Size::display, Weight::regular}, {Size::display, Weight::bold}};

} // namespace

TEST_CASE("Fonts have the sizes of their panel") {
    const auto sizes = look::em_sizes(small_panel(), {}, 0.668);
    for (std::size_t i = 0; i < look::kSizes; ++i) {
        const auto size = static_cast<Size>(i);
        CAPTURE(i);
        CHECK(std::abs(fonts().em({size, Weight::bold}) - sizes.at(i)) <= 1);
        CHECK(fonts().em({size, Weight::bold}) == fonts().em({size, Weight::regular}));
    }
}

TEST_CASE("Capitals are 4.8 mm high at least in every style") {
    for (const Style style : kTextStyles) {
        CHECK(static_cast<double>(fonts().cap(style)) / small_panel().px_per_mm >= 4.8 - 1e-3);
    }
}

TEST_CASE("A capital is between six and eight tenths of the em") {
    const Style style{Size::base, Weight::regular};
    CHECK(fonts().cap(style) > 0.6F * static_cast<float>(fonts().em(style)));
    CHECK(fonts().cap(style) < 0.8F * static_cast<float>(fonts().em(style)));
}

TEST_CASE("A text grows with every letter and with its style") {
    const std::string text = "Tell me what concerned you.";
    for (const Style style : kTextStyles) {
        float before = 0;
        for (std::size_t length = 1; length <= text.size(); ++length) {
            const float width = fonts().width(style, std::string_view(text).substr(0, length));
            CHECK(width > before);
            before = width;
        }
    }
    CHECK(fonts().width({Size::base, Weight::regular}, text) <
          fonts().width({Size::large, Weight::regular}, text));
    CHECK(fonts().width({Size::large, Weight::regular}, text) <
          fonts().width({Size::title, Weight::regular}, text));
}

TEST_CASE("Nothing has no width, and a text is as wide as its parts") {
    const Style style{Size::base, Weight::bold};
    CHECK(fonts().width(style, "") == 0);
    CHECK_THAT(fonts().width(style, "Wants a book"),
               WithinAbs(static_cast<double>(fonts().width(style, "Wants") +
                                             fonts().width(style, " a book")),
                         0.01));
}

TEST_CASE("Fonts take the sizes of another panel, and texts grow with them") {
    auto made = Fonts::open(small_panel());
    REQUIRE(made.has_value());
    const Style style{Size::base, Weight::regular};
    const float before = made->width(style, "Hear them out") / static_cast<float>(made->em(style));
    made->fit(panel_of(27, 3840, 2160), {});
    CHECK(made->em(style) != fonts().em(style));
    CHECK(made->width(style, "Hear them out") / static_cast<float>(made->em(style)) == before);
}

TEST_CASE("Fonts measure the same however much they have measured") {
    auto made = Fonts::open(small_panel());
    REQUIRE(made.has_value());
    const Style style{Size::base, Weight::regular};
    const float before = made->width(style, "Hear them out");
    for (int i = 0; i < 25'000; ++i) {
        static_cast<void>(made->width(style, std::to_string(i)));
    }
    CHECK(made->width(style, "Hear them out") == before);
}

TEST_CASE("Fonts that were moved measure as before") {
    auto made = Fonts::open(small_panel());
    REQUIRE(made.has_value());
    const Style style{Size::base, Weight::regular};
    const float width = made->width(style, "Hear them out");
    const Fonts moved = std::move(*made);
    CHECK(moved.width(style, "Hear them out") == width);
    CHECK(width == fonts().width(style, "Hear them out"));
}
