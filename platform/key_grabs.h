#pragma once

#include "platform/chord.h"
#include "platform/xcb.h"

#include <cstdint>
#include <vector>

namespace platform {

/// One key, by its place, with the bits of what is held: what X grabs at a time.
struct KeyGrab {
    xcb_keycode_t key = 0;
    std::uint16_t held = 0;
    friend bool operator==(const KeyGrab&, const KeyGrab&) = default;
};

/// All that stands for a chord on the keyboard as it is now: each key that has it, with each
/// combination of the locks (Caps Lock, Num Lock, Scroll Lock), which have no say. Nothing if the
/// keyboard has no such key.
std::vector<KeyGrab> grabs_for(const Chord& chord, const xcb::Connection& connection);

} // namespace platform
