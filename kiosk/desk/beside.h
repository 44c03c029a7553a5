#pragma once

#include <string>

/// The desk among other programs, as far as the desk knows of them.
namespace desk {

/// A person has put it away behind other programs, or brought it back.
struct SetAway {
    bool away = false;
    friend bool operator==(const SetAway&, const SetAway&) = default;
};
/// Whether its hotkey works; empty: it does.
struct HotkeyNews {
    std::string fault;
    friend bool operator==(const HotkeyNews&, const HotkeyNews&) = default;
};

} // namespace desk
