#pragma once

#include <algorithm>
#include <cmath>

namespace look {

/// A rectangle in pixels of the window, from its top left corner.
struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    float centre_x() const { return x + w / 2; }
    float centre_y() const { return y + h / 2; }
    bool empty() const { return w <= 0 || h <= 0; }

    bool contains(float px, float py) const {
        return px >= x && px < right() && py >= y && py < bottom();
    }
    /// This rectangle with `by` more (or, if negative, less) on each side.
    Rect grown(float by) const { return {x - by, y - by, w + 2 * by, h + 2 * by}; }
    Rect grown(float by_x, float by_y) const {
        return {x - by_x, y - by_y, w + 2 * by_x, h + 2 * by_y};
    }
    bool overlaps(const Rect& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    /// Whether `other` lies inside, give or take `slack` pixels.
    bool holds(const Rect& other, float slack = 0.5F) const {
        return other.x >= x - slack && other.right() <= right() + slack && other.y >= y - slack &&
               other.bottom() <= bottom() + slack;
    }

    // Each of these cuts a strip off this rectangle and returns it; what is left stays, `gap` away.
    Rect take_top(float height, float gap = 0) {
        const Rect strip{x, y, w, height};
        y += height + gap;
        h -= height + gap;
        return strip;
    }
    Rect take_bottom(float height, float gap = 0) {
        h -= height + gap;
        return {x, bottom() + gap, w, height};
    }
    Rect take_left(float width, float gap = 0) {
        const Rect strip{x, y, width, h};
        x += width + gap;
        w -= width + gap;
        return strip;
    }
    Rect take_right(float width, float gap = 0) {
        w -= width + gap;
        return {right() + gap, y, width, h};
    }

    /// The cell of a grid of equal cells with `gap` between them; its edges lie on whole pixels.
    Rect cell(int column, int columns, int row, int rows, float gap) const {
        const auto edge = [gap](float from, float size, int i, int n) {
            return std::round(from + (size + gap) * static_cast<float>(i) / static_cast<float>(n));
        };
        const float left = edge(x, w, column, columns);
        const float top = edge(y, h, row, rows);
        return {left, top, edge(x, w, column + 1, columns) - gap - left,
                edge(y, h, row + 1, rows) - gap - top};
    }

    /// The smallest of the cells of such a grid: rounding makes some a pixel larger.
    Rect smallest_cell(int columns, int rows, float gap) const {
        const auto size = [gap](float of, int n) {
            return std::floor((of + gap) / static_cast<float>(n)) - gap;
        };
        return {x, y, size(w, columns), size(h, rows)};
    }

    friend bool operator==(const Rect&, const Rect&) = default;
};

} // namespace look
