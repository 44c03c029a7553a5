#include "look/symbols.h"

#include "look/packed.h"

#include <imgui.h>

#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace look {

namespace {

constexpr float kPi = std::numbers::pi_v<float>;

/// Draws with a pen in a square that reaches from -1 to 1 both ways.
class Pen {
public:
    Pen(const Drawing& drawing, ImDrawList& list)
        : list_(&list), centre_{drawing.rect.centre_x(), drawing.rect.centre_y()},
          unit_(std::min(drawing.rect.w, drawing.rect.h) / 2), ink_(packed(drawing.ink)),
          thick_(std::max(1.5F, unit_ * 0.22F)) {}

    using Points = std::span<const ImVec2>;

    void line(Points points, bool closed = false) {
        for (const ImVec2& p : points) {
            list_->PathLineTo(at(p));
        }
        list_->PathStroke(ink_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, thick_);
    }
    void fill(Points points) {
        for (const ImVec2& p : points) {
            list_->PathLineTo(at(p));
        }
        list_->PathFillConvex(ink_);
    }
    /// The left half of a disc in the middle.
    void half_disc(float radius) {
        list_->PathArcTo(centre_, radius * unit_, kPi / 2, kPi * 3 / 2, 32);
        list_->PathFillConvex(ink_);
    }
    void arc(ImVec2 centre, float radius, float from, float to) {
        list_->PathArcTo(at(centre), radius * unit_, from, to, 32);
        list_->PathStroke(ink_, ImDrawFlags_None, thick_);
    }
    void circle(ImVec2 centre, float radius) {
        list_->AddCircle(at(centre), radius * unit_, ink_, 40, thick_);
    }
    void dot(ImVec2 centre, float radius) {
        list_->AddCircleFilled(at(centre), radius * unit_, ink_, 24);
    }
    void polygon(int corners, float radius, float turn) {
        for (int i = 0; i < corners; ++i) {
            const float angle =
                turn + 2 * kPi * static_cast<float>(i) / static_cast<float>(corners);
            list_->PathLineTo(at({radius * std::cos(angle), radius * std::sin(angle)}));
        }
        list_->PathStroke(ink_, ImDrawFlags_Closed, thick_);
    }

private:
    ImVec2 at(ImVec2 p) const { return {centre_.x + p.x * unit_, centre_.y + p.y * unit_}; }

    ImDrawList* list_;
    ImVec2 centre_;
    float unit_;
    ImU32 ink_;
    float thick_;
};

using Line2 = std::array<ImVec2, 2>;
using Line3 = std::array<ImVec2, 3>;

void draw_loop(Pen& pen) {
    pen.arc({0, 0}, 0.78F, 0.1F * kPi, 1.7F * kPi);
    pen.fill(Line3{{{0.86F, -0.3F}, {0.14F, -0.42F}, {0.72F, -1.0F}}});
}

void draw_star(Pen& pen) {
    std::array<ImVec2, 10> points{};
    for (std::size_t i = 0; i < points.size(); ++i) {
        const float radius = i % 2 == 0 ? 0.95F : 0.42F;
        const float angle = kPi * (static_cast<float>(i) / 5 - 0.5F);
        points.at(i) = {radius * std::cos(angle), radius * std::sin(angle)};
    }
    pen.line(points, true);
}

void draw_home(Pen& pen) {
    pen.line(Line3{{{-0.9F, -0.05F}, {0, -0.85F}, {0.9F, -0.05F}}});
    pen.line(std::array<ImVec2, 4>{{{-0.6F, -0.15F}, {-0.6F, 0.8F}, {0.6F, 0.8F}, {0.6F, -0.15F}}});
}

void draw_menu(Pen& pen) {
    for (const float y : {-0.6F, 0.0F, 0.6F}) {
        pen.line(Line2{{{-0.8F, y}, {0.8F, y}}});
    }
}

/// A screen that is switched off.
void draw_quiet(Pen& pen) {
    pen.line(std::array<ImVec2, 4>{{{-0.9F, -0.7F}, {0.9F, -0.7F}, {0.9F, 0.5F}, {-0.9F, 0.5F}}},
             true);
    pen.line(Line2{{{-0.45F, 0.9F}, {0.45F, 0.9F}}});
}

void draw_speak(Pen& pen) {
    pen.line(std::array<ImVec2, 7>{{{-0.9F, -0.75F},
                                    {0.9F, -0.75F},
                                    {0.9F, 0.35F},
                                    {-0.1F, 0.35F},
                                    {-0.5F, 0.85F},
                                    {-0.5F, 0.35F},
                                    {-0.9F, 0.35F}}},
             true);
}

void draw_warning(Pen& pen) {
    pen.polygon(3, 1.0F, -0.5F * kPi);
    pen.line(Line2{{{0, -0.35F}, {0, 0.1F}}});
    pen.dot({0, 0.32F}, 0.11F);
}

void draw_phone(Pen& pen) {
    pen.line(std::array<ImVec2, 4>{{{-0.5F, -0.9F}, {0.5F, -0.9F}, {0.5F, 0.9F}, {-0.5F, 0.9F}}},
             true);
    pen.dot({0, 0.6F}, 0.12F);
}

void draw_erase(Pen& pen) {
    pen.line(
        std::array<ImVec2, 5>{
            {{-0.95F, 0}, {-0.4F, -0.6F}, {0.9F, -0.6F}, {0.9F, 0.6F}, {-0.4F, 0.6F}}},
        true);
    pen.line(Line2{{{0, -0.25F}, {0.5F, 0.25F}}});
    pen.line(Line2{{{0.5F, -0.25F}, {0, 0.25F}}});
}

void draw_globe(Pen& pen) {
    pen.circle({0, 0}, 0.85F);
    pen.line(Line2{{{-0.85F, 0}, {0.85F, 0}}});
    std::array<ImVec2, 24> meridian{};
    for (std::size_t i = 0; i < meridian.size(); ++i) {
        const float angle = 2 * kPi * static_cast<float>(i) / meridian.size();
        meridian.at(i) = {0.38F * std::cos(angle), 0.85F * std::sin(angle)};
    }
    pen.line(meridian, true);
}

} // namespace

