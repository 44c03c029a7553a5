#include "look/canvas.h"

#include <algorithm>

namespace look {

namespace {

/// Where letters begin and end, as parts of the em around the baseline.
constexpr float kAboveBaseline = 0.76F;
constexpr float kBelowBaseline = 0.24F;

float scaled_mm(const Look& look, double reference_mm, double least_mm, double most_mm) {
    const double scale = look.panel.diagonal_mm() / 610;
    return look.panel.px(std::clamp(reference_mm * scale, least_mm, most_mm));
}

} // namespace

float Look::gap() const { return scaled_mm(*this, 4.4, 2.0, 5.0); }
float Look::pad() const { return scaled_mm(*this, 5.0, 1.6, 6.0); }
float Look::radius() const { return scaled_mm(*this, 4.4, 1.5, 5.0); }
float Look::hairline() const { return std::max(1.0F, std::round(panel.px(0.35))); }

float Look::height(Style style, std::size_t lines) const {
    return lines == 0 ? 0
                      : static_cast<float>(em(style)) + pitch(style) * static_cast<float>(lines - 1);
}

TextFit fit_text(const Look& look, Style style, std::string_view text, float width, float height) {
    TextFit fit{.wrapped = wrap(*look.fonts, style, text, width)};
    fit.height = look.height(style, fit.wrapped.lines.size());
    fit.fits = !fit.wrapped.broke_word && fit.height <= height;
    return fit;
}

Style fitting_style(const Look& look, Style style, std::string_view text, float width,
                    float height) {
    while (style.size != Size::small && !fit_text(look, style, text, width, height).fits) {
        style = smaller(style);
    }
    return style;
}

ChipSize chip_size(const Look& look, std::string_view key) {
    const Style style{Size::small, Weight::regular};
    const float h = std::round(static_cast<float>(look.em(style)) * 1.16F);
    return {std::max(h, std::ceil(look.fonts->width(style, key)) + h * 0.5F), h};
}

void Canvas::box(const Rect& rect, Colour fill, float radius) {
    scene_->marks.emplace_back(Box{.rect = rect, .fill = fill, .radius = radius});
}

void Canvas::sheet(const Rect& rect, const Ground& ground) {
    scene_->marks.emplace_back(Box{.rect = rect,
                                   .fill = ground.paper,
                                   .radius = look_->radius(),
                                   .edge = look_->theme.line,
                                   .edge_px = look_->hairline()});
}

void Canvas::symbol(Symbol symbol, const Rect& rect, Colour ink) {
    scene_->marks.emplace_back(Drawing{.symbol = symbol, .rect = rect, .ink = ink});
}

Rect Canvas::text(std::string_view text, const Rect& room, const Setting& setting) {
    const Fonts& fonts = *look_->fonts;
    const TextFit fit = fit_text(*look_, setting.style, text, room.w, room.h);
    const float em = static_cast<float>(look_->em(setting.style));
    const float pitch = look_->pitch(setting.style);
    const float span = pitch * static_cast<float>(fit.wrapped.lines.size() - 1);
    float baseline = room.y + em * kAboveBaseline;
    if (setting.down == Down::middle) {
        baseline = room.centre_y() + (fonts.cap(setting.style) - span) / 2;
    }
    baseline = std::round(baseline);

    Text mark{.text = std::string(text),
              .lines = {},
              .style = setting.style,
              .ink = setting.ink,
              .paper = setting.paper,
              .rect = {room.right(), baseline - em * kAboveBaseline, 0,
                       em * (kAboveBaseline + kBelowBaseline) + span},
              .cap_px = fonts.cap(setting.style),
              .clipped = !fit.fits};
    float right = room.x;
    for (const std::string_view line : fit.wrapped.lines) {
        const float width = fonts.width(setting.style, line);
        float x = room.x;
        if (setting.across != Across::left) {
            x += (room.w - width) * (setting.across == Across::centre ? 0.5F : 1.0F);
        }
        x = std::round(x);
        mark.lines.push_back({.text = std::string(line), .x = x, .baseline = baseline});
        mark.rect.x = std::min(mark.rect.x, x);
        right = std::max(right, x + width);
        baseline += pitch;
    }
    mark.rect.w = right - mark.rect.x;
    const Rect covered = mark.rect;
    if (!mark.lines.empty()) {
        scene_->marks.emplace_back(std::move(mark));
    }
    return covered;
}

void Canvas::chip(std::string_view key, float right, float top, Colour ink, Colour paper) {
    const ChipSize size = chip_size(*look_, key);
    const Rect rect{right - size.w, top, size.w, size.h};
    scene_->marks.emplace_back(Box{.rect = rect,
                                   .fill = paper,
                                   .radius = size.h * 0.22F,
                                   .edge = ink,
                                   .edge_px = look_->hairline()});
    text(key, rect,
         {.style = {Size::small, Weight::regular}, .ink = ink, .paper = paper, .across = Across::centre});
}

void Canvas::face(const Face& face, const Rect& rect, const Ground& ground) {
    const Fonts& fonts = *look_->fonts;
    const Rect room = rect.grown(-std::min(look_->pad(), rect.w * 0.08F), 0);
    const float symbol_w =
        face.symbol ? std::round(static_cast<float>(look_->em(face.style)) * 0.95F) : 0;
    const float between = std::round(static_cast<float>(look_->em(face.style)) * 0.4F);
    const float lead = symbol_w > 0 ? symbol_w + between : 0;

    Style style = face.style;
    std::string label;
    for (const std::string& candidate : face.labels) {
        style = fitting_style(*look_, face.style, candidate, room.w - lead,
                              static_cast<float>(look_->em(face.style)));
        if (fonts.width(style, candidate) <= room.w - lead) {
            label = candidate;
            break;
        }
    }
    const bool wrapped = label.empty() && !face.symbol && !face.labels.empty();
    if (wrapped) {
        label = face.labels.back();
        style = fitting_style(*look_, face.style, label, room.w, rect.h);
        text(label, room,
             {.style = style, .ink = ground.ink, .paper = ground.paper, .across = Across::centre});
        return;
    }

    const float label_w = label.empty() ? 0 : std::ceil(fonts.width(style, label));
    const ChipSize chip_at = chip_size(*look_, face.key);
    const float with_symbol = symbol_w + (symbol_w > 0 && label_w > 0 ? between : 0) + label_w;
    const bool with_chip = !face.key.empty() && with_symbol + between + chip_at.w <= room.w;
    const float total = with_symbol + (with_chip ? between + chip_at.w : 0);

    float x = std::round(room.centre_x() - total / 2);
    const auto put_symbol = [&] {
        if (face.symbol) {
            symbol(*face.symbol, {x, std::round(rect.centre_y() - symbol_w / 2), symbol_w, symbol_w},
                   ground.ink);
            x += symbol_w + between;
        }
    };
    if (!face.symbol_after) {
        put_symbol();
    }
    if (label_w > 0) {
        text(label, {x, rect.y, label_w + 1, rect.h},
             {.style = style, .ink = ground.ink, .paper = ground.paper});
        x += label_w + between;
    }
    if (face.symbol_after) {
        put_symbol();
    }
    if (with_chip) {
        chip(face.key, x + chip_at.w, std::round(rect.centre_y() - chip_at.h / 2), ground.ink,
             ground.paper);
    }
}

void show_attention(Scene& scene, const Look& look, std::string_view focused,
                    std::string_view pressed) {
    for (Target& target : scene.targets) {
        if (target.id == pressed) {
            scene.marks.emplace_back(Box{.rect = target.rect,
                                         .fill = {0, 0, 0, 48},
                                         .radius = target.radius,
                                         .edge = look.theme.focus,
                                         .edge_px = look.panel.px(1.0)});
        }
        target.focused = target.id == focused;
        if (target.focused) {
            // Light inside dark, so that it shows on every ground.
            const float thick = look.panel.px(0.7);
            scene.marks.emplace_back(Box{.rect = target.rect.grown(thick),
                                         .fill = {0, 0, 0, 0},
                                         .radius = target.radius + thick,
                                         .edge = look.theme.focus,
                                         .edge_px = thick});
            scene.marks.emplace_back(Box{.rect = target.rect,
                                         .fill = {0, 0, 0, 0},
                                         .radius = target.radius,
                                         .edge = look.theme.card.paper,
                                         .edge_px = thick});
        }
    }
}

} // namespace look
