#include "look/panel.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using look::Form;
using look::Panel;
using look::PanelFacts;

namespace {

constexpr double kAssumed = 96 / 25.4;

/// A window that fills a monitor of 1920 × 1080 that says how large it is.
PanelFacts monitor(double width_mm, double height_mm) {
    return {.window_width_px = 1920,
            .window_height_px = 1080,
            .monitor_width_px = 1920,
            .monitor_height_px = 1080,
            .monitor_width_mm = width_mm,
            .monitor_height_mm = height_mm,
            .configured_width_mm = std::nullopt};
}

double density(const PanelFacts& facts) {
    return look::find_panel(facts).px_per_mm;
}

} // namespace

TEST_CASE("A monitor that tells a likely size is believed") {
    const Panel panel = look::find_panel(monitor(531, 299));
    CHECK(panel.width_px == 1920);
    CHECK(panel.height_px == 1080);
    CHECK_THAT(panel.px_per_mm, WithinRel(1920 / 531.0, 1e-9));
    CHECK_THAT(panel.width_mm(), WithinRel(531.0, 1e-9));
    CHECK_THAT(panel.height_mm(), WithinRel(298.7, 1e-3));
    CHECK_THAT(panel.diagonal_mm(), WithinRel(609.2, 1e-3));
}

TEST_CASE("A monitor that lies about its size is taken for one of 96 pixels an inch") {
    CHECK_THAT(density(monitor(0, 0)), WithinRel(kAssumed, 1e-9));
    CHECK_THAT(density(monitor(531, 0)), WithinRel(kAssumed, 1e-9));
    CHECK_THAT(density(monitor(160, 90)), WithinRel(1920 / 160.0, 1e-9));
    CHECK_THAT(density(monitor(16, 9)), WithinRel(kAssumed, 1e-9));
    CHECK_THAT(density(monitor(1600, 900)), WithinRel(kAssumed, 1e-9));
    CHECK_THAT(density(monitor(-531, -299)), WithinRel(kAssumed, 1e-9));
}

TEST_CASE("A monitor whose pixels are not nearly square is not believed") {
    CHECK_THAT(density(monitor(531, 350)), WithinRel(kAssumed, 1e-9));
    CHECK_THAT(density(monitor(531, 250)), WithinRel(kAssumed, 1e-9));
    CHECK_THAT(density(monitor(531, 320)), WithinRel(1920 / 531.0, 1e-9));
}

TEST_CASE("The configured width is believed before anything that the monitor says") {
    for (const auto& said : {monitor(531, 299), monitor(0, 0), monitor(16, 9)}) {
        PanelFacts facts = said;
        facts.configured_width_mm = 480;
        CHECK_THAT(density(facts), WithinRel(4.0, 1e-9));
    }
}

TEST_CASE("A configured width that cannot be is passed over") {
    PanelFacts facts = monitor(531, 299);
    facts.configured_width_mm = 0;
    CHECK_THAT(density(facts), WithinRel(1920 / 531.0, 1e-9));
    facts.configured_width_mm = -480;
    CHECK_THAT(density(facts), WithinRel(1920 / 531.0, 1e-9));
}

TEST_CASE("A window smaller than the monitor has the monitor's pixels and its own size") {
    PanelFacts facts = monitor(531, 299);
    facts.window_width_px = 800;
    facts.window_height_px = 480;
    const Panel panel = look::find_panel(facts);
    CHECK(panel.width_px == 800);
    CHECK_THAT(panel.width_mm(), WithinRel(800 * 531 / 1920.0, 1e-9));
    facts.configured_width_mm = 480;
    CHECK_THAT(density(facts), WithinRel(4.0, 1e-9));
}

TEST_CASE("Without a monitor the configured width is the window's") {
    const PanelFacts facts{
        .window_width_px = 800, .window_height_px = 480, .configured_width_mm = 160};
    CHECK_THAT(density(facts), WithinRel(5.0, 1e-9));
}

TEST_CASE("Millimetres become whole pixels that are never too few") {
    const Panel panel{.width_px = 1000, .height_px = 500, .px_per_mm = 3.7};
    CHECK(panel.px(20) == 74);
    CHECK(panel.px(20.01) == 75);
    CHECK(panel.px(0.1) == 1);
    CHECK(panel.px(0) == 0);
    CHECK(panel.rect() == look::Rect{0, 0, 1000, 500});
}

TEST_CASE("A panel higher than wide is tall, a low one compact, others wide") {
    CHECK(look::form_of(look_test::panel_of(24, 1920, 1080)) == Form::wide);
    CHECK(look::form_of(look_test::panel_of(24, 1080, 1920)) == Form::tall);
    CHECK(look::form_of(look_test::panel_of(7, 600, 1024)) == Form::tall);
    CHECK(look::form_of(look_test::panel_of(7, 1024, 600)) == Form::compact);
    CHECK(look::form_of({.width_px = 300, .height_px = 170, .px_per_mm = 1}) == Form::wide);
    CHECK(look::form_of({.width_px = 300, .height_px = 169, .px_per_mm = 1}) == Form::compact);
    CHECK(look::form_of({.width_px = 300, .height_px = 300, .px_per_mm = 1}) == Form::wide);
}

TEST_CASE("A target is 20 mm, and 14 mm on a panel under 9 inches") {
    CHECK(look::min_target_mm(look_test::panel_of(24, 1920, 1080)) == 20);
    CHECK(look::min_target_mm(look_test::panel_of(9.01, 1024, 600)) == 20);
    CHECK(look::min_target_mm(look_test::panel_of(8.99, 1024, 600)) == 14);
    CHECK(look::min_target_mm(look_test::panel_of(7, 600, 1024)) == 14);
    CHECK(look::kMinKeyMm == 14);
    CHECK(look::kSlipMm == 4);
}

TEST_CASE("The gap between targets is two millimetres at least on every panel") {
    for (const double inches : {5.0, 7.0, 10.1, 15.6, 24.0, 55.0}) {
        look::Look look = look_test::small_look();
        look.panel = look_test::panel_of(inches, 1920, 1080);
        const auto fitted = look::Fonts::open(look.panel);
        REQUIRE(fitted.has_value());
        look.fonts = &*fitted;
        CAPTURE(inches);
        CHECK(static_cast<double>(look.gap()) >= 2 * look.panel.px_per_mm - 0.001);
        CHECK(look.hairline() >= 1);
        CHECK(look.pad() > 0);
        CHECK(look.radius() > 0);
        CHECK_THAT(look.min_target(),
                   WithinAbs(look::min_target_mm(look.panel) * look.panel.px_per_mm, 1));
    }
}
