#pragma once

#include "look/geometry.h"

#include <optional>

namespace look {

/// The glass that staff look at, in pixels and millimetres.
struct Panel {
    int width_px = 0;
    int height_px = 0;
    double px_per_mm = 0;

    double width_mm() const { return width_px / px_per_mm; }
    double height_mm() const { return height_px / px_per_mm; }
    double diagonal_mm() const { return std::hypot(width_mm(), height_mm()); }
    /// Pixels that cover so many millimetres, rounded up to whole ones.
    float px(double mm) const { return static_cast<float>(std::ceil(mm * px_per_mm - 1e-6)); }
    Rect rect() const {
        return {0, 0, static_cast<float>(width_px), static_cast<float>(height_px)};
    }
    friend bool operator==(const Panel&, const Panel&) = default;
};

/// What is known of the size of a monitor: what it says of itself, and what the configuration says.
struct PanelFacts {
    int window_width_px = 0, window_height_px = 0;
    int monitor_width_px = 0, monitor_height_px = 0;
    double monitor_width_mm = 0, monitor_height_mm = 0;
    std::optional<double> configured_width_mm; ///< The width of the visible picture.
};

/// The panel that the facts describe. The configuration is believed; a monitor is believed if it
/// claims between 1.5 and 16 pixels a millimetre, equally across and down (televisions and adapters
/// claim anything); otherwise 96 pixels an inch are assumed, as desktops do.
Panel find_panel(const PanelFacts& facts);

/// The three ways in which a screen is laid out.
enum class Form {
    wide,    ///< A desk monitor: header over all, rail on the left, contacts below.
    compact, ///< A small panel: the rail takes the full height, the rest is beside it.
    tall,    ///< Upright: the rail is a row within reach of a seated hand.
};

/// `letters` is how many times larger than usual they are: they need a larger panel.
Form form_of(const Panel& panel, double letters = 1);

/// Whether a panel is under 9 inches.
bool is_small(const Panel& panel);

/// The smallest side of a target, mm: 20; 14 on panels under 9 inches.
double min_target_mm(const Panel& panel);

/// The smallest side of a key of the drawn keyboard, mm.
inline constexpr double kMinKeyMm = 14;

/// How far a finger may slip off a target and still mean it, mm.
inline constexpr double kSlipMm = 4;

} // namespace look
