#include "look/geometry.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/catch_tostring.hpp>

#include <cmath>
#include <string>
#include <vector>

using look::Rect;
using look_test::Chance;

template <>
struct Catch::StringMaker<Rect> {
    static std::string convert(const Rect& r) {
        return std::to_string(r.x) + ", " + std::to_string(r.y) + ", " + std::to_string(r.w) +
               " × " + std::to_string(r.h);
    }
};

namespace {

/// On quarters of a pixel, so that sums come out exact.
Rect random_rect(Chance& chance) {
    const auto quarters = [&](int least, int most) {
        return static_cast<float>(chance.number(least * 4, most * 4)) / 4;
    };
    return {quarters(-500, 500), quarters(-500, 500), quarters(1, 4000), quarters(1, 4000)};
}

bool whole(float value) {
    return value == std::round(value);
}

} // namespace

TEST_CASE("A rectangle has the points on its left and top edges and not those on the others") {
    const Rect rect{10, 20, 30, 40};
    CHECK(rect.contains(10, 20));
    CHECK(rect.contains(39.9F, 59.9F));
    CHECK_FALSE(rect.contains(40, 30));
    CHECK_FALSE(rect.contains(30, 60));
    CHECK_FALSE(rect.contains(9.9F, 30));
    CHECK_FALSE(rect.contains(30, 19.9F));
}

TEST_CASE("A rectangle knows its edges, its middle and whether there is anything in it") {
    const Rect rect{10, 20, 30, 40};
    CHECK(rect.right() == 40);
    CHECK(rect.bottom() == 60);
    CHECK(rect.centre_x() == 25);
    CHECK(rect.centre_y() == 40);
    CHECK_FALSE(rect.empty());
    CHECK(Rect{0, 0, 0, 5}.empty());
    CHECK(Rect{0, 0, 5, -1}.empty());
}

TEST_CASE("A rectangle grows and shrinks on all sides") {
    const Rect rect{10, 20, 30, 40};
    CHECK(rect.grown(5) == Rect{5, 15, 40, 50});
    CHECK(rect.grown(-5) == Rect{15, 25, 20, 30});
    CHECK(rect.grown(2, -3) == Rect{8, 23, 34, 34});
}

TEST_CASE("Rectangles that only touch do not overlap") {
    const Rect rect{0, 0, 10, 10};
    CHECK_FALSE(rect.overlaps({10, 0, 10, 10}));
    CHECK_FALSE(rect.overlaps({0, 10, 10, 10}));
    CHECK_FALSE(rect.overlaps({-10, 0, 10, 10}));
    CHECK(rect.overlaps({9, 9, 10, 10}));
    CHECK(rect.overlaps({-5, 4, 30, 1}));
    CHECK(rect.overlaps({2, 2, 1, 1}));
}

TEST_CASE("A rectangle holds what lies inside it, give or take half a pixel") {
    const Rect rect{0, 0, 10, 10};
    CHECK(rect.holds({0, 0, 10, 10}));
    CHECK(rect.holds({-0.5F, 0, 10.5F, 10.5F}));
    CHECK_FALSE(rect.holds({-0.6F, 0, 5, 5}));
    CHECK_FALSE(rect.holds({0, -0.6F, 5, 5}));
    CHECK_FALSE(rect.holds({5, 0, 5.6F, 5}));
    CHECK_FALSE(rect.holds({0, 5, 5, 5.6F}));
    CHECK(rect.holds({0, 5, 5, 8}, 3));
}

