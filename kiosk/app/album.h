#pragma once

#include "desk/library.h"
#include "look/paint.h"
#include "platform/disk.h"
#include "platform/window.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// The pictures on the glass: taken from the shelf of the library that is shown, reduced to the
/// room that they have, and in the graphics memory for as long as a screen shows them.
class Album {
public:
    /// `state` is the folder that packs are kept in; `program` decodes, when it is started with
    /// `platform::kDecodePicture`, what lies on a shelf as it came.
    Album(std::filesystem::path state, std::filesystem::path program)
        : state_(std::move(state)), program_(std::move(program)) {}

    /// Makes ready what a scene shows and drops everything else. Returns what could not be shown, a
    /// sentence each, once.
    std::vector<std::string> turn_to(const look::Scene& scene, const desk::PictureShelf& shelf,
                                     platform::Window& window);

    /// One of the pictures of the scene that it was turned to.
    std::optional<look::Painted> find(const std::string& file) const;

private:
    /// A picture at the size at which a scene shows it.
    struct Page {
        look::Painted painted; ///< Without a texture if it cannot be shown.
        look::Rect room;
    };

    platform::Result<platform::Pixels> read(const std::string& file) const;
    platform::Result<look::Painted> load(const look::Photo& photo, platform::Window& window) const;

    std::filesystem::path state_;
    std::filesystem::path program_;
    desk::PictureShelf shelf_;
    std::map<std::string, Page> pages_;
};

} // namespace app