void paint_symbol(const Drawing& drawing, ImDrawList& list) {
    Pen pen(drawing, list);
    switch (drawing.symbol) {
    case Symbol::ring: return pen.circle({0, 0}, 0.82F);
    case Symbol::triangle:
        return pen.line(Line3{{{0, -0.8F}, {0.92F, 0.78F}, {-0.92F, 0.78F}}}, true);
    case Symbol::octagon: return pen.polygon(8, 0.92F, kPi / 8);
    case Symbol::loop: return draw_loop(pen);
    case Symbol::star: return draw_star(pen);
    case Symbol::search:
        pen.circle({-0.2F, -0.2F}, 0.6F);
        return pen.line(Line2{{{0.25F, 0.25F}, {0.85F, 0.85F}}});
    case Symbol::home: return draw_home(pen);
    case Symbol::menu: return draw_menu(pen);
    case Symbol::quiet: return draw_quiet(pen);
    case Symbol::back: return pen.fill(Line3{{{0.6F, -0.75F}, {0.6F, 0.75F}, {-0.7F, 0}}});
    case Symbol::forward: return pen.fill(Line3{{{-0.6F, -0.75F}, {0.7F, 0}, {-0.6F, 0.75F}}});
    case Symbol::arrow:
        pen.line(Line2{{{-0.9F, 0}, {0.75F, 0}}});
        return pen.line(Line3{{{0.25F, -0.55F}, {0.85F, 0}, {0.25F, 0.55F}}});
    case Symbol::erase: return draw_erase(pen);
    case Symbol::space:
        return pen.line(
            std::array<ImVec2, 4>{{{-0.9F, 0.1F}, {-0.9F, 0.5F}, {0.9F, 0.5F}, {0.9F, 0.1F}}});
    case Symbol::speak: return draw_speak(pen);
    case Symbol::check: return pen.line(Line3{{{-0.8F, 0.05F}, {-0.25F, 0.6F}, {0.8F, -0.6F}}});
    case Symbol::cross:
        pen.line(Line2{{{-0.65F, -0.65F}, {0.65F, 0.65F}}});
        return pen.line(Line2{{{0.65F, -0.65F}, {-0.65F, 0.65F}}});
    case Symbol::warning: return draw_warning(pen);
    case Symbol::phone: return draw_phone(pen);
    case Symbol::look: pen.circle({0, 0}, 0.82F); return pen.half_disc(0.82F);
    case Symbol::globe: return draw_globe(pen);
    case Symbol::wait:
        return pen.line(
            std::array<ImVec2, 4>{{{-0.6F, -0.85F}, {0.6F, -0.85F}, {-0.6F, 0.85F}, {0.6F, 0.85F}}},
            true);
    }
}

} // namespace look
