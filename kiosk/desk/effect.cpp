#include "desk/effect.h"

namespace desk {

Effect::Effect(const Effect& other) = default;
Effect::Effect(Effect&& other) noexcept = default;
Effect& Effect::operator=(const Effect& other) = default;
Effect& Effect::operator=(Effect&& other) noexcept = default;
Effect::~Effect() = default;

bool operator==(const Effect& a, const Effect& b) {
    const Effect::variant& one = a;
    const Effect::variant& other = b;
    return one == other;
}

} // namespace desk
