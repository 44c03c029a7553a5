#include "look/scene.h"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>

using look::Role;
using look::Scene;
using look::Target;

namespace {

Target target(const std::string& id, look::Rect rect, bool enabled = true) {
    return {.id = id, .label = id, .rect = rect, .enabled = enabled};
}

} // namespace

TEST_CASE("A target is found by its id and no other") {
    Scene scene;
    scene.targets = {target("a", {0, 0, 10, 10}), target("b", {10, 0, 10, 10})};
    REQUIRE(scene.find("b") != nullptr);
    CHECK(scene.find("b")->id == "b");
    CHECK(scene.find("") == nullptr);
    CHECK(scene.find("ab") == nullptr);
    CHECK(Scene{}.find("a") == nullptr);
}

TEST_CASE("The target under a point is found up to its edges") {
    Scene scene;
    scene.targets = {target("a", {0, 0, 10, 10}), target("b", {10, 0, 10, 10})};
    REQUIRE(scene.at(9.9F, 0) != nullptr);
    CHECK(scene.at(9.9F, 0)->id == "a");
    REQUIRE(scene.at(10, 0) != nullptr);
    CHECK(scene.at(10, 0)->id == "b");
    CHECK(scene.at(20, 5) == nullptr);
    CHECK(scene.at(5, 10) == nullptr);
    CHECK(scene.at(-1, 5) == nullptr);
}

TEST_CASE("A target that is out of use is not under any finger, but found by its id") {
    Scene scene;
    scene.targets = {target("off", {0, 0, 10, 10}, false), target("on", {5, 0, 10, 10})};
    CHECK(scene.at(2, 2) == nullptr);
    REQUIRE(scene.at(7, 2) != nullptr);
    CHECK(scene.at(7, 2)->id == "on");
    CHECK(scene.find("off") != nullptr);
}

TEST_CASE("Each role has a word of its own") {
    std::set<std::string_view> words;
    for (const Role role :
         {Role::button, Role::tab, Role::card, Role::step, Role::field, Role::key, Role::link}) {
        words.insert(look::to_string(role));
    }
    CHECK(words ==
          std::set<std::string_view>{"button", "tab", "card", "step", "field", "key", "link"});
}
