#include "painted.h"

#include "look/glyphs.h"
#include "look/paint.h"

#include <imgui.h>

#include <cmath>
#include <map>
#include <memory>
#include <span>
#include <type_traits>

namespace {

using look::GlyphCache;

/// Pages in plain memory.
class MemoryPages final : public look::GlyphPages {
public:
    std::uint64_t add(int side) override {
        Bitmap& page = pages[++last_];
        page = {.width = side, .height = side, .ink = {}};
        page.ink.resize(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
        return last_;
    }
    void remove(std::uint64_t page) override { pages.erase(page); }
    void fill(std::uint64_t page, const look::PagePart& part,
              std::span<const std::uint8_t> coverage) override {
        Bitmap& to = pages.at(page);
        std::size_t from = 0;
        for (int y = part.y; y < part.y + part.h; ++y) {
            for (int x = part.x; x < part.x + part.w; ++x) {
                to.ink.at(static_cast<std::size_t>(y * to.width + x)) = coverage[from++];
            }
        }
    }

    std::map<std::uint64_t, Bitmap> pages;

private:
    std::uint64_t last_ = 0;
};

struct ContextCloser {
    void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};

template <typename Name>
std::uint64_t number_of(Name texture) {
    if constexpr (std::is_pointer_v<Name>) {
        return reinterpret_cast<std::uintptr_t>(texture); // NOLINT: as the painter names pages
    } else {
        return static_cast<std::uint64_t>(texture);
    }
}

/// Fills the rectangle between two corners with what is between the same corners of a page.
void fill(Bitmap& to, const Bitmap& page, const ImDrawVert& first, const ImDrawVert& last) {
    const auto between = [](float from, float until, float pos, float end) {
        return from + (until - from) * (pos + 0.5F) / end;
    };
    const float w = last.pos.x - first.pos.x;
    const float h = last.pos.y - first.pos.y;
    const auto side = static_cast<float>(page.width);
    for (int y = 0; y < static_cast<int>(h); ++y) {
        for (int x = 0; x < static_cast<int>(w); ++x) {
            const float u = between(first.uv.x, last.uv.x, static_cast<float>(x), w) * side;
            const float v = between(first.uv.y, last.uv.y, static_cast<float>(y), h) * side;
            const int more = page.at(static_cast<int>(u), static_cast<int>(v));
            std::uint8_t& ink =
                to.ink.at(static_cast<std::size_t>((static_cast<int>(first.pos.y) + y) * to.width +
                                                   static_cast<int>(first.pos.x) + x));
            ink = static_cast<std::uint8_t>(ink + more * (255 - ink) / 255);
        }
    }
}

} // namespace

Bitmap painted(const look::Scene& scene, const look::Fonts& fonts, int width, int height) {
    const std::unique_ptr<ImGuiContext, ContextCloser> context(ImGui::CreateContext());
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame();
    list.PushClipRect({0, 0}, {static_cast<float>(width), static_cast<float>(height)});
    MemoryPages pages;
    GlyphCache glyphs(fonts, pages);
    const look::FindPainted none = [](const std::string&) { return std::nullopt; };
    look::paint(scene, {0, 0, static_cast<float>(width), static_cast<float>(height)},
                {.fonts = fonts, .glyphs = glyphs, .pictures = none}, list);

    Bitmap bitmap{.width = width, .height = height, .ink = {}};
    bitmap.ink.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (const ImDrawCmd& command : list.CmdBuffer) {
        constexpr unsigned int kCorners = 6; // of a picture's two triangles
        for (unsigned int i = 0; i < command.ElemCount; i += kCorners) {
            const auto vertex = [&](unsigned int corner) {
                const auto index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i + corner)];
                return list.VtxBuffer[static_cast<int>(command.VtxOffset + index)];
            };
            fill(bitmap, pages.pages.at(number_of(command.GetTexID())), vertex(0), vertex(2));
        }
    }
    return bitmap;
}
