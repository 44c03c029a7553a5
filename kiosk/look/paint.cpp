#include "look/paint.h"

#include "look/damage.h"
#include "look/layers.h"
#include "look/packed.h"
#include "look/paint_box.h"
#include "look/symbols.h"
#include "platform/texture_name.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

namespace look {

namespace {

using platform::texture_name;

/// What marks are painted with, and on.
struct Tools {
    const Paints& paints;
    Layers& layers;
};

void paint_mark(const Box& box, const Tools& tools) {
    paint_box(box, tools.paints.glyphs, tools.layers);
}

void paint_mark(const Drawing& drawing, const Tools& tools) {
    paint_symbol(drawing, tools.layers.list(Way::mixing, drawing.rect));
}

void paint_mark(const Photo& photo, const Tools& tools) {
    const auto picture = tools.paints.pictures(photo.file);
    if (!picture) {
        return;
    }
    const Rect at = place_photo(photo.rect, photo.down, picture->width, picture->height);
    tools.layers.list(Way::pictures, at)
        .AddImageRounded(texture_name(picture->texture), {at.x, at.y}, {at.right(), at.bottom()},
                         {0, 0}, {1, 1}, IM_COL32_WHITE, photo.radius);
}

/// A glyph's picture on a texture, drawn in whole pixels so that nothing is blurred, about a place
/// that is whole, too: its corner `x`, `y` from there, or the whole of it turned by half a turn
/// about that place.
void put_glyph(const GlyphCache::Picture& picture, ImTextureID texture, const ImVec2& place,
               const ImVec2& corner, const Text& text, ImDrawList& list) {
    constexpr auto kSide = static_cast<float>(GlyphCache::kPageSide);
    const auto& part = picture.part;
    const auto scale = static_cast<float>(picture.scale);
    const ImVec2 from{corner.x + static_cast<float>(picture.left) * scale,
                      corner.y + static_cast<float>(picture.top) * scale};
    const ImVec2 to{from.x + static_cast<float>(part.w) * scale,
                    from.y + static_cast<float>(part.h) * scale};
    const ImVec2 first{static_cast<float>(part.x) / kSide, static_cast<float>(part.y) / kSide};
    const ImVec2 last{static_cast<float>(part.x + part.w) / kSide,
                      static_cast<float>(part.y + part.h) / kSide};
    if (text.turned) {
        list.AddImage(texture, {place.x - to.x, place.y - to.y},
                      {place.x - from.x, place.y - from.y}, last, first, packed(text.ink));
    } else {
        list.AddImage(texture, {place.x + from.x, place.y + from.y},
                      {place.x + to.x, place.y + to.y}, first, last, packed(text.ink));
    }
}

/// Calls `put` with the picture of each letter of a text, its line, and the whole pixel that it is
/// at from the beginning of that line.
template <typename Put>
void for_each_letter(const Text& text, const Fonts& fonts, GlyphCache& glyphs, const Put& put) {
    const int em_px = fonts.em(text.style);
    const auto em = static_cast<float>(em_px);
    for (const TextLine& line : text.lines) {
        const ShapedLine& shaped = fonts.shaped(text.style.weight, line.text, text.direction);
        for (const PlacedGlyph& glyph : shaped.glyphs) {
            const float x = glyph.x * em;
            const float whole = std::floor(x);
            if (const auto picture = glyphs.find(glyph.face, glyph.glyph, em_px, x - whole)) {
                put(*picture, line, ImVec2{whole, std::round(-glyph.y * em)});
            }
        }
    }
}

void paint_mark(const Text& text, const Tools& tools) {
    const Paints& paints = tools.paints;
    tools.layers.list(Way::letters, text.rect);
    for_each_letter(text, paints.fonts, paints.glyphs,
                    [&](const GlyphCache::Picture& picture, const TextLine& line, ImVec2 corner) {
                        // Texts stand on whole pixels across; their lines may lie between two.
                        put_glyph(picture, texture_name(paints.glyphs.texture(picture)),
                                  {line.x, std::round(line.baseline)}, corner, text,
                                  tools.layers.letters(picture.page_number));
                    });
}

} // namespace

void make_letters(const Scene& scene, const Fonts& fonts, GlyphCache& glyphs) {
    for (const Mark& mark : scene.marks) {
        if (const auto* const text = std::get_if<Text>(&mark)) {
            for_each_letter(*text, fonts, glyphs, [](const auto&...) {});
        }
    }
}

Rect place_photo(const Rect& room, Down down, int width, int height) {
    constexpr float kMostEnlarged = 2; // beyond it shows more of its pixels than of its subject
    const auto w = static_cast<float>(width);
    const auto h = static_cast<float>(height);
    const float scale = std::min({room.w / w, room.h / h, kMostEnlarged});
    const float shown_w = std::max(1.0F, std::floor(w * scale));
    const float shown_h = std::max(1.0F, std::floor(h * scale));
    const float top = down == Down::top ? room.y : room.centre_y() - shown_h / 2;
    return {std::round(room.centre_x() - shown_w / 2), std::round(top), shown_w, shown_h};
}

void paint(const Scene& scene, const Rect& part, const Paints& paints, ImDrawList& list) {
    paints.glyphs.begin_frame();
    Layers layers(list);
    const Tools tools{.paints = paints, .layers = layers};
    for (const Mark& mark : scene.marks) {
        if (reach(mark).overlaps(part)) {
            std::visit([&](const auto& it) { paint_mark(it, tools); }, mark);
        }
    }
}

} // namespace look
