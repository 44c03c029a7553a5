#include "look/fonts.h"
#include "platform/fonts.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace look_test;
using Catch::Matchers::WithinAbs;
using look::Fonts;
using look::Glyphs;
using look::Size;
using look::Style;
using look::Weight;

namespace {

constexpr char32_t kHan = U'中';
constexpr char32_t kArabic = U'س';
constexpr char32_t kPrivate = 0x10FFFD;

const std::vector<Style> kTextStyles{
    {Size::small, Weight::regular},   {Size::small, Weight::bold},
    {Size::base, Weight::regular},    {Size::base, Weight::bold},
    {Size::large, Weight::regular},   {Size::large, Weight::bold},
    {Size::title, Weight::regular},   {Size::title, Weight::bold},
    {Size::display, Weight::regular}, {Size::display, Weight::bold}};

Fonts fonts_with(const Glyphs& text) {
    auto built = Fonts::build({.panel = small_panel(), .text = text, .letters = {U'H'}});
    REQUIRE(built.has_value());
    return std::move(*built);
}

bool installed(char32_t character) {
    return platform::find_font_with(character, platform::Weight::regular).has_value() &&
           platform::find_font_with(character, platform::Weight::bold).has_value();
}

} // namespace

TEST_CASE("The characters of a text are gathered, but no line breaks") {
    Glyphs glyphs{U'z'};
    look::add_glyphs(glyphs, "añ→😀\n\ta");
    CHECK(glyphs == Glyphs{U'z', U'a', U'ñ', U'→', U'😀'});
    look::add_glyphs(glyphs, "");
    CHECK(glyphs.size() == 5);
}

TEST_CASE("A text that is broken in the middle of a character is gathered to its end") {
    Glyphs glyphs;
    look::add_glyphs(glyphs, "a\xE4\xB8");
    CHECK(glyphs.contains(U'a'));
    CHECK_FALSE(glyphs.contains(kHan));
    look::add_glyphs(glyphs, "\xFF\xFE"
                             "b");
    CHECK(glyphs.contains(U'b'));
}

TEST_CASE("Fonts have the sizes of their panel") {
    const auto sizes = look::em_sizes(small_panel(), 0.668);
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

TEST_CASE("The two largest sizes have the letters that they were given") {
    for (const Size size : {Size::huge, Size::giant}) {
        CHECK(fonts().width({size, Weight::bold}, "W") > fonts().width({size, Weight::bold}, "H"));
    }
    CHECK(fonts().width({Size::giant, Weight::bold}, "W") >
          fonts().width({Size::huge, Weight::bold}, "W"));
}

TEST_CASE("Fonts serve for whatever needs no more than they were made for") {
    const look::FontOrder& made_for = fonts().order();
    CHECK(made_for.text == plain_glyphs());
    const auto serves = [&](const Glyphs& text, const Glyphs& letters = {}) {
        return made_for.covers({.panel = small_panel(), .text = text, .letters = letters});
    };
    CHECK(serves({}));
    CHECK(serves({U'a', U'ж', U'…'}, {U'W'}));
    CHECK(serves(plain_glyphs()));
    CHECK_FALSE(serves({U'a', kHan}));
    CHECK_FALSE(serves({U'a'}, {U'a'})); // which is no acronym's letter
    look::Panel other = small_panel();
    other.width_px += 1;
    CHECK_FALSE(made_for.covers({.panel = other, .text = {}, .letters = {}}));
}

TEST_CASE("Plain text lacks no character") {
    CHECK(fonts().missing().empty());
}

TEST_CASE("A character that no font has is known to be missing, and as wide as a box") {
    const Fonts made = fonts_with({U'a', kPrivate});
    CHECK(made.missing() == Glyphs{kPrivate});
    const Style style{Size::base, Weight::regular};
    CHECK(made.width(style, "\U0010FFFD") == made.width(style, "□"));
    CHECK(made.width(style, "\U0010FFFD") > 0);
}

TEST_CASE("Other scripts come from the installed fonts that have them, and miss none of those") {
    const Glyphs other{kHan, kArabic, U'ក', U'አ', U'ב', U'ท'};
    const Fonts made = fonts_with(other);
    for (const char32_t character : other) {
        CAPTURE(static_cast<unsigned>(character));
        CHECK(made.missing().contains(character) == !installed(character));
    }
}

TEST_CASE("Arabic, Hebrew and Khmer letters have a width of their own") {
    const Fonts made = fonts_with({kArabic, U'ב', U'ក'});
    const Style style{Size::base, Weight::regular};
    for (const auto& [character, text] : {std::pair{kArabic, "س"}, {U'ב', "ב"}, {U'ក', "ក"}}) {
        if (installed(character)) {
            CAPTURE(text);
            CHECK(made.width(style, text) > 0);
            CHECK(made.width(style, text) != made.width(style, "□"));
        }
    }
}

TEST_CASE("Fonts that were moved measure as before") {
    Fonts made = fonts_with(plain_glyphs());
    const Style style{Size::base, Weight::regular};
    const float width = made.width(style, "Hear them out");
    const Fonts moved = std::move(made);
    CHECK(moved.width(style, "Hear them out") == width);
    CHECK(width == fonts().width(style, "Hear them out"));
}
