#include "glass_rules.h"
#include "views.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace {

/// A sound screen, to be spoilt.
struct Sound {
    Bench bench{starter_library(), panel_of({1920, 1080, 23.8})};
    screens::Screen screen = bench.compose(bench.start());

    look::Text& first_text() {
        const auto found = std::ranges::find_if(screen.scene.marks, [](const look::Mark& mark) {
            return std::holds_alternative<look::Text>(mark);
        });
        return std::get<look::Text>(*found);
    }
    look::Target& first_target() { return screen.scene.targets.front(); }
    bool breaks(std::string_view rule) const {
        return std::ranges::any_of(breaches(screen, bench.look()), [&](const std::string& breach) {
            return breach.find(rule) != std::string::npos;
        });
    }
};

} // namespace

TEST_CASE("the rules of the glass find each fault that is put into a sound screen") {
    Sound sound;
    REQUIRE(breaches(sound.screen, sound.bench.look()).empty());

    SECTION("a picture over a text") {
        sound.screen.scene.marks.emplace_back(
            look::Photo{.file = "images/a.png", .rect = sound.first_text().rect.grown(200)});
        CHECK(sound.breaks("lies over something else"));
    }
    SECTION("a picture outside the glass, and one too small") {
        sound.screen.scene.marks.emplace_back(
            look::Photo{.file = "images/a.png", .rect = {-5000, 0, 10, 10}});
        CHECK(sound.breaks("leaves the glass"));
        CHECK(sound.breaks("is too small to be seen"));
    }
    SECTION("a clipped text") {
        sound.first_text().clipped = true;
        CHECK(sound.breaks("is clipped"));
    }
    SECTION("two texts over one another") {
        look::Text copy = sound.first_text();
        copy.rect.x += 3;
        sound.screen.scene.marks.emplace_back(copy);
        CHECK(sound.breaks("overlap"));
    }
    SECTION("a button of 15 mm") {
        sound.first_target().rect.h = sound.bench.look().panel.px(15);
        CHECK(sound.breaks("is too small"));
    }
    SECTION("low contrast") {
        sound.first_text().ink = look::rgb(0x808080);
        CHECK(sound.breaks("too little contrast"));
    }
    SECTION("small letters") {
        sound.first_text().cap_px = sound.bench.look().panel.px(4);
        CHECK(sound.breaks("too small"));
    }
    SECTION("a target beyond the edge") {
        sound.first_target().rect.x = -10;
        CHECK(sound.breaks("leaves the glass"));
    }
    SECTION("two targets side by side") {
        sound.screen.scene.targets.at(1).rect.x = sound.first_target().rect.right() + 1;
        CHECK(sound.breaks("too close"));
    }
    SECTION("a target that does nothing") {
        sound.first_target().id = "nothing";
        CHECK(sound.breaks("does nothing"));
    }
    SECTION("a target without a label") {
        sound.first_target().label.clear();
        CHECK(sound.breaks("has no label"));
    }
}
