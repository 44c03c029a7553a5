#include "look/faces.h"

#include "i18n/message.h"
#include "platform/fonts.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_SIZES_H
#include FT_TRUETYPE_TABLES_H

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace look {

namespace {

using i18n::tr;
using platform::Failure;
using platform::Result;

constexpr const char* kFamily = "Atkinson Hyperlegible";
constexpr std::array kWeights{Weight::regular, Weight::bold};

platform::Weight on_machine(Weight weight) {
    return weight == Weight::bold ? platform::Weight::bold : platform::Weight::regular;
}

struct LibraryCloser {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
using FreeType = std::unique_ptr<std::remove_pointer_t<FT_Library>, LibraryCloser>;
struct FaceCloser {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using FacePtr = std::unique_ptr<std::remove_pointer_t<FT_Face>, FaceCloser>;

/// A face with two sizes: one to shape at, which never changes, and one to draw at. FreeType frees
/// both with the face.
struct Opened {
    platform::FontFile file;
    FacePtr face;
    FT_Size to_shape = nullptr;
    FT_Size to_draw = nullptr;
    int drawn_em_px = 0;
};

std::optional<Opened> open_face(FT_Library library, const platform::FontFile& file) {
    FT_Face face = nullptr;
    if (FT_New_Face(library, file.path.c_str(), file.index, &face) != 0) {
        return std::nullopt;
    }
    Opened opened{.file = file, .face = FacePtr(face)};
    if (!FT_IS_SCALABLE(face) || FT_New_Size(face, &opened.to_shape) != 0 ||
        FT_New_Size(face, &opened.to_draw) != 0) {
        return std::nullopt;
    }
    FT_Activate_Size(opened.to_shape);
    FT_Set_Pixel_Sizes(face, 0, kShapingEm);
    return opened;
}

} // namespace

struct Faces::Impl {
    FreeType freetype;
    std::vector<Opened> faces; ///< The typeface's first, by weight: see `Faces::main`.
    std::map<std::pair<Weight, char32_t>, std::optional<FaceId>> known;

    std::optional<FaceId> look_for(char32_t character, Weight weight);
};

std::optional<FaceId> Faces::Impl::look_for(char32_t character, Weight weight) {
    const auto file = platform::find_font_with(character, on_machine(weight));
    if (!file) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < faces.size(); ++i) {
        if (faces.at(i).file == *file) {
            return static_cast<FaceId>(i);
        }
    }
    auto opened = open_face(freetype.get(), *file);
    if (!opened || FT_Get_Char_Index(opened->face.get(), character) == 0) {
        return std::nullopt;
    }
    faces.push_back(std::move(*opened));
    return static_cast<FaceId>(faces.size() - 1);
}

Result<Faces> Faces::open() {
    auto impl = std::make_unique<Impl>();
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) {
        return std::unexpected(Failure{tr("There is no memory for fonts. Restart this machine.")});
    }
    impl->freetype.reset(library);
    for (const Weight weight : kWeights) {
        const auto file = platform::find_font(kFamily, on_machine(weight));
        if (!file) {
            return std::unexpected(Failure{
                tr("The typeface Atkinson Hyperlegible is not installed. Install the package "
                   "fonts-atkinson-hyperlegible-ttf, then start Deskcards again.")});
        }
        auto opened = open_face(library, *file);
        if (!opened) {
            return std::unexpected(Failure{tr(
                "The font \"{0}\" is damaged. Install its package again.", file->path.string())});
        }
        impl->faces.push_back(std::move(*opened));
    }
    return Faces(std::move(impl));
}

Faces::Faces(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Faces::Faces(Faces&&) noexcept = default;
Faces& Faces::operator=(Faces&&) noexcept = default;
Faces::~Faces() = default;

std::optional<FaceId> Faces::find(char32_t character, Weight weight) {
    if (has(main(weight), character)) {
        return main(weight);
    }
    auto known = impl_->known.find({weight, character});
    if (known == impl_->known.end()) {
        known =
            impl_->known.emplace(std::pair{weight, character}, impl_->look_for(character, weight))
                .first;
    }
    return known->second;
}

bool Faces::has(FaceId face, char32_t character) const {
    return FT_Get_Char_Index(impl_->faces.at(face).face.get(), character) != 0;
}

FT_Face Faces::for_shaping(FaceId face) {
    const Opened& opened = impl_->faces.at(face);
    FT_Activate_Size(opened.to_shape);
    return opened.face.get();
}

FT_Face Faces::for_drawing(FaceId face, int em_px) {
    Opened& opened = impl_->faces.at(face);
    FT_Activate_Size(opened.to_draw);
    if (opened.drawn_em_px != em_px) {
        FT_Set_Pixel_Sizes(opened.face.get(), 0, static_cast<FT_UInt>(em_px));
        opened.drawn_em_px = em_px;
    }
    return opened.face.get();
}

double Faces::cap_per_em() const {
    FT_Face face = impl_->faces.front().face.get();
    const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
    const double cap = os2 != nullptr && os2->version >= 2 ? os2->sCapHeight : 0;
    return cap > 0 ? cap / face->units_per_EM : 0.7;
}

} // namespace look
