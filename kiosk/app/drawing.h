#pragma once

#include "app/album.h"
#include "app/session.h"
#include "app/stencil_pages.h"
#include "desk/library.h"
#include "look/glyphs.h"
#include "platform/window.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace app {

/// Pictures of letters.
struct Letters {
    std::unique_ptr<StencilPages> pages;
    std::unique_ptr<look::GlyphCache> glyphs;
};

/// The letters of the screen that a session is on; no window is needed. The session's fonts outlive
/// them.
Letters make_letters(const Session& session);

/// What is on the glass: a frame is drawn when something has changed, and no more of it than that.
class Drawing {
public:
    /// In a window, with letters that may have been made before; `state` is the folder that packs
    /// are kept in. The window outlives it.
    Drawing(platform::Window& window, Letters letters, const std::filesystem::path& state);

    /// Draws a session's screen, if it does not look like what is there. Returns whether a frame
    /// was drawn. What could not be shown goes to `complaints`, a sentence each, once.
    bool draw(const Session& session, std::vector<std::string>& complaints);

    /// What was shown has been lost. Returns whether the glass is another one than before: then the
    /// next frame is for that.
    bool show_again();

private:
    look::Rect part_to_draw(const look::Scene& scene, const desk::LibraryPtr& library) const;
    platform::PixelRect whole_pixels(const look::Rect& rect) const;

    platform::Window* window_;
    Letters letters_;
    Album album_;
    platform::Glass glass_;
    // What was drawn last.
    bool drawn_ = false; ///< And is still there.
    look::Scene scene_;
    desk::LibraryPtr library_;
};

} // namespace app
