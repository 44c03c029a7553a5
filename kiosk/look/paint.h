#pragma once

#include "look/glyphs.h"
#include "look/scene.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

struct ImDrawList;

namespace look {

/// A picture in the graphics memory.
struct Painted {
    std::uint64_t texture = 0;
    int width = 0; ///< Of the picture, px.
    int height = 0;
};

/// Gives the picture of a file; nothing if there is none, and then its room stays empty.
using FindPainted = std::function<std::optional<Painted>(const std::string& file)>;

/// What a scene is painted with.
struct Paints {
    const Fonts& fonts;
    GlyphCache& glyphs;
    const FindPainted& pictures;
};

/// Draws what reaches into a part of the glass. The scene decides everything; this only turns it
/// into triangles.
void paint(const Scene& scene, const Rect& part, const Paints& paints, ImDrawList& list);

/// Makes the pictures of a scene's letters, so that they are there when it is drawn.
void make_letters(const Scene& scene, const Fonts& fonts, GlyphCache& glyphs);

/// Where a picture of that size lies in its room: as large as it can be, twice its size at most, on
/// whole pixels; across in the middle.
Rect place_photo(const Rect& room, Down down, int width, int height);

} // namespace look
