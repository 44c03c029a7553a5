#include "look/panel.h"

namespace look {

namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kAssumedPxPerMm = 96 / kMmPerInch;

bool believable(const PanelFacts& facts) {
    if (facts.monitor_width_mm <= 0 || facts.monitor_height_mm <= 0) {
        return false;
    }
    const double across = facts.monitor_width_px / facts.monitor_width_mm;
    const double down = facts.monitor_height_px / facts.monitor_height_mm;
    return across > 1.5 && across < 16 && std::abs(across / down - 1) < 0.15;
}

} // namespace

Panel find_panel(const PanelFacts& facts) {
    Panel panel{.width_px = facts.window_width_px,
                .height_px = facts.window_height_px,
                .px_per_mm = kAssumedPxPerMm};
    const int across = facts.monitor_width_px > 0 ? facts.monitor_width_px : facts.window_width_px;
    if (facts.configured_width_mm && *facts.configured_width_mm > 0) {
        panel.px_per_mm = across / *facts.configured_width_mm;
    } else if (believable(facts)) {
        panel.px_per_mm = facts.monitor_width_px / facts.monitor_width_mm;
    }
    return panel;
}

bool is_small(const Panel& panel) {
    return panel.diagonal_mm() < 9 * kMmPerInch;
}

Form form_of(const Panel& panel, double letters) {
    if (panel.height_px > panel.width_px) {
        return Form::tall;
    }
    // Below this, four rail buttons, a header and the contacts no longer fit above one another.
    return panel.height_mm() >= 170 * letters ? Form::wide : Form::compact;
}

double min_target_mm(const Panel& panel) {
    return is_small(panel) ? 14 : 20;
}

} // namespace look
