#include "look/paint_box.h"

#include "look/packed.h"
#include "platform/texture_name.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

namespace look {

namespace {

/// A box on whole pixels, and what it is made with.
class BoxPainter {
public:
    BoxPainter(const Box& box, GlyphCache& corners, Layers& layers)
        : corners_(&corners), layers_(&layers), left_(std::round(box.rect.x)),
          top_(std::round(box.rect.y)), right_(std::round(box.rect.right())),
          bottom_(std::round(box.rect.bottom())) {
        const bool all = box.round == Box::Round::all;
        const float widest = all ? (right_ - left_) / 2 : right_ - left_;
        radius_ = std::floor(std::min({box.radius, widest, (bottom_ - top_) / 2}));
        radius_right_ = all ? radius_ : 0;
    }

    void fill(Colour colour) {
        const float middle = right_ - radius_right_;
        rectangle(left_, top_ + radius_, left_ + radius_, bottom_ - radius_, colour);
        rectangle(left_ + radius_, top_, middle, bottom_, colour);
        rectangle(middle, top_ + radius_, right_, bottom_ - radius_, colour);
        corners(0, colour);
    }

    void edge(float px, Colour colour) {
        const float middle = right_ - radius_right_;
        const float beside = std::max(px, radius_);
        const float beside_right = std::max(px, radius_right_);
        rectangle(left_ + radius_, top_, middle, top_ + px, colour);
        rectangle(left_ + radius_, bottom_ - px, middle, bottom_, colour);
        rectangle(left_, top_ + beside, left_ + px, bottom_ - beside, colour);
        rectangle(right_ - px, top_ + beside_right, right_, bottom_ - beside_right, colour);
        corners(static_cast<int>(px), colour);
    }

private:
    void rectangle(float left, float top, float right, float bottom, Colour colour) {
        if (left >= right || top >= bottom) {
            return;
        }
        constexpr std::uint8_t kCovers = 255;
        const Rect place{left, top, right - left, bottom - top};
        if (colour.a == kCovers) {
            ImDrawList& list = layers_->list(Way::covering, place);
            list.PushTextureID(platform::covering());
            list.AddRectFilled({left, top}, {right, bottom}, packed(colour));
            list.PopTextureID();
        } else {
            layers_->list(Way::mixing, place)
                .AddRectFilled({left, top}, {right, bottom}, packed(colour));
        }
    }

    void corners(int edge_px, Colour colour) {
        if (radius_ < 1) {
            return;
        }
        const auto picture = corners_->corner(static_cast<int>(radius_), edge_px);
        if (!picture) {
            return;
        }
        const auto& part = picture->part;
        constexpr auto kSide = static_cast<float>(GlyphCache::kPageSide);
        const ImVec2 first{static_cast<float>(part.x) / kSide, static_cast<float>(part.y) / kSide};
        const ImVec2 last{static_cast<float>(part.x + part.w) / kSide,
                          static_cast<float>(part.y + part.h) / kSide};
        // The picture is of the top left corner; the others are its mirror images.
        const auto put = [&](float x, float y, bool from_right, bool from_below) {
            const ImVec2 begin{from_right ? last.x : first.x, from_below ? last.y : first.y};
            const ImVec2 end{from_right ? first.x : last.x, from_below ? first.y : last.y};
            layers_->list(Way::pictures, {x, y, radius_, radius_})
                .AddImage(platform::texture_name(corners_->texture(*picture)), {x, y},
                          {x + radius_, y + radius_}, begin, end, packed(colour));
        };
        put(left_, top_, false, false);
        put(left_, bottom_ - radius_, false, true);
        if (radius_right_ > 0) {
            put(right_ - radius_, top_, true, false);
            put(right_ - radius_, bottom_ - radius_, true, true);
        }
    }

    GlyphCache* corners_;
    Layers* layers_;
    float left_, top_, right_, bottom_;
    float radius_ = 0; ///< Of the corners on the left.
    float radius_right_ = 0;
};

} // namespace

void paint_box(const Box& box, GlyphCache& corners, Layers& layers) {
    BoxPainter painter(box, corners, layers);
    if (box.fill.a != 0) {
        painter.fill(box.fill);
    }
    if (box.edge_px > 0) {
        painter.edge(std::round(box.edge_px), box.edge);
    }
}

} // namespace look
