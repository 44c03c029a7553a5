#include "platform/front.h"

#include "platform/xcb.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <initializer_list>
#include <optional>
#include <ranges>
#include <span>
#include <thread>
#include <utility>

namespace platform {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using xcb::Owned;

/// A window manager that has not done what it was asked to do by now will not do it.
constexpr auto kPatience = 1s;
/// How long a login takes to start a window manager.
constexpr auto kPatienceForManager = 5s;

// Of ICCCM and EWMH.
constexpr std::uint32_t kIconicState = 3;
constexpr std::uint32_t kFromPager = 2;

struct Atoms {
    explicit Atoms(const xcb::Connection& connection)
        : active(connection.atom("_NET_ACTIVE_WINDOW")),
          check(connection.atom("_NET_SUPPORTING_WM_CHECK")),
          clients(connection.atom("_NET_CLIENT_LIST")), desktop(connection.atom("_NET_WM_DESKTOP")),
          current_desktop(connection.atom("_NET_CURRENT_DESKTOP")),
          user_time(connection.atom("_NET_WM_USER_TIME")),
          change_state(connection.atom("WM_CHANGE_STATE")),
          tick(connection.atom("_DESKCARDS_TICK")) {}

    xcb_atom_t active, check, clients, desktop, current_desktop, user_time, change_state, tick;
};

bool has_manager(const xcb::Connection& connection, xcb_atom_t check) {
    const auto manager = connection.number(connection.root(), check);
    // What one left behind that has died does not point to itself.
    return manager && connection.number(*manager, check) == manager;
}

} // namespace

struct Front::Impl {
    explicit Impl(xcb_window_t of) : window(of) {
        const std::uint32_t events = XCB_EVENT_MASK_PROPERTY_CHANGE;
        xcb_create_window(connection.get(), XCB_COPY_FROM_PARENT, helper, connection.root(), 0, 0,
                          1, 1, 0, XCB_WINDOW_CLASS_INPUT_ONLY, XCB_COPY_FROM_PARENT,
                          XCB_CW_EVENT_MASK, &events);
    }

    Owned<xcb_get_window_attributes_reply_t> attributes(xcb_window_t of) const {
        return Owned<xcb_get_window_attributes_reply_t>(xcb_get_window_attributes_reply(
            connection.get(), xcb_get_window_attributes(connection.get(), of), nullptr));
    }
    bool is_seen(xcb_window_t of) const {
        const auto its = attributes(of);
        return its != nullptr && its->map_state == XCB_MAP_STATE_VIEWABLE &&
               its->_class == XCB_WINDOW_CLASS_INPUT_OUTPUT;
    }
    /// A window manager decides what happens to the window.
    bool is_managed() const {
        const auto its = attributes(window);
        return its != nullptr && its->override_redirect == 0 &&
               has_manager(connection, atoms.check);
    }
    xcb_window_t focus() const {
        const Owned<xcb_get_input_focus_reply_t> reply(xcb_get_input_focus_reply(
            connection.get(), xcb_get_input_focus(connection.get()), nullptr));
        return reply != nullptr ? reply->focus : xcb_window_t{XCB_NONE};
    }
    /// The one that has the keyboard; none if nobody can say.
    xcb_window_t active() const {
        return is_managed() ? connection.number(connection.root(), atoms.active).value_or(XCB_NONE)
                            : focus();
    }

    xcb_timestamp_t server_time() const;
    void ask_manager(xcb_window_t about, xcb_atom_t what,
                     std::initializer_list<std::uint32_t> values) const;
    void focus_on(xcb_window_t on) const;
    void come_forward_managed() const;
    void give_way_managed() const;
    void come_forward_alone() const;
    bool give_way_alone() const;
    /// Of those that can be seen but this one, the one in front of the others; or none.
    xcb_window_t next_behind() const;

    struct Asked {
        bool forward = false;
        Clock::time_point when;
    };

    xcb::Connection connection;
    Atoms atoms{connection};
    xcb_window_t helper = xcb_generate_id(connection.get());
    xcb_window_t window;
    xcb_window_t before = XCB_NONE; ///< Who had the keyboard when this one was brought forward.
    std::optional<Asked> asked;
};

/// The time on the server's clock, which window managers compare with that of the last key.
xcb_timestamp_t Front::Impl::server_time() const {
    constexpr std::uint8_t kBits = 32;
    xcb_change_property(connection.get(), XCB_PROP_MODE_APPEND, helper, atoms.tick,
                        XCB_ATOM_CARDINAL, kBits, 0, nullptr);
    connection.flush();
    while (const Owned<xcb_generic_event_t> event{xcb_wait_for_event(connection.get())}) {
        if (event->response_type == XCB_PROPERTY_NOTIFY) {
            const void* const bytes = event.get();
            return static_cast<const xcb_property_notify_event_t*>(bytes)->time;
        }
    }
    return XCB_CURRENT_TIME;
}

void Front::Impl::ask_manager(xcb_window_t about, xcb_atom_t what,
                              std::initializer_list<std::uint32_t> values) const {
    constexpr std::uint8_t kBits = 32;
    xcb_client_message_event_t message{};
    message.response_type = XCB_CLIENT_MESSAGE;
    message.format = kBits;
    message.window = about;
    message.type = what;
    std::ranges::copy(values, std::begin(message.data.data32));
    const void* const bytes = &message;
    xcb_send_event(connection.get(), 0, connection.root(),
                   XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY,
                   static_cast<const char*>(bytes));
}

