#include "app/stencil_pages.h"

#include <algorithm>
#include <utility>

namespace app {

void StencilPages::move_to(platform::Window& window) {
    window_ = &window;
    for (Page& page : pages_) {
        page.stencil = window.add_stencil(page.side, page.side);
        window.fill_stencil(page.stencil, {.width = page.side, .height = page.side},
                            std::exchange(page.coverage, {}));
    }
}

std::uint64_t StencilPages::add(int side) {
    Page page{.side = side};
    if (window_ != nullptr) {
        page.stencil = window_->add_stencil(side, side);
        if (page.stencil == 0) {
            return 0;
        }
    } else {
        page.coverage.resize(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    }
    auto place = std::ranges::find(pages_, 0, &Page::side);
    if (place == pages_.end()) {
        place = pages_.emplace(pages_.end());
    }
    *place = std::move(page);
    return static_cast<std::uint64_t>(place - pages_.begin()) + 1;
}

void StencilPages::remove(std::uint64_t page) {
    const Page removed = std::exchange(pages_.at(page - 1), {});
    if (window_ != nullptr) {
        window_->remove_picture(removed.stencil);
    }
}

void StencilPages::fill(std::uint64_t page, const look::PagePart& part,
                        std::span<const std::uint8_t> coverage) {
    Page& filled = pages_.at(page - 1);
    if (window_ != nullptr) {
        window_->fill_stencil(filled.stencil,
                              {.x = part.x, .y = part.y, .width = part.w, .height = part.h},
                              coverage);
        return;
    }
    const auto width = static_cast<std::size_t>(part.w);
    for (int row = 0; row < part.h; ++row) {
        const auto from = coverage.subspan(static_cast<std::size_t>(row) * width, width);
        const auto to = static_cast<std::ptrdiff_t>(part.y + row) * filled.side + part.x;
        std::ranges::copy(from, filled.coverage.begin() + to);
    }
}

} // namespace app
