#include "look/canvas.h"

#include <algorithm>
#include <cmath>

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

float Look::min_target() const {
    const float line = std::ceil(em({Size::small, Weight::bold}) * 1.25F);
    return std::max(panel.px(min_target_mm(panel)), line);
}
float Look::min_key() const {
    const float letter = std::ceil(em({Size::small, Weight::bold}) * 1.2F);
    return std::max(panel.px(kMinKeyMm), letter);
}
float Look::gap() const {
    return scaled_mm(*this, 4.4, 2.0, 5.0);
}
float Look::pad() const {
    return scaled_mm(*this, 5.0, 1.6, 6.0);
}
float Look::radius() const {
    return scaled_mm(*this, 4.4, 1.5, 5.0);
}
float Look::hairline() const {
    return std::max(1.0F, std::round(panel.px(0.35)));
}

Rect Look::within_reach() const {
    // A panel stands on a desk of about 730 mm; from a chair or wheelchair a hand reaches 1,220 mm
    // (ADA Standards 308.2.1, forward reach).
    constexpr double kReachMm = 1220 - 730;
    Rect reach = panel.rect();
    if (low && panel.height_mm() > kReachMm) {
        reach.take_top(reach.h - panel.px(kReachMm));
    }
    return reach;
}

float Look::height(Style style, std::size_t lines) const {
    return lines == 0 ? 0 : em(style) + pitch(style) * static_cast<float>(lines - 1);
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
    const float h = std::round(look.em(style) * 1.16F);
    return {std::max(h, std::ceil(look.fonts->width(style, key)) + h * 0.5F), h};
}

namespace {

/// Turns a text by half a turn about the middle of a room; whole pixels stay whole.
void turn(Text& text, const Rect& room) {
    const float across = std::round(room.x + room.right());
    const float down = std::round(room.y + room.bottom());
    text.turned = true;
    for (TextLine& line : text.lines) {
        line.x = across - line.x;
        line.baseline = down - line.baseline;
    }
    text.rect.x = across - text.rect.right();
    text.rect.y = down - text.rect.bottom();
}

} // namespace

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
    const float em = look_->em(setting.style);
    const float pitch = look_->pitch(setting.style);
    const float span = pitch * static_cast<float>(fit.wrapped.lines.size() - 1);
    float baseline = room.y + em * kAboveBaseline;
    if (setting.down == Down::middle) {
        baseline = room.centre_y() + (fonts.cap(setting.style) - span) / 2;
    }
    baseline = std::round(baseline);

    const Direction direction = direction_of(text);
    Text mark{.text = std::string(text),
              .lines = {},
              .direction = direction,
              .style = setting.style,
              .ink = setting.ink,
              .paper = setting.paper,
              .rect = {room.right(), baseline - em * kAboveBaseline, 0,
                       em * (kAboveBaseline + kBelowBaseline) + span},
              .cap_px = fonts.cap(setting.style),
              .clipped = !fit.fits,
              .live = setting.live};
    float right = room.x;
    for (const std::string_view line : fit.wrapped.lines) {
        const float width = fonts.width(setting.style, line);
        float x = room.x;
        if (setting.across == Across::centre) {
            x += (room.w - width) / 2;
        } else if (setting.across == Across::right || direction == Direction::right_to_left) {
            x += room.w - width;
        }
        x = std::round(x);
        mark.lines.push_back({.text = std::string(line), .x = x, .baseline = baseline});
        mark.rect.x = std::min(mark.rect.x, x);
        right = std::max(right, x + width);
        baseline += pitch;
    }
    mark.rect.w = right - mark.rect.x;
    if (setting.turned) {
        turn(mark, room);
    }
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
         {.style = {Size::small, Weight::regular},
          .ink = ink,
          .paper = paper,
          .across = Across::centre});
}

namespace {

/// The words that a face shows in a room, and how large.
struct FaceWords {
    std::string label;
    Style style;
    std::vector<std::string_view> lines;
    float width = 0;
};

FaceWords choose_words(const Look& look, const Face& face, float width, float height) {
    FaceWords words{.label = {}, .style = face.style};
    for (const std::string& label : face.labels) {
        const Style style =
            fitting_style(look, face.style, label, width, std::min(look.em(face.style), height));
        if (look.fonts->width(style, label) <= width) {
            words.label = label;
            words.style = style;
            break;
        }
    }
    if (words.label.empty() && !face.labels.empty() && (face.words_needed || !face.symbol)) {
        words.label = face.labels.back();
        words.style = fitting_style(look, face.style, words.label, width, height);
    }
    words.lines = wrap(*look.fonts, words.style, words.label, width).lines;
    for (const std::string_view line : words.lines) {
        words.width = std::max(words.width, std::ceil(look.fonts->width(words.style, line)));
    }
    return words;
}

} // namespace

void Canvas::face(const Face& face, const Rect& rect, const Ground& ground) {
    const Rect room = rect.grown(-std::min(look_->pad(), rect.w * 0.05F), 0);
    const float em = look_->em(face.style);
    const float between = std::round(em * 0.4F);
    const float symbol_w = face.symbol ? std::round(em * 0.95F) : 0;
    const float lead = symbol_w > 0 ? symbol_w + between : 0;
    const FaceWords words = choose_words(*look_, face, room.w - lead, rect.h);
    const bool has_words = !words.label.empty();

    const ChipSize key = chip_size(*look_, face.key);
    const float content = symbol_w + (symbol_w > 0 && has_words ? between : 0) + words.width;
    const bool with_key = !face.key.empty() && content + between + key.w <= room.w;
    float x = std::round(room.centre_x() - (content + (with_key ? between + key.w : 0)) / 2);
    const auto put_symbol = [&] {
        if (face.symbol) {
            symbol(*face.symbol,
                   {x, std::round(rect.centre_y() - symbol_w / 2), symbol_w, symbol_w}, ground.ink);
            x += symbol_w + between;
        }
    };
    if (!face.symbol_after) {
        put_symbol();
    }
    if (has_words) {
        const Across across =
            words.lines.size() > 1 && !face.symbol ? Across::centre : Across::start;
        text(words.label, {x, rect.y, words.width + 1, rect.h},
             {.style = words.style, .ink = ground.ink, .paper = ground.paper, .across = across});
        x += words.width + between;
    }
    if (face.symbol_after) {
        put_symbol();
    }
    if (with_key) {
        chip(face.key, x + key.w, std::round(rect.centre_y() - key.h / 2), ground.ink,
             ground.paper);
    }
}

void show_attention(Scene& scene, const Look& look, std::string_view focused,
                    std::string_view pressed) {
    for (Target& target : scene.targets) {
        if (target.id == pressed) {
            scene.marks.emplace_back(Box{.rect = target.rect,
                                         .fill = look.theme.pressed,
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