void Front::Impl::come_forward_managed() const {
    constexpr std::uint8_t kBits = 32;
    const xcb_timestamp_t now = server_time();
    xcb_change_property(connection.get(), XCB_PROP_MODE_REPLACE, window, atoms.user_time,
                        XCB_ATOM_CARDINAL, kBits, 1, &now);
    if (const auto desktop = connection.number(connection.root(), atoms.current_desktop)) {
        ask_manager(window, atoms.desktop, {*desktop, kFromPager});
    }
    ask_manager(window, atoms.active, {kFromPager, now, XCB_NONE});
}

void Front::Impl::give_way_managed() const {
    ask_manager(window, atoms.change_state, {kIconicState});
    const auto clients = connection.numbers(connection.root(), atoms.clients);
    if (before != XCB_NONE && std::ranges::find(clients, before) != clients.end()) {
        ask_manager(before, atoms.active, {kFromPager, server_time(), window});
    }
}

void Front::Impl::focus_on(xcb_window_t on) const {
    xcb_set_input_focus(connection.get(), XCB_INPUT_FOCUS_POINTER_ROOT, on, XCB_CURRENT_TIME);
}

void Front::Impl::come_forward_alone() const {
    const std::uint32_t above = XCB_STACK_MODE_ABOVE;
    xcb_map_window(connection.get(), window);
    xcb_configure_window(connection.get(), window, XCB_CONFIG_WINDOW_STACK_MODE, &above);
    focus_on(window);
}

xcb_window_t Front::Impl::next_behind() const {
    const Owned<xcb_query_tree_reply_t> tree(xcb_query_tree_reply(
        connection.get(), xcb_query_tree(connection.get(), connection.root()), nullptr));
    if (tree == nullptr) {
        return XCB_NONE;
    }
    const std::span windows(xcb_query_tree_children(tree.get()),
                            static_cast<std::size_t>(xcb_query_tree_children_length(tree.get())));
    for (const xcb_window_t other : windows | std::views::reverse) {
        if (other != window && is_seen(other)) {
            return other;
        }
    }
    return XCB_NONE;
}

bool Front::Impl::give_way_alone() const {
    const xcb_window_t next = is_seen(before) ? before : next_behind();
    if (next == XCB_NONE) {
        return false;
    }
    xcb_unmap_window(connection.get(), window);
    focus_on(next);
    return true;
}

Front::Front(std::uint32_t window) : impl_(std::make_unique<Impl>(window)) {}
Front::Front(Front&&) noexcept = default;
Front& Front::operator=(Front&&) noexcept = default;
Front::~Front() = default;

bool Front::in_front() const {
    const bool is = impl_->active() == impl_->window;
    const auto& asked = impl_->asked;
    return asked && Clock::now() - asked->when < kPatience ? asked->forward : is;
}

void Front::come_forward() {
    const xcb_window_t active = impl_->active();
    if (active != impl_->window && active > XCB_INPUT_FOCUS_POINTER_ROOT) {
        impl_->before = active;
    }
    if (impl_->is_managed()) {
        impl_->come_forward_managed();
    } else {
        impl_->come_forward_alone();
    }
    impl_->connection.flush();
    impl_->asked = Impl::Asked{.forward = true, .when = Clock::now()};
}

bool Front::give_way() {
    if (impl_->is_managed()) {
        impl_->give_way_managed();
    } else if (!impl_->give_way_alone()) {
        return false;
    }
    impl_->connection.flush();
    impl_->asked = Impl::Asked{.forward = false, .when = Clock::now()};
    return true;
}

void Front::note_focus() {
    const auto& asked = impl_->asked;
    if (!asked || !asked->forward || Clock::now() - asked->when > kPatience) {
        impl_->before = XCB_NONE;
    }
}

void Front::begin_put_away(bool full_screen) const {
    constexpr std::uint8_t kBits = 32;
    constexpr std::uint32_t kStateHint = 2;
    const std::array<std::uint32_t, 9> hints{kStateHint, 0, kIconicState};
    const xcb::Connection& connection = impl_->connection;
    xcb_change_property(connection.get(), XCB_PROP_MODE_REPLACE, impl_->window, XCB_ATOM_WM_HINTS,
                        XCB_ATOM_WM_HINTS, kBits, hints.size(), hints.data());
    if (full_screen) {
        const xcb_atom_t state = connection.atom("_NET_WM_STATE_FULLSCREEN");
        xcb_change_property(connection.get(), XCB_PROP_MODE_REPLACE, impl_->window,
                            connection.atom("_NET_WM_STATE"), XCB_ATOM_ATOM, kBits, 1, &state);
    }
    xcb_map_window(connection.get(), impl_->window);
    connection.flush();
}

bool wait_for_window_manager() {
    const xcb::Connection connection;
    if (!connection.works()) {
        return false;
    }
    const xcb_atom_t check = connection.atom("_NET_SUPPORTING_WM_CHECK");
    const auto end = Clock::now() + kPatienceForManager;
    while (!has_manager(connection, check)) {
        if (Clock::now() > end) {
            return false;
        }
        std::this_thread::sleep_for(20ms);
    }
    return true;
}

} // namespace platform
