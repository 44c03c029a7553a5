#include "platform/fonts.h"

#include <fontconfig/fontconfig.h>

#include <memory>
#include <string_view>

namespace platform {

namespace {

template <auto Destroy>
struct Destroyer {
    template <typename T>
    void operator()(T* object) const {
        Destroy(object);
    }
};
using Pattern = std::unique_ptr<FcPattern, Destroyer<FcPatternDestroy>>;
using CharSet = std::unique_ptr<FcCharSet, Destroyer<FcCharSetDestroy>>;

const FcChar8* fc(const char* text) {
    return reinterpret_cast<const FcChar8*>(text); // NOLINT(*-reinterpret-cast): fontconfig's type
}

Pattern best_match(const char* family, Weight weight, const FcCharSet* characters) {
    const Pattern wanted{FcPatternCreate()};
    FcPatternAddString(wanted.get(), FC_FAMILY, fc(family));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT,
                        weight == Weight::bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
    if (characters != nullptr) {
        FcPatternAddCharSet(wanted.get(), FC_CHARSET, characters);
    }
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    return Pattern{FcFontMatch(nullptr, wanted.get(), &result)};
}

std::optional<FontFile> file_of(const Pattern& pattern) {
    FcChar8* path = nullptr;
    int index = 0;
    if (!pattern || FcPatternGetString(pattern.get(), FC_FILE, 0, &path) != FcResultMatch) {
        return std::nullopt;
    }
    FcPatternGetInteger(pattern.get(), FC_INDEX, 0, &index);
    const char* text = reinterpret_cast<const char*>(path); // NOLINT(*-reinterpret-cast)
    return FontFile{.path = text, .index = index & 0xFFFF};
}

} // namespace

std::optional<FontFile> find_font(const char* family, Weight weight) {
    const Pattern match = best_match(family, weight, nullptr);
    FcChar8* found = nullptr;
    if (!match || FcPatternGetString(match.get(), FC_FAMILY, 0, &found) != FcResultMatch ||
        FcStrCmpIgnoreCase(found, fc(family)) != 0) {
        return std::nullopt;
    }
    return file_of(match);
}

std::optional<FontFile> find_font_with(char32_t character, Weight weight) {
    const CharSet characters{FcCharSetCreate()};
    FcCharSetAddChar(characters.get(), character);
    const Pattern match = best_match("Noto Sans", weight, characters.get());
    FcCharSet* has = nullptr;
    if (!match || FcPatternGetCharSet(match.get(), FC_CHARSET, 0, &has) != FcResultMatch ||
        FcCharSetHasChar(has, character) == FcFalse) {
        return std::nullopt;
    }
    return file_of(match);
}

} // namespace platform
