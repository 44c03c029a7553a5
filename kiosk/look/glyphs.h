#pragma once

#include "look/fonts.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

namespace look {

/// A part of a page, px.
struct PagePart {
    int x = 0, y = 0, w = 0, h = 0;
};

/// Pages in the graphics memory that pictures of glyphs are drawn from.
class GlyphPages {
public:
    GlyphPages() = default;
    GlyphPages(const GlyphPages&) = delete;
    GlyphPages& operator=(const GlyphPages&) = delete;
    GlyphPages(GlyphPages&&) = delete;
    GlyphPages& operator=(GlyphPages&&) = delete;
    virtual ~GlyphPages() = default;

    /// A new page, `side` px both ways and blank, by its name there; 0 if there is no room.
    virtual std::uint64_t add(int side) = 0;
    virtual void remove(std::uint64_t page) = 0;
    /// The name that a page is drawn by.
    virtual std::uint64_t texture(std::uint64_t page) const { return page; }
    /// Fills a part of a page, row by row: how much of each pixel is covered, 0 to 255.
    virtual void fill(std::uint64_t page, const PagePart& part,
                      std::span<const std::uint8_t> coverage) = 0;
};

/// Pictures of the glyphs that were drawn lately, and of round corners. One is made when it is
/// first drawn. Holds as much as a few glasses full of different glyphs, and then begins again.
class GlyphCache {
public:
    static constexpr int kPageSide = 1024;

    /// Of these fonts, on these pages; both outlive it.
    GlyphCache(const Fonts& fonts, GlyphPages& pages);
    GlyphCache(const GlyphCache&) = delete;
    GlyphCache& operator=(const GlyphCache&) = delete;
    GlyphCache(GlyphCache&&) = delete;
    GlyphCache& operator=(GlyphCache&&) = delete;
    ~GlyphCache();

    /// To be called before a frame: what was got before it is no longer good.
    void begin_frame();

    /// A glyph's picture: where it is, and where its top left corner goes from the glyph's place on
    /// the baseline, px, downwards.
    struct Picture {
        std::uint64_t page = 0; ///< Its name, of which `texture` gives the texture.
        int page_number = 0;    ///< From 0 in the order in which pages were made.
        PagePart part;
        int left = 0;
        int top = 0;
        int scale = 1; ///< Drawn this many times as large: a glyph may be wider than a page.
    };

    /// The picture of a glyph whose place is `x` px from the edge of a pixel; the nearest quarter
    /// is taken. Nothing if there is nothing to draw.
    std::optional<Picture> find(FaceId face, std::uint32_t glyph, int em_px, float x);

    std::uint64_t texture(const Picture& picture) const { return pages_->texture(picture.page); }

    /// A quarter of a disc, or of a ring if its edge is not 0 px wide: the top left one, as large
    /// as its radius, in px. Nothing if there is no room.
    std::optional<Picture> corner(int radius_px, int edge_px);

private:
    struct Page;
    using CornerKey = std::pair<int, int>;
    using Key = std::tuple<FaceId, std::uint32_t, int, int>;

    std::optional<Picture> make(FaceId face, std::uint32_t glyph, int em_px, int quarter);
    std::optional<Picture> make_corner(int radius_px, int edge_px);
    bool place(Picture& picture);
    void forget_all();

    const Fonts* fonts_;
    GlyphPages* pages_;
    std::vector<std::unique_ptr<Page>> used_;
    std::map<Key, std::optional<Picture>> known_;
    std::map<CornerKey, std::optional<Picture>> known_corners_;
};

} // namespace look
