#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <utility>

namespace look_test {

look::Panel panel_of(double inches, int width_px, int height_px) {
    const double diagonal = std::hypot(width_px, height_px);
    return {.width_px = width_px, .height_px = height_px, .px_per_mm = diagonal / (inches * 25.4)};
}

look::Panel small_panel() {
    return panel_of(10, 1024, 600);
}

const look::Fonts& fonts() {
    static const look::Fonts made = [] {
        auto opened = look::Fonts::open(small_panel());
        REQUIRE(opened.has_value());
        return std::move(*opened);
    }();
    return made;
}

look::Look small_look() {
    return {.panel = small_panel(), .theme = look::kLight, .fonts = &fonts()};
}

int Chance::number(int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(engine_);
}

float Chance::real(float least, float most) {
    return std::uniform_real_distribution<float>(least, most)(engine_);
}

std::string random_text(Chance& chance, int words) {
    const std::vector<std::string> letters{"a", "b", "e", "i", "m", "W", "é", "ü", "ж", "o", "k"};
    std::string text;
    for (int i = 0; i < words; ++i) {
        text += i > 0 ? " " : "";
        const int length = chance.number(0, 9) == 0 ? chance.number(20, 60) : chance.number(1, 9);
        for (int n = 0; n < length; ++n) {
            text += chance.one_of(letters);
        }
    }
    return text;
}

} // namespace look_test
