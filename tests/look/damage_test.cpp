#include "look/damage.h"

#include <catch2/catch_test_macros.hpp>

using look::Box;
using look::damage;
using look::Mark;
using look::Rect;
using look::Scene;
using look::Text;

namespace {

Box box(float x, look::Colour fill = look::rgb(0x123456)) {
    return {.rect = {x, 0, 10, 10}, .fill = fill};
}

Scene scene(std::vector<Mark> marks) {
    Scene scene;
    scene.marks = std::move(marks);
    return scene;
}

} // namespace

TEST_CASE("Scenes that look the same have no damage, whatever can be touched in them") {
    const Scene before = scene({box(0), box(100)});
    Scene after = before;
    after.title = "another";
    after.targets.emplace_back();
    CHECK(damage(before, after).empty());
    CHECK(damage({}, {}).empty());
}

TEST_CASE("What is changed, put in, taken out or moved is damaged, and nothing beside it") {
    const Scene before = scene({box(0), box(100), box(200), box(300)});
    const auto damaged = [&](std::vector<Mark> marks) {
        return damage(before, scene(std::move(marks)));
    };
    const Rect second{100, 0, 10, 10};
    const Rect changed = damaged({box(0), box(100, look::rgb(0xFFFFFF)), box(200), box(300)});
    CHECK(changed.holds(second));
    CHECK(changed.holds(second.grown(2)) == false);

    CHECK(damaged({box(0), box(200), box(300)}).holds(second));
    CHECK_FALSE(damaged({box(0), box(200), box(300)}).overlaps(Rect{200, 0, 10, 10}.grown(-3)));

    const Rect put_in = damaged({box(0), box(100), box(150), box(200), box(300)});
    CHECK(put_in.holds({150, 0, 10, 10}));
    CHECK_FALSE(put_in.overlaps(second.grown(-3)));

    const Rect moved = damaged({box(0), box(130), box(200), box(300)});
    CHECK(moved.holds(second));
    CHECK(moved.holds({130, 0, 10, 10}));

    const Rect swapped = damaged({box(0), box(200), box(100), box(300)});
    CHECK(swapped.holds(second));
    CHECK(swapped.holds({200, 0, 10, 10}));
}

TEST_CASE("Letters may reach out of what their text covers") {
    const Text text{.text = "g", .rect = {50, 50, 20, 30}, .cap_px = 12};
    CHECK(look::reach(text).holds(Rect{50, 50, 20, 30}.grown(12)));
}
