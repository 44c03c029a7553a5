#include "app/album.h"

#include "i18n/message.h"
#include "packs/pictures.h"

#include <algorithm>

namespace app {

namespace {

using desk::PictureShelf;
using i18n::tr;
using platform::Failure;
using platform::Pixels;
using platform::PixelSize;
using platform::Result;

/// The picture no larger than it is shown, and than the graphics memory takes.
Pixels fitted_to(Pixels pixels, const look::Photo& photo, int largest) {
    const look::Rect shown =
        look::place_photo(photo.rect, photo.down, pixels.size.width, pixels.size.height);
    const PixelSize size{
        .width = std::clamp(std::min(static_cast<int>(shown.w), largest), 1, pixels.size.width),
        .height = std::clamp(std::min(static_cast<int>(shown.h), largest), 1, pixels.size.height)};
    if (size == pixels.size) {
        return pixels;
    }
    return platform::reduce({.size = pixels.size,
                             .channels = 3,
                             .bytes = reinterpret_cast<const unsigned char*>(pixels.rgb.data())},
                            size);
}

} // namespace

std::vector<std::string> Album::turn_to(const look::Scene& scene, const PictureShelf& shelf,
                                        platform::Window& window) {
    std::map<std::string, Page> before = std::exchange(pages_, {});
    const bool same_shelf = std::exchange(shelf_, shelf) == shelf;
    std::vector<std::string> complaints;
    for (const look::Mark& mark : scene.marks) {
        const auto* const photo = std::get_if<look::Photo>(&mark);
        if (photo == nullptr || pages_.contains(photo->file)) {
            continue;
        }
        const auto known = before.find(photo->file);
        if (same_shelf && known != before.end() && known->second.room == photo->rect) {
            pages_.insert(before.extract(known));
            continue;
        }
        const auto painted = load(*photo, window);
        if (!painted) {
            complaints.push_back(painted.error().sentence);
        }
        pages_.emplace(photo->file,
                       Page{.painted = painted.value_or(look::Painted{}), .room = photo->rect});
    }
    for (const auto& [file, page] : before) {
        window.remove_picture(page.painted.texture);
    }
    return complaints;
}

std::optional<look::Painted> Album::find(const std::string& file) const {
    const auto page = pages_.find(file);
    return page == pages_.end() || page->second.painted.texture == 0
               ? std::nullopt
               : std::optional(page->second.painted);
}

Result<Pixels> Album::read(const std::string& file) const {
    const bool made = shelf_.kind == PictureShelf::Kind::made;
    const auto folder =
        platform::RealFolder::open(made ? state_ : std::filesystem::path(shelf_.place));
    if (!folder) {
        return std::unexpected(folder.error());
    }
    return made ? packs::read_made_picture(**folder, shelf_.place, file)
                : packs::read_picture(**folder, file, program_);
}

Result<look::Painted> Album::load(const look::Photo& photo, platform::Window& window) const {
    if (shelf_.kind == PictureShelf::Kind::none) {
        return std::unexpected(Failure{tr("\"{0}\" is not on this desk.", photo.file)});
    }
    auto pixels = read(photo.file);
    if (!pixels) {
        return std::unexpected(pixels.error());
    }
    const Pixels shown =
        fitted_to(std::move(*pixels), photo, std::max(1, window.largest_picture()));
    const std::uint64_t texture = window.add_picture(shown);
    if (texture == 0) {
        return std::unexpected(
            Failure{tr("The graphics memory has no room for \"{0}\".", photo.file)});
    }
    return look::Painted{
        .texture = texture, .width = shown.size.width, .height = shown.size.height};
}

} // namespace app
