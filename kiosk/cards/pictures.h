#pragma once

#include "cards/markdown.h"
#include "cards/report.h"

#include <optional>
#include <string>
#include <string_view>

namespace cards {

struct Picture;

/// True for a path that a picture in a pack has: in the folder images, and PNG or JPEG by its name.
bool is_picture_path(std::string_view path);

/// The picture that a block of that kind writes, if it can be one of the pack's: "images/door.png",
/// also from where the card's file lies ("../images/door.png"), with spaces written as %20, and
/// with backslashes. Anything else is reported. Whether the file is there is not asked here.
std::optional<Picture> read_picture(const Block& block, Report& report);

} // namespace cards
