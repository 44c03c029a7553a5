#include "look/glyphs.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

using namespace look_test;
using look::GlyphCache;
using look::PagePart;
using look::Weight;

namespace {

/// Pages that count what is filled, and how often.
class CountingPages final : public look::GlyphPages {
public:
    std::uint64_t add(int side) override {
        if (pages.size() == most) {
            return 0;
        }
        const std::uint64_t name = ++last_;
        pages[name].resize(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
        return name;
    }
    void remove(std::uint64_t page) override { pages.erase(page); }
    void fill(std::uint64_t page, const PagePart& part,
              std::span<const std::uint8_t> coverage) override {
        REQUIRE(coverage.size() ==
                static_cast<std::size_t>(part.w) * static_cast<std::size_t>(part.h));
        REQUIRE(part.x >= 0);
        REQUIRE(part.y >= 0);
        REQUIRE(part.x + part.w <= GlyphCache::kPageSide);
        REQUIRE(part.y + part.h <= GlyphCache::kPageSide);
        for (int y = 0; y < part.h; ++y) {
            for (int x = 0; x < part.w; ++x) {
                auto& times = pages.at(page).at(
                    static_cast<std::size_t>((part.y + y) * GlyphCache::kPageSide + part.x + x));
                REQUIRE(times == 0); // no two glyphs in one place
                times = 1;
            }
        }
        covered += std::accumulate(coverage.begin(), coverage.end(), 0UZ);
        ++filled;
    }

    std::map<std::uint64_t, std::vector<std::uint8_t>> pages;
    std::size_t most = 1000;
    std::size_t filled = 0;
    std::size_t covered = 0;

private:
    std::uint64_t last_ = 0;
};

look::PlacedGlyph glyph_of(std::string_view text) {
    return fonts().shaped(Weight::regular, text, look::Direction::left_to_right).glyphs.at(0);
}

} // namespace

TEST_CASE("A glyph's picture is made once, and stands on the baseline") {
    CountingPages pages;
    GlyphCache cache(fonts(), pages);
    cache.begin_frame();
    const auto glyph = glyph_of("H");
    const auto picture = cache.find(glyph.face, glyph.glyph, 40, 0);
    REQUIRE(picture.has_value());
    CHECK(picture->top == -picture->part.h);
    CHECK(picture->part.h >= 26); // 0.668 of the em
    CHECK(picture->part.h <= 28);
    CHECK(pages.covered > 0);
    CHECK(cache.find(glyph.face, glyph.glyph, 40, 0)->part.x == picture->part.x);
    CHECK(pages.filled == 1);
    CHECK(cache.find(glyph.face, glyph.glyph, 40, 0.5F).has_value());
    CHECK(pages.filled == 2);
    CHECK(cache.find(glyph.face, glyph.glyph, 41, 0).has_value());
    CHECK(pages.filled == 3);
}

TEST_CASE("A space has no picture") {
    CountingPages pages;
    GlyphCache cache(fonts(), pages);
    const auto glyph = glyph_of(" ");
    CHECK_FALSE(cache.find(glyph.face, glyph.glyph, 40, 0).has_value());
    CHECK(pages.filled == 0);
}

TEST_CASE("Glyphs fill page after page, none over another, and a new frame begins again") {
    CountingPages pages;
    GlyphCache cache(fonts(), pages);
    const auto face = look::Faces::main(Weight::regular);
    cache.begin_frame();
    for (int em = 20; em < 300; em += 7) {
        for (std::uint32_t glyph = 1; glyph < 120; ++glyph) {
            static_cast<void>(cache.find(face, glyph, em, 0.25F));
        }
    }
    CHECK(pages.pages.size() > 8);
    cache.begin_frame();
    CHECK(pages.pages.empty());
    CHECK(cache.find(face, 40, 40, 0).has_value());
    CHECK(pages.pages.size() == 1);
}

TEST_CASE("Where there is no room for another page, a glyph is not drawn") {
    CountingPages pages;
    pages.most = 0;
    GlyphCache cache(fonts(), pages);
    const auto glyph = glyph_of("H");
    CHECK_FALSE(cache.find(glyph.face, glyph.glyph, 40, 0).has_value());
}

TEST_CASE("A glyph wider than a page is drawn from a smaller picture of it") {
    CountingPages pages;
    GlyphCache cache(fonts(), pages);
    const auto glyph = glyph_of("W");
    const auto picture = cache.find(glyph.face, glyph.glyph, 2400, 0);
    REQUIRE(picture.has_value());
    CHECK(picture->scale > 1);
    CHECK(picture->part.w * picture->scale > GlyphCache::kPageSide);
}

TEST_CASE("Pages go with the cache") {
    CountingPages pages;
    {
        GlyphCache cache(fonts(), pages);
        const auto glyph = glyph_of("H");
        static_cast<void>(cache.find(glyph.face, glyph.glyph, 40, 0));
        CHECK(pages.pages.size() == 1);
    }
    CHECK(pages.pages.empty());
}

TEST_CASE("A round corner is a quarter of a disc, or of a ring", "[glyphs]") {
    constexpr double kPi = 3.14159265;
    CountingPages pages;
    GlyphCache cache(fonts(), pages);
    const auto disc = cache.corner(16, 0);
    REQUIRE(disc);
    CHECK(disc->part.w == 16);
    CHECK(disc->part.h == 16);
    const double quarter = kPi * 16 * 16 / 4;
    CHECK(std::abs(static_cast<double>(pages.covered) / 255 - quarter) < 1);
    pages.covered = 0;
    REQUIRE(cache.corner(16, 2));
    const double ring = quarter - kPi * 14 * 14 / 4;
    CHECK(std::abs(static_cast<double>(pages.covered) / 255 - ring) < 1);
    CHECK(cache.corner(16, 0)->part.x == disc->part.x);
    CHECK(pages.filled == 2);
}
