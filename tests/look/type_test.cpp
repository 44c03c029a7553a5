#include "look/type.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <vector>

using look::Size;
using look::Style;
using look::Weight;

namespace {

/// As fine as a panel's pixels are believed to be, per mm.
constexpr double kFinest = 16;

/// Panels from 7 to 55 inches, from the coarsest pixels to the finest, lying and standing.
std::vector<look::Panel> all_panels() {
    std::vector<look::Panel> panels;
    for (int half_inches = 14; half_inches <= 110; ++half_inches) {
        const double inches = half_inches / 2.0;
        for (const auto& [across, down] : {std::pair{800, 480},
                                           {1024, 600},
                                           {1024, 768},
                                           {1280, 800},
                                           {1366, 768},
                                           {1920, 1080},
                                           {2560, 1440},
                                           {3840, 2160},
                                           {7680, 4320}}) {
            const look::Panel panel = look_test::panel_of(inches, across, down);
            if (panel.px_per_mm <= kFinest) {
                panels.push_back(panel);
                panels.push_back(look_test::panel_of(inches, down, across));
            }
        }
    }
    return panels;
}

} // namespace

TEST_CASE("No capital is below 4.8 mm on any panel, in any typeface") {
    for (const look::Panel& panel : all_panels()) {
        for (const double cap_per_em : {0.6, 0.668, 0.7, 0.74}) {
            const auto sizes = look::em_sizes(panel, {}, cap_per_em);
            CAPTURE(panel.width_px, panel.height_px, panel.px_per_mm, cap_per_em);
            CHECK(*std::ranges::min_element(sizes) * cap_per_em / panel.px_per_mm >= 4.8 - 1e-9);
        }
    }
}

TEST_CASE("No size is smaller than the one before it on any panel") {
    for (const look::Panel& panel : all_panels()) {
        CAPTURE(panel.width_px, panel.height_px, panel.px_per_mm);
        CHECK(std::ranges::is_sorted(look::em_sizes(panel, {}, 0.668)));
    }
}

TEST_CASE("Letters grow with the panel and shrink with it no further than the minimum") {
    const auto on = [](double inches) {
        const look::Panel panel = look_test::panel_of(inches, 1920, 1080);
        return look::em_sizes(panel, {}, 0.668).at(static_cast<std::size_t>(Size::title)) /
               panel.px_per_mm;
    };
    CHECK(on(17) < on(24));
    CHECK(on(24) < on(31));
    const look::Panel tiny = look_test::panel_of(7, 1024, 600);
    CHECK(look::em_sizes(tiny, {}, 0.668).front() * 0.668 / tiny.px_per_mm < 5);
}

TEST_CASE("The gap between lines is a third of the type size at least") {
    for (int em = 1; em <= 600; ++em) {
        CAPTURE(em);
        CHECK(3 * (look::line_pitch(em) - em) >= em);
        CHECK(3 * (look::line_pitch(em) - em) < em + 3);
    }
}

TEST_CASE("The next smaller style keeps its weight, and below the smallest there is none") {
    CHECK(look::smaller({Size::giant, Weight::bold}) == Style{Size::huge, Weight::bold});
    CHECK(look::smaller({Size::base, Weight::regular}) == Style{Size::small, Weight::regular});
    CHECK(look::smaller({Size::small, Weight::bold}) == Style{Size::small, Weight::bold});
}

TEST_CASE("The largest letters are seen under 0.7 degrees") {
    CHECK(std::abs(look::largest_cap_mm(700) - 8.55) < 0.01);
    CHECK(look::largest_cap_mm(1000) > look::largest_cap_mm(700));
    for (const look::Panel& panel : all_panels()) {
        const double least = look::largest_cap_mm(look::usual_viewing_distance_mm(panel));
        const auto sizes = look::em_sizes(panel, {.least_cap_mm = least}, 0.668);
        CAPTURE(panel.width_px, panel.height_px, panel.px_per_mm);
        CHECK(sizes.front() * 0.668 / panel.px_per_mm >= least - 1e-9);
        CHECK(std::ranges::is_sorted(sizes));
    }
}
