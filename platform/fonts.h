#pragma once

#include "platform/result.h"

#include <filesystem>
#include <optional>

namespace platform {

enum class Weight { regular, bold };

/// One face in a font file.
struct FontFile {
    std::filesystem::path path;
    int index = 0; ///< Which face of a collection.
    friend bool operator==(const FontFile&, const FontFile&) = default;
};

/// The installed font of that family and weight, or nothing: never a substitute.
std::optional<FontFile> find_font(const char* family, Weight weight);

/// An installed font that has this character, in the Noto family if there is one; or nothing.
std::optional<FontFile> find_font_with(char32_t character, Weight weight);

} // namespace platform
