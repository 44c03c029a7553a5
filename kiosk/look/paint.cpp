#include "look/paint.h"

#include "look/symbols.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include <imgui.h>

namespace look {

namespace {

ImU32 packed(Colour c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}

/// What marks are painted with, and on.
struct Tools {
    const Paints& paints;
    ImDrawList& list;
};

/// ImGui's name for a texture, which was a pointer before version 1.91.4 and is a number since.
template <typename Name>
Name texture_name(std::uint64_t texture) {
    if constexpr (std::is_pointer_v<Name>) {
        return reinterpret_cast<Name>(static_cast<std::uintptr_t>(texture)); // NOLINT: see above
    } else {
        return static_cast<Name>(texture);
    }
}

ImTextureID texture_of(std::uint64_t texture) {
    return texture_name<ImTextureID>(texture);
}

void paint_mark(const Box& box, const Tools& tools) {
    const Rect& r = box.rect;
    const ImDrawFlags corners =
        box.round == Box::Round::left ? ImDrawFlags_RoundCornersLeft : ImDrawFlags_RoundCornersAll;
    if (box.fill.a != 0) {
        tools.list.AddRectFilled({r.x, r.y}, {r.right(), r.bottom()}, packed(box.fill), box.radius,
                                 corners);
    }
    if (box.edge_px > 0) {
        const Rect middle = r.grown(-box.edge_px / 2);
        tools.list.AddRect({middle.x, middle.y}, {middle.right(), middle.bottom()},
                           packed(box.edge), box.radius, corners, box.edge_px);
    }
}

void paint_mark(const Drawing& drawing, const Tools& tools) {
    paint_symbol(drawing, tools.list);
}

void paint_mark(const Photo& photo, const Tools& tools) {
    const auto picture = tools.paints.pictures(photo.file);
    if (!picture) {
        return;
    }
    const Rect at = place_photo(photo.rect, photo.down, picture->width, picture->height);
    tools.list.AddImageRounded(texture_of(picture->texture), {at.x, at.y},
                               {at.right(), at.bottom()}, {0, 0}, {1, 1}, IM_COL32_WHITE,
                               photo.radius);
}

/// A glyph's picture, drawn in whole pixels so that nothing is blurred, about a place that is
/// whole, too: its corner `x`, `y` from there, or the whole of it turned by half a turn about that
/// place.
void put_glyph(const GlyphCache::Picture& picture, const ImVec2& place, float x, float y,
               bool turned, ImU32 ink, ImDrawList& list) {
    constexpr auto kSide = static_cast<float>(GlyphCache::kPageSide);
    const auto& part = picture.part;
    const auto scale = static_cast<float>(picture.scale);
    const ImVec2 from{x + static_cast<float>(picture.left) * scale,
                      y + static_cast<float>(picture.top) * scale};
    const ImVec2 to{from.x + static_cast<float>(part.w) * scale,
                    from.y + static_cast<float>(part.h) * scale};
    const ImVec2 first{static_cast<float>(part.x) / kSide, static_cast<float>(part.y) / kSide};
    const ImVec2 last{static_cast<float>(part.x + part.w) / kSide,
                      static_cast<float>(part.y + part.h) / kSide};
    ImTextureID page = texture_of(picture.page);
    if (turned) {
        list.AddImage(page, {place.x - to.x, place.y - to.y}, {place.x - from.x, place.y - from.y},
                      last, first, ink);
    } else {
        list.AddImage(page, {place.x + from.x, place.y + from.y}, {place.x + to.x, place.y + to.y},
                      first, last, ink);
    }
}

void paint_mark(const Text& text, const Tools& tools) {
    const int em_px = tools.paints.fonts.em(text.style);
    const auto em = static_cast<float>(em_px);
    for (const TextLine& line : text.lines) {
        const ShapedLine& shaped =
            tools.paints.fonts.shaped(text.style.weight, line.text, text.direction);
        // Texts stand on whole pixels across; their lines may lie between two.
        const float baseline = std::round(line.baseline);
        for (const PlacedGlyph& glyph : shaped.glyphs) {
            const float x = glyph.x * em;
            const float whole = std::floor(x);
            if (const auto picture =
                    tools.paints.glyphs.find(glyph.face, glyph.glyph, em_px, x - whole)) {
                put_glyph(*picture, {line.x, baseline}, whole, std::round(-glyph.y * em),
                          text.turned, packed(text.ink), tools.list);
            }
        }
    }
}

} // namespace

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

void paint(const Scene& scene, const Paints& paints, ImDrawList& list) {
    paints.glyphs.begin_frame();
    const Tools tools{.paints = paints, .list = list};
    for (const Mark& mark : scene.marks) {
        std::visit([&](const auto& it) { paint_mark(it, tools); }, mark);
    }
}

} // namespace look
