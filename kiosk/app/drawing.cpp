#include "app/drawing.h"

#include "look/damage.h"
#include "look/paint.h"
#include "platform/picture_child.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

look::Rect rect_of(const platform::PixelRect& rect) {
    return {static_cast<float>(rect.x), static_cast<float>(rect.y), static_cast<float>(rect.width),
            static_cast<float>(rect.height)};
}

} // namespace

Letters make_letters(const Session& session) {
    Letters letters{.pages = std::make_unique<StencilPages>(), .glyphs = {}};
    letters.glyphs = std::make_unique<look::GlyphCache>(session.fonts(), *letters.pages);
    look::make_letters(session.screen().scene, session.fonts(), *letters.glyphs);
    return letters;
}

Drawing::Drawing(platform::Window& window, Letters letters, const std::filesystem::path& state)
    : window_(&window), letters_(std::move(letters)), album_(state, platform::this_program()),
      glass_(window.glass()) {
    letters_.pages->move_to(window);
}

bool Drawing::draw(const Session& session, std::vector<std::string>& complaints) {
    const look::Scene& scene = session.screen().scene;
    const desk::LibraryPtr& library = session.state().library;
    const look::Rect part = part_to_draw(scene, library);
    if (part.empty()) {
        return false;
    }
    complaints = album_.turn_to(scene, library->shelf, *window_);
    const look::FindPainted pictures = [this](const std::string& file) {
        return album_.find(file);
    };
    const look::Paints paints{
        .fonts = session.fonts(), .glyphs = *letters_.glyphs, .pictures = pictures};
    drawn_ =
        window_->draw(glass_, {scene.paper.r, scene.paper.g, scene.paper.b}, whole_pixels(part),
                      [&](ImDrawList& list, const platform::PixelRect& drawn) {
                          look::paint(scene, rect_of(drawn), paints, list);
                      });
    scene_ = scene;
    library_ = library;
    return drawn_;
}

bool Drawing::show_again() {
    const platform::Glass glass = window_->glass();
    const bool another = std::exchange(glass_, glass) != glass;
    drawn_ = drawn_ && !another && window_->show_again(glass);
    return another;
}

/// Empty if all that is on the glass is as it should be.
look::Rect Drawing::part_to_draw(const look::Scene& scene, const desk::LibraryPtr& library) const {
    // Another library may have another picture under the same name.
    const bool all = !drawn_ || scene.paper != scene_.paper || library != library_;
    return all ? rect_of({.width = glass_.width_px, .height = glass_.height_px})
               : look::damage(scene_, scene);
}

/// Those that a rectangle touches, as far as they are on the glass.
platform::PixelRect Drawing::whole_pixels(const look::Rect& rect) const {
    const int left = std::max(0, static_cast<int>(std::floor(rect.x)));
    const int top = std::max(0, static_cast<int>(std::floor(rect.y)));
    const int right = std::min(glass_.width_px, static_cast<int>(std::ceil(rect.right())));
    const int bottom = std::min(glass_.height_px, static_cast<int>(std::ceil(rect.bottom())));
    return {.x = left,
            .y = top,
            .width = std::max(0, right - left),
            .height = std::max(0, bottom - top)};
}

} // namespace app
