#pragma once

#include "platform/chord.h"

#include <functional>
#include <memory>
#include <string>

namespace platform {

/// A chord that reaches this program whichever program is in front: it is grabbed from the X
/// server, with and without the locks (Caps Lock, Num Lock, Scroll Lock), on a connection and a
/// thread of its own. When the keyboard's layout changes, it follows the key.
class Hotkey {
public:
    /// The chord was pressed; once, however long it is held.
    using Pressed = std::function<void()>;
    /// Empty if the chord can be heard; otherwise a sentence that says why not. Called when it
    /// cannot from the start, and whenever that changes. Another program's letting go of the chord
    /// is nothing that X tells.
    using Outcome = std::function<void(const std::string& fault)>;

    /// Once it is made, the chord can be heard, or `outcome` has said why not. From then on both
    /// are called on the hotkey's thread, until it is destroyed.
    Hotkey(Chord chord, Pressed pressed, Outcome outcome);
    Hotkey(const Hotkey&) = delete;
    Hotkey& operator=(const Hotkey&) = delete;
    Hotkey(Hotkey&&) = delete;
    Hotkey& operator=(Hotkey&&) = delete;
    ~Hotkey();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace platform
