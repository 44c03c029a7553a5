#include "look/paint.h"

#include "look/symbols.h"

#include <imgui.h>

namespace look {

namespace {

ImU32 packed(Colour c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}

void paint_mark(const Box& box, const Fonts&, ImDrawList& list) {
    const Rect& r = box.rect;
    const ImDrawFlags corners =
        box.round == Box::Round::left ? ImDrawFlags_RoundCornersLeft : ImDrawFlags_RoundCornersAll;
    if (box.fill.a != 0) {
        list.AddRectFilled({r.x, r.y}, {r.right(), r.bottom()}, packed(box.fill), box.radius,
                           corners);
    }
    if (box.edge_px > 0) {
        const Rect middle = r.grown(-box.edge_px / 2);
        list.AddRect({middle.x, middle.y}, {middle.right(), middle.bottom()}, packed(box.edge),
                     box.radius, corners, box.edge_px);
    }
}

void paint_mark(const Drawing& drawing, const Fonts&, ImDrawList& list) {
    paint_symbol(drawing, list);
}

void paint_mark(const Text& text, const Fonts& fonts, ImDrawList& list) {
    ImFont* font = fonts.font(text.style);
    for (const TextLine& line : text.lines) {
        const ImVec2 top_left{line.x, std::round(line.baseline - font->Ascent)};
        list.AddText(font, font->FontSize, top_left, packed(text.ink), line.text.data(),
                     line.text.data() + line.text.size());
    }
}

} // namespace

void paint(const Scene& scene, const Fonts& fonts, ImDrawList& list) {
    for (const Mark& mark : scene.marks) {
        std::visit([&](const auto& it) { paint_mark(it, fonts, list); }, mark);
    }
}

} // namespace look
