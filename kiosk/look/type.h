#pragma once

#include "look/panel.h"

#include <array>
#include <cstdint>

namespace look {

/// The sizes of letters, from the smallest there is.
enum class Size : std::uint8_t { small, base, large, title, display, huge, giant };
inline constexpr std::size_t kSizes = 7;

/// The way in which a paragraph is read.
enum class Direction : std::uint8_t { left_to_right, right_to_left };

enum class Weight : std::uint8_t { regular, bold };

struct Style {
    Size size = Size::base;
    Weight weight = Weight::regular;
    friend bool operator==(const Style&, const Style&) = default;
};

/// The next smaller style, or the same if there is none.
constexpr Style smaller(Style style) {
    if (style.size == Size::small) {
        return style;
    }
    return {static_cast<Size>(static_cast<int>(style.size) - 1), style.weight};
}

/// The smallest height of a capital letter on the glass, mm. ISO 9355-2 asks for 18 to 22 minutes
/// of arc; 4.8 mm is 23.6 minutes at 70 cm, arm's length across a desk.
inline constexpr double kMinCapMm = 4.8;

/// How far from their eyes people read it, mm, where nobody has said: an arm's length, and nearer
/// for a panel under 9 inches, which is held or stands close by.
double usual_viewing_distance_mm(const Panel& panel);

/// The height of a capital that is seen under 0.7° (EN 301 549, 5.1.4), mm: 8.6 at 70 cm.
double largest_cap_mm(double viewing_distance_mm);

/// How large letters are: as usual, or larger for those who see less well.
struct TypeScale {
    double least_cap_mm = kMinCapMm; ///< The smallest capital on the glass.

    /// How much larger than usual.
    double factor() const { return least_cap_mm / kMinCapMm; }
    friend bool operator==(const TypeScale&, const TypeScale&) = default;
};

/// Em sizes in whole pixels for a panel: larger letters on larger panels, and never a capital below
/// the least of the scale. `cap_per_em` is the typeface's height of capitals.
std::array<int, kSizes> em_sizes(const Panel& panel, const TypeScale& type, double cap_per_em);

/// The distance between baselines for letters of an em size, px: the gap is at least a third of the
/// type size.
constexpr int line_pitch(int em_px) {
    return (em_px * 4 + 2) / 3;
}

} // namespace look
