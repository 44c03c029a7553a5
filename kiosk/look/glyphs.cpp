#include "look/glyphs.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#define STB_RECT_PACK_IMPLEMENTATION
#define STBRP_STATIC
#include <stb/stb_rect_pack.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace look {

namespace {

/// A frame begins with fewer pages than this, and ends with no more than that.
constexpr std::size_t kPagesKept = 8;
constexpr std::size_t kPagesMost = 48;
/// So that no glyph touches the next when it is drawn larger or between pixels.
constexpr int kSpace = 1;

/// From this size on, a quarter of a pixel is not seen.
constexpr int kWholePixelsFromEm = 64;

} // namespace

struct GlyphCache::Page {
    std::uint64_t name = 0;
    stbrp_context packing{};
    std::array<stbrp_node, kPageSide> nodes{};
};

GlyphCache::GlyphCache(const Fonts& fonts, GlyphPages& pages) : fonts_(&fonts), pages_(&pages) {}

GlyphCache::~GlyphCache() {
    forget_all();
}

void GlyphCache::forget_all() {
    for (const auto& page : used_) {
        pages_->remove(page->name);
    }
    used_.clear();
    known_.clear();
    known_corners_.clear();
}

void GlyphCache::begin_frame() {
    if (used_.size() > kPagesKept) {
        forget_all();
    }
}

std::optional<GlyphCache::Picture> GlyphCache::find(FaceId face, std::uint32_t glyph, int em_px,
                                                    float x) {
    const int quarter =
        em_px < kWholePixelsFromEm ? std::clamp(static_cast<int>(std::lround(x * 4)), 0, 3) : 0;
    const Key key{face, glyph, em_px, quarter};
    auto known = known_.find(key);
    if (known == known_.end()) {
        known = known_.emplace(key, make(face, glyph, em_px, quarter)).first;
    }
    return known->second;
}

std::optional<GlyphCache::Picture> GlyphCache::corner(int radius_px, int edge_px) {
    const CornerKey key{radius_px, edge_px};
    auto known = known_corners_.find(key);
    if (known == known_corners_.end()) {
        known = known_corners_.emplace(key, make_corner(radius_px, edge_px)).first;
    }
    return known->second;
}

std::optional<GlyphCache::Picture> GlyphCache::make_corner(int radius_px, int edge_px) {
    Picture picture{.part = {.w = radius_px, .h = radius_px}};
    if (!place(picture)) {
        return std::nullopt;
    }
    // How much of a pixel is inside a circle about the bottom right corner, by how far its middle
    // is from there.
    const auto inside = [](float radius, float distance) {
        return std::clamp(radius - distance + 0.5F, 0.0F, 1.0F);
    };
    const auto radius = static_cast<float>(radius_px);
    std::vector<std::uint8_t> coverage;
    for (int y = 0; y < radius_px; ++y) {
        for (int x = 0; x < radius_px; ++x) {
            const float distance = std::hypot(radius - static_cast<float>(x) - 0.5F,
                                              radius - static_cast<float>(y) - 0.5F);
            const float hole =
                edge_px > 0 ? inside(radius - static_cast<float>(edge_px), distance) : 0;
            const float covered = inside(radius, distance) - hole;
            coverage.push_back(static_cast<std::uint8_t>(std::lround(covered * 255)));
        }
    }
    pages_->fill(picture.page, picture.part, coverage);
    return picture;
}

/// Finds room for a picture of its size.
bool GlyphCache::place(Picture& picture) {
    const auto try_in = [&](std::size_t number) {
        Page& page = *used_.at(number);
        stbrp_rect rect{.id = 0,
                        .w = picture.part.w + kSpace,
                        .h = picture.part.h + kSpace,
                        .x = 0,
                        .y = 0,
                        .was_packed = 0};
        if (stbrp_pack_rects(&page.packing, &rect, 1) == 0) {
            return false;
        }
        picture.page = page.name;
        picture.page_number = static_cast<int>(number);
        picture.part.x = rect.x;
        picture.part.y = rect.y;
        return true;
    };
    for (std::size_t number = 0; number < used_.size(); ++number) {
        if (try_in(number)) {
            return true;
        }
    }
    if (used_.size() == kPagesMost) {
        return false;
    }
    auto page = std::make_unique<Page>();
    page->name = pages_->add(kPageSide);
    if (page->name == 0) {
        return false;
    }
    stbrp_init_target(&page->packing, kPageSide, kPageSide, page->nodes.data(), kPageSide);
    used_.push_back(std::move(page));
    return try_in(used_.size() - 1);
}

std::optional<GlyphCache::Picture> GlyphCache::make(FaceId face, std::uint32_t glyph, int em_px,
                                                    int quarter) {
    FT_Face drawn = fonts_->faces().for_drawing(face, em_px);
    if (FT_Load_Glyph(drawn, glyph, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0 ||
        drawn->glyph->format != FT_GLYPH_FORMAT_OUTLINE) {
        return std::nullopt;
    }
    FT_BBox box{};
    FT_Outline_Get_CBox(&drawn->glyph->outline, &box);
    constexpr FT_Pos kLargest = (kPageSide - 4) * 64L;
    if (em_px > 1 && (box.xMax - box.xMin > kLargest || box.yMax - box.yMin > kLargest)) {
        auto smaller = make(face, glyph, em_px / 2, 0);
        if (smaller) {
            smaller->scale *= 2;
        }
        return smaller;
    }
    FT_Outline_Translate(&drawn->glyph->outline, FT_Pos{quarter} * 16, 0); // in 64ths of a pixel
    if (FT_Render_Glyph(drawn->glyph, FT_RENDER_MODE_NORMAL) != 0) {
        return std::nullopt;
    }
    const FT_Bitmap& bitmap = drawn->glyph->bitmap;
    Picture picture{
        .part = {.w = static_cast<int>(bitmap.width), .h = static_cast<int>(bitmap.rows)},
        .left = drawn->glyph->bitmap_left,
        .top = -drawn->glyph->bitmap_top};
    if (picture.part.w == 0 || picture.part.h == 0 || !place(picture)) {
        return std::nullopt;
    }
    std::vector<std::uint8_t> coverage;
    coverage.reserve(static_cast<std::size_t>(bitmap.width) * bitmap.rows);
    for (unsigned int row = 0; row < bitmap.rows; ++row) {
        const auto* begin =
            bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch; // NOLINT
        coverage.insert(coverage.end(), begin,
                        begin + bitmap.width); // NOLINT(*-pointer-arithmetic)
    }
    pages_->fill(picture.page, picture.part, coverage);
    return picture;
}

} // namespace look
