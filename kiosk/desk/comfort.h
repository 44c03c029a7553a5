#pragma once

#include <cstdint>

namespace desk {

enum class TextSize : std::uint8_t { normal, large, largest };
enum class Colours : std::uint8_t { light, dark, high_contrast };

/// How the glass suits whoever stands, or sits, before it. Staff choose it in the menu, and it is
/// kept.
struct Comfort {
    TextSize text = TextSize::normal;
    Colours colours = Colours::light;
    bool rail_on_right = false; ///< Where the four acronyms are.
    bool low = false;           ///< Everything to tap is low on the glass.
    friend bool operator==(const Comfort&, const Comfort&) = default;
};

} // namespace desk
