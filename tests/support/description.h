#pragma once

#include "support/x_eyes.h"
#include "support/x_hands.h"

#include <string>
#include <string_view>
#include <vector>

namespace support {

/// Something on the glass that can be pressed, as the desk describes it.
struct Target {
    std::string id;
    std::string role;
    std::string label;
    std::string key;
    double x = 0, y = 0, w = 0, h = 0; ///< px.
    bool enabled = false;
    bool chosen = false;
    bool focused = false;

    Point centre() const { return {.x = x + w / 2, .y = y + h / 2}; }
    /// The whole pixels that are inside it.
    Area area() const;
};

/// What is on the glass, as the desk describes it.
struct Description {
    std::string screen;
    std::string card; ///< Empty: none.
    int step = 0;     ///< From 1; 0: none.
    int page = 0;
    int pages = 0;
    long frames = 0;
    double longest_ms = 0;
    double px_per_mm = 0;
    std::vector<Target> targets;
    std::vector<std::string> texts;

    /// Whether these words stand on the glass.
    bool says(std::string_view words) const;
    const Target* find(std::string_view id) const;
    /// Throws if there is none.
    const Target& at(std::string_view id) const;
    /// Id of the target that the keyboard is on; empty: none.
    std::string focused() const;
    /// "card fine-dispute", "step 2 of yelling-at-staff".
    std::string summary() const;
};

/// Reads what `deskcards describe --json` prints; throws if it is something else.
Description parse_description(const std::string& json_text);

} // namespace support
