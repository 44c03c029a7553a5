#pragma once

#include <cstdint>
#include <string>

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
    /// The tag of the interface's language, such as "es"; empty: that of the cards, if there is.
    std::string language;
    friend bool operator==(const Comfort&, const Comfort&) = default;
};

} // namespace desk
