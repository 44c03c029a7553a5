#pragma once

#include "look/glyphs.h"
#include "platform/window.h"

#include <vector>

namespace app {

/// Pages of glyphs, as stencils of a window. They can be filled before there is one.
class StencilPages final : public look::GlyphPages {
public:
    /// Puts what there is into the window, which outlives it, and from now on whatever comes.
    void move_to(platform::Window& window);

    std::uint64_t add(int side) override;
    void remove(std::uint64_t page) override;
    void fill(std::uint64_t page, const look::PagePart& part,
              std::span<const std::uint8_t> coverage) override;
    std::uint64_t texture(std::uint64_t page) const override { return pages_.at(page - 1).stencil; }

private:
    /// Its name is its place in the list, from 1.
    struct Page {
        int side = 0;                       ///< 0: it was removed.
        std::uint64_t stencil = 0;          ///< 0: it is not in the window yet.
        std::vector<std::uint8_t> coverage; ///< Until it is.
    };

    platform::Window* window_ = nullptr;
    std::vector<Page> pages_;
};

} // namespace app
