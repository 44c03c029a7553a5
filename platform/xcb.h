#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <xcb/xcb.h>

/// The X server on a connection of one's own. What it refuses is an answer here, where Xlib, which
/// GLFW uses, would end the program.
namespace platform::xcb {

struct Free {
    void operator()(void* data) const { std::free(data); } // NOLINT: that is how XCB hands it over
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

/// A connection to the display that DISPLAY names.
class Connection {
public:
    Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    Connection(Connection&&) = delete;
    Connection& operator=(Connection&&) = delete;
    ~Connection();

    bool works() const { return xcb_connection_has_error(connection_) == 0; }
    xcb_connection_t* get() const { return connection_; }
    xcb_window_t root() const { return root_; }
    void flush() const { xcb_flush(connection_); }

    xcb_atom_t atom(std::string_view name) const;
    /// A property's numbers of 32 bits; none if it has none.
    std::vector<std::uint32_t> numbers(xcb_window_t window, xcb_atom_t property) const;
    /// The first of them.
    std::optional<std::uint32_t> number(xcb_window_t window, xcb_atom_t property) const;

private:
    xcb_connection_t* connection_;
    xcb_window_t root_ = XCB_NONE;
};

} // namespace platform::xcb
