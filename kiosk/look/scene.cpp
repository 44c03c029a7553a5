#include "look/scene.h"

#include <algorithm>

namespace look {

std::string_view to_string(Role role) {
    switch (role) {
    case Role::button: return "button";
    case Role::tab: return "tab";
    case Role::card: return "card";
    case Role::step: return "step";
    case Role::field: return "field";
    case Role::key: return "key";
    case Role::link: return "link";
    }
    return "button";
}

const Target* Scene::find(std::string_view id) const {
    const auto found = std::ranges::find(targets, id, &Target::id);
    return found != targets.end() ? &*found : nullptr;
}

const Target* Scene::at(float x, float y) const {
    const auto found = std::ranges::find_if(
        targets, [&](const Target& t) { return t.enabled && t.rect.contains(x, y); });
    return found != targets.end() ? &*found : nullptr;
}

} // namespace look
