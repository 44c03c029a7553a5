#include "look/damage.h"

#include <algorithm>
#include <span>

namespace look {

namespace {

/// What is drawn between pixels touches the next one.
constexpr float kBlurred = 1;

Rect reach_of(const Text& text) {
    return text.rect.grown(text.cap_px); // some letters stand far above or below the others
}
template <typename Other>
Rect reach_of(const Other& mark) {
    return mark.rect.grown(kBlurred);
}

Rect around(const Rect& a, const Rect& b) {
    if (a.empty()) {
        return b;
    }
    const float x = std::min(a.x, b.x);
    const float y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

} // namespace

Rect reach(const Mark& mark) {
    return std::visit([](const auto& it) { return reach_of(it); }, mark);
}

Rect damage(const Scene& before, const Scene& after) {
    std::span<const Mark> old = before.marks;
    std::span<const Mark> now = after.marks;
    const auto same = static_cast<std::size_t>(std::ranges::mismatch(old, now).in1 - old.begin());
    old = old.subspan(same);
    now = now.subspan(same);
    while (!old.empty() && !now.empty() && old.back() == now.back()) {
        old = old.first(old.size() - 1);
        now = now.first(now.size() - 1);
    }
    Rect damaged;
    if (old.size() == now.size()) {
        for (std::size_t i = 0; i < old.size(); ++i) {
            if (old[i] != now[i]) {
                damaged = around(around(damaged, reach(old[i])), reach(now[i]));
            }
        }
        return damaged;
    }
    for (const std::span<const Mark> marks : {old, now}) {
        for (const Mark& mark : marks) {
            damaged = around(damaged, reach(mark));
        }
    }
    return damaged;
}

} // namespace look
