#include "platform/xcb.h"

#include <span>

namespace platform::xcb {

Connection::Connection() : connection_(nullptr) {
    int screen_number = 0;
    connection_ = xcb_connect(nullptr, &screen_number);
    if (!works()) {
        return;
    }
    auto screens = xcb_setup_roots_iterator(xcb_get_setup(connection_));
    for (; screens.rem > 1 && screen_number > 0; --screen_number) {
        xcb_screen_next(&screens);
    }
    root_ = screens.data->root;
}

Connection::~Connection() {
    xcb_disconnect(connection_);
}

xcb_atom_t Connection::atom(std::string_view name) const {
    const Owned<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(
        connection_,
        xcb_intern_atom(connection_, 0, static_cast<std::uint16_t>(name.size()), name.data()),
        nullptr));
    return reply != nullptr ? reply->atom : xcb_atom_t{XCB_NONE};
}

std::vector<std::uint32_t> Connection::numbers(xcb_window_t window, xcb_atom_t property) const {
    constexpr std::uint32_t kMost = 4096;
    constexpr int kBits = 32;
    const Owned<xcb_get_property_reply_t> reply(xcb_get_property_reply(
        connection_,
        xcb_get_property(connection_, 0, window, property, XCB_GET_PROPERTY_TYPE_ANY, 0, kMost),
        nullptr));
    if (reply == nullptr || reply->format != kBits) {
        return {};
    }
    const std::span values(static_cast<const std::uint32_t*>(xcb_get_property_value(reply.get())),
                           reply->value_len);
    return {values.begin(), values.end()};
}

std::optional<std::uint32_t> Connection::number(xcb_window_t window, xcb_atom_t property) const {
    const auto all = numbers(window, property);
    return all.empty() ? std::nullopt : std::optional(all.front());
}

} // namespace platform::xcb
