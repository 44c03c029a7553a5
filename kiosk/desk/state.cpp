#include "desk/state.h"

namespace desk {

View::View(const View& other) = default;
View::View(View&& other) noexcept = default;
View& View::operator=(const View& other) = default;
View& View::operator=(View&& other) noexcept = default;
View::~View() = default;

bool operator==(const View& a, const View& b) {
    const View::variant& one = a;
    const View::variant& other = b;
    return one == other;
}

} // namespace desk
