#pragma once

#include "look/geometry.h"

#include <cstdint>
#include <vector>

#include <imgui.h>

namespace look {

/// How something is drawn.
enum class Way : std::uint8_t {
    covering, ///< In one colour that hides what is under it.
    mixing,   ///< In colours that are mixed with what is under them.
    pictures, ///< With a texture.
    letters,  ///< With the pages of letters, whose order is no matter.
};

/// Puts what is drawn in the same way together, as far as it makes no difference to the picture.
/// Each change between ways costs the renderer time, and one that draws with the processor some
/// 60 KiB of memory, too (Mesa 22.3, llvmpipe).
class Layers {
public:
    /// Until it ends, nothing else may be drawn into the list.
    explicit Layers(ImDrawList& list);
    Layers(const Layers&) = delete;
    Layers& operator=(const Layers&) = delete;
    Layers(Layers&&) = delete;
    Layers& operator=(Layers&&) = delete;
    ~Layers();

    /// The list, to draw one thing into, in that way and inside that place only.
    ImDrawList& list(Way way, const Rect& place);
    /// The same for letters from the page of that number, in the place that `list` was last asked
    /// for.
    ImDrawList& letters(int page);

private:
    /// Where something was drawn. A layer is drawn after those below it, and in it one way after
    /// the other.
    struct Drawn {
        Rect place;
        int layer = 0;
        Way way = Way::covering;
    };

    void turn_to(int channel);

    ImDrawList* list_;
    ImDrawListSplitter splitter_;
    std::vector<Drawn> drawn_;
    int layer_ = 0; ///< Of the last call.
};

} // namespace look
