#include "look/shaper.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

using Catch::Matchers::WithinAbs;
using look::Direction;
using look::Faces;
using look::ShapedLine;
using look::Weight;

namespace {

Faces& faces() {
    static Faces opened = std::move(Faces::open().value());
    return opened;
}

ShapedLine shaped(std::string_view text) {
    return look::shape(faces(), Weight::regular, text, look::direction_of(text));
}

std::vector<std::uint32_t> glyphs_of(const ShapedLine& line) {
    std::vector<std::uint32_t> glyphs;
    for (const look::PlacedGlyph& glyph : line.glyphs) {
        glyphs.push_back(glyph.glyph);
    }
    return glyphs;
}

} // namespace

TEST_CASE("Nothing is shaped to nothing") {
    CHECK(shaped("").glyphs.empty());
    CHECK(shaped("").width == 0);
    CHECK(shaped("").complete);
}

TEST_CASE("Latin is a glyph a letter, from left to right, in the typeface") {
    const ShapedLine line = shaped("Hear them");
    REQUIRE(line.glyphs.size() == 9);
    for (std::size_t i = 1; i < line.glyphs.size(); ++i) {
        CHECK(line.glyphs.at(i).x > line.glyphs.at(i - 1).x);
        CHECK(line.glyphs.at(i).face == Faces::main(Weight::regular));
    }
    CHECK(line.width > line.glyphs.back().x);
}

TEST_CASE("A paragraph has the direction of its first letter") {
    CHECK(look::direction_of("Hear") == Direction::left_to_right);
    CHECK(look::direction_of("") == Direction::left_to_right);
    CHECK(look::direction_of("123") == Direction::left_to_right);
    CHECK(look::direction_of("1. سلام") == Direction::right_to_left);
    CHECK(look::direction_of("שלום Hear") == Direction::right_to_left);
    CHECK(look::direction_of("Hear שלום") == Direction::left_to_right);
}

TEST_CASE("Arabic letters take the forms of their places and run from right to left") {
    const ShapedLine joined = shaped("\u0633\u0633\u0633"); // three times the same letter, seen
    REQUIRE(joined.complete);
    REQUIRE(joined.glyphs.size() >= 3);
    const auto glyphs = glyphs_of(joined);
    CHECK(std::set(glyphs.begin(), glyphs.end()).size() > 1);
    const auto alone = shaped("\u0633").glyphs;
    CHECK(std::ranges::find(glyphs, alone.front().glyph) == glyphs.end());
    CHECK(joined.width < 3 * shaped("\u0633").width);

    const ShapedLine mixed = shaped("\u0633 12");
    CHECK(mixed.glyphs.front().face == Faces::main(Weight::regular)); // 12 stands at the left
}

TEST_CASE("A mark stands over its letter and takes no room, whichever way it is written") {
    CHECK_THAT(shaped("e\u0301").width, WithinAbs(static_cast<double>(shaped("é").width), 0.001));
    CHECK_THAT(shaped("\u1EC7").width, WithinAbs(static_cast<double>(shaped("e").width), 0.1));
    CHECK(shaped("\u1EC7").complete);
}

TEST_CASE("A letter and its mark come from one font") {
    for (const char* text : {"q\u0323\u0302", "e\u0323\u0302", "x\u0331"}) {
        CAPTURE(text);
        const ShapedLine line = shaped(text);
        for (const look::PlacedGlyph& glyph : line.glyphs) {
            CHECK(glyph.face == line.glyphs.front().face);
        }
    }
}

TEST_CASE("A Devanagari vowel that is read after its consonant is drawn before it") {
    const ShapedLine ki = shaped("\u0915\u093F"); // ka, then i
    const ShapedLine ka = shaped("\u0915");
    REQUIRE(ki.complete);
    REQUIRE(ki.glyphs.size() == 2);
    CHECK(ki.glyphs.at(1).glyph == ka.glyphs.at(0).glyph);
    CHECK(shaped("\u0915\u094D\u0937").glyphs.size() == 1); // a conjunct
}

TEST_CASE("Characters of many scripts come from installed fonts, none as a box") {
    for (const char* text : {"中文", "日本語", "한국어", "አማርኛ", "ភាសាខ្មែរ", "ไทย", "עברית", "தமிழ்",
                             "Українська", "Tiếng Việt"}) {
        CAPTURE(text);
        CHECK(shaped(text).complete);
    }
}

TEST_CASE("A character that no font has is a box, and said so") {
    const ShapedLine line = shaped("a\U0010FFFDb");
    CHECK_FALSE(line.complete);
    REQUIRE(line.glyphs.size() == 3);
    CHECK(line.glyphs.at(1).glyph == shaped("□").glyphs.at(0).glyph);
    CHECK_THAT(line.width, WithinAbs(static_cast<double>(shaped("a□b").width), 0.001));
}

TEST_CASE("Any bytes are shaped") {
    for (const char* text : {"\xFF", "\xE4\xB8", "a\x80z", "\n\t", "\u200D", "\u0301"}) {
        CHECK(shaped(text).width >= 0);
    }
}