TEST_CASE("A strip and what is left of the rectangle cover it but for the gap") {
    Chance chance(1);
    for (int i = 0; i < 2000; ++i) {
        const Rect whole_rect = random_rect(chance);
        const float size = static_cast<float>(chance.number(0, 200)) / 4;
        const float gap = static_cast<float>(chance.number(0, 40)) / 4;
        CAPTURE(whole_rect, size, gap);
        Rect rest = whole_rect;
        Rect strip = rest.take_top(size, gap);
        CHECK(strip == Rect{whole_rect.x, whole_rect.y, whole_rect.w, size});
        CHECK(rest.y == strip.bottom() + gap);
        CHECK(rest.bottom() == whole_rect.bottom());

        rest = whole_rect;
        strip = rest.take_bottom(size, gap);
        CHECK(strip == Rect{whole_rect.x, whole_rect.bottom() - size, whole_rect.w, size});
        CHECK(rest.y == whole_rect.y);
        CHECK(rest.bottom() + gap == strip.y);

        rest = whole_rect;
        strip = rest.take_left(size, gap);
        CHECK(strip == Rect{whole_rect.x, whole_rect.y, size, whole_rect.h});
        CHECK(rest.x == strip.right() + gap);
        CHECK(rest.right() == whole_rect.right());

        rest = whole_rect;
        strip = rest.take_right(size, gap);
        CHECK(strip == Rect{whole_rect.right() - size, whole_rect.y, size, whole_rect.h});
        CHECK(rest.x == whole_rect.x);
        CHECK(rest.right() + gap == strip.x);
    }
}

TEST_CASE("The cells of a grid cover the rectangle with exactly the gap between them") {
    Chance chance(2);
    for (int i = 0; i < 500; ++i) {
        const int columns = chance.number(1, 7);
        const int rows = chance.number(1, 9);
        const auto gap = static_cast<float>(chance.number(0, 20));
        Rect area = random_rect(chance);
        area.w += 200;
        area.h += 200;
        CAPTURE(area, columns, rows, gap);
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                const Rect cell = area.cell(column, columns, row, rows, gap);
                CHECK_FALSE(cell.empty());
                CHECK((whole(cell.x) && whole(cell.y) && whole(cell.w) && whole(cell.h)));
                if (column + 1 < columns) {
                    CHECK(area.cell(column + 1, columns, row, rows, gap).x == cell.right() + gap);
                }
                if (row + 1 < rows) {
                    CHECK(area.cell(column, columns, row + 1, rows, gap).y == cell.bottom() + gap);
                }
            }
        }
        const Rect first = area.cell(0, columns, 0, rows, gap);
        const Rect last = area.cell(columns - 1, columns, rows - 1, rows, gap);
        CHECK(std::abs(first.x - area.x) <= 0.5F);
        CHECK(std::abs(first.y - area.y) <= 0.5F);
        CHECK(std::abs(last.right() - area.right()) <= 0.51F);
        CHECK(std::abs(last.bottom() - area.bottom()) <= 0.51F);
    }
}

TEST_CASE("The cells of a grid are of one size, give or take a pixel") {
    Chance chance(3);
    for (int i = 0; i < 500; ++i) {
        const int columns = chance.number(2, 7);
        const Rect area = random_rect(chance);
        const Rect first = area.cell(0, columns, 0, 1, 4);
        for (int column = 1; column < columns; ++column) {
            const Rect cell = area.cell(column, columns, 0, 1, 4);
            CAPTURE(area, columns, column);
            CHECK(std::abs(cell.w - first.w) <= 1);
            CHECK(cell.h == first.h);
        }
    }
}

TEST_CASE("No cell of a grid is smaller than the smallest, or larger by more than a pixel") {
    Chance chance(4);
    for (int i = 0; i < 500; ++i) {
        const int columns = chance.number(1, 7);
        const int rows = chance.number(1, 9);
        const auto gap = static_cast<float>(chance.number(0, 20));
        Rect area = random_rect(chance);
        area.w += 200;
        area.h += 200;
        const Rect smallest = area.smallest_cell(columns, rows, gap);
        CAPTURE(area, columns, rows, gap);
        for (int column = 0; column < columns; ++column) {
            const Rect cell = area.cell(column, columns, column % rows, rows, gap);
            CHECK(cell.w >= smallest.w);
            CHECK(cell.h >= smallest.h);
            CHECK(cell.w <= smallest.w + 1);
            CHECK(cell.h <= smallest.h + 1);
        }
    }
}
