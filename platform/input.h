#pragma once

#include "platform/moment.h"

#include <cstdint>
#include <string>
#include <variant>

/// What hands do to the machine, as plain data in the order in which it happened.
namespace platform {

/// Keys by where they are: `row_1` … `row_equal` are the twelve keys of the number row on every
/// layout, whatever is printed on them.
enum class Key : std::uint8_t {
    other,
    row_1,
    row_2,
    row_3,
    row_4,
    row_5,
    row_6,
    row_7,
    row_8,
    row_9,
    row_0,
    row_minus,
    row_equal,
    f1,
    f2,
    f3,
    f4,
    f9,
    f10,
    f11,
    f12,
    escape,
    enter,
    space,
    tab,
    backspace,
    del,
    left,
    right,
    up,
    down,
    page_up,
    page_down,
    home,
    end,
};

struct KeyPress {
    Key key = Key::other;
    bool shift = false;
    bool command = false; ///< Ctrl, Alt or Super is held: not meant for a card.
    bool repeat = false;  ///< From holding the key down.
    friend bool operator==(const KeyPress&, const KeyPress&) = default;
};

/// A character as the layout, dead keys and input method composed it. It follows the KeyPress that
/// it came from.
struct TypedText {
    std::string text; ///< UTF-8.
    friend bool operator==(const TypedText&, const TypedText&) = default;
};

/// The pointer: a mouse, or the first finger. Pixels of the window, from its top left corner.
struct PointerMove {
    double x = 0, y = 0;
    friend bool operator==(const PointerMove&, const PointerMove&) = default;
};
struct PointerDown {
    double x = 0, y = 0;
    friend bool operator==(const PointerDown&, const PointerDown&) = default;
};
struct PointerUp {
    double x = 0, y = 0;
    friend bool operator==(const PointerUp&, const PointerUp&) = default;
};
/// The wheel; positive towards the top of the page.
struct Wheel {
    double lines = 0;
    friend bool operator==(const Wheel&, const Wheel&) = default;
};

/// The window has another size, or what it showed was damaged: it has to be drawn again.
struct Exposed {
    friend bool operator==(const Exposed&, const Exposed&) = default;
};

/// The window lost the keyboard, or the pointer left it: nothing is being pressed any more.
struct Withdrawn {
    friend bool operator==(const Withdrawn&, const Withdrawn&) = default;
};

using Input = std::variant<KeyPress, TypedText, PointerMove, PointerDown, PointerUp, Wheel, Exposed,
                           Withdrawn>;

} // namespace platform
