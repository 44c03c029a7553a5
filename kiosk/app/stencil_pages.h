#pragma once

#include "look/glyphs.h"
#include "platform/window.h"

namespace app {

/// Pages of glyphs, as stencils of the window.
class StencilPages final : public look::GlyphPages {
public:
    /// `window` outlives it.
    explicit StencilPages(platform::Window& window) : window_(&window) {}

    std::uint64_t add(int side) override { return window_->add_stencil(side, side); }
    void remove(std::uint64_t page) override { window_->remove_picture(page); }
    void fill(std::uint64_t page, const look::PagePart& part,
              std::span<const std::uint8_t> coverage) override {
        window_->fill_stencil(page, {.x = part.x, .y = part.y, .width = part.w, .height = part.h},
                              coverage);
    }

private:
    platform::Window* window_;
};

} // namespace app
