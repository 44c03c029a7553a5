#pragma once

#include "platform/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace platform {

/// A key with others held, as somebody writes it: "Ctrl+Alt+H".
struct Chord {
    bool control = false;
    bool alt = false;
    bool shift = false;
    bool super = false;
    std::string key;          ///< What is printed on it: "D", "F8", "Space".
    std::uint32_t symbol = 0; ///< What X calls it (a keysym).
    friend bool operator==(const Chord&, const Chord&) = default;
};

/// "Ctrl+Alt+H".
std::string to_string(const Chord& chord);

/// Reads a chord, in any case and order, with or without blanks. Fails with a sentence if it makes
/// no sense, or if somebody who types would press it all the time: keys that write need Super, or
/// two of Ctrl, Alt and Shift; keys that move about or delete need Ctrl, Alt or Super.
Result<Chord> parse_chord(std::string_view text);

} // namespace platform
