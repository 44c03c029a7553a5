#include "desk/event.h"

namespace desk {

Event::Event(const Event& other) = default;
Event::Event(Event&& other) noexcept = default;
Event& Event::operator=(const Event& other) = default;
Event& Event::operator=(Event&& other) noexcept = default;
Event::~Event() = default;

bool operator==(const Event& a, const Event& b) {
    const Event::variant& one = a;
    const Event::variant& other = b;
    return one == other;
}

} // namespace desk
